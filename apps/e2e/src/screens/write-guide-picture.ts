import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const root = fileURLToPath(new URL('../../../../', import.meta.url));

/** Into the guides only where that is asked for: `GUIDE_PICTURES=docs npm test -- e2e guide-pictures`. Else nobody's tree changes by a test. */
const folder = join(root, process.env['GUIDE_PICTURES'] === 'docs' ? 'docs/guides/pictures' : 'apps/e2e/test-results/guide-pictures');

const quality = 0.72;

/** What a page shows, as WebP, which the browser itself writes. @returns its size in bytes */
export const writeGuidePicture = async (page: Page, name: string): Promise<number> => {
  const png = await page.screenshot({ animations: 'disabled', caret: 'hide' });
  const painter = await page.context().newPage();
  const webp = await painter.evaluate(
    async ([source, wanted]) => {
      const image = await createImageBitmap(await (await fetch(`data:image/png;base64,${source}`)).blob());
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      canvas.getContext('2d')?.drawImage(image, 0, 0);
      return canvas.toDataURL('image/webp', wanted).replace(/^.*,/, '');
    },
    [png.toString('base64'), quality] as const,
  );
  await painter.close();
  const bytes = Buffer.from(webp, 'base64');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.webp`), bytes);
  return bytes.length;
};
