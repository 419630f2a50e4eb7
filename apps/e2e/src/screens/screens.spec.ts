import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { setStage } from '../support/stage.ts';
import { barriersOn, settle, sidewaysOn, takePicture } from './look.ts';
import { routerPaths, screens, setScene, type Scene } from './screens.ts';

interface Look {
  readonly name: string;
  readonly options: BrowserContextOptions;
  /** What a narrower window alone could change is how far one scrolls. */
  readonly isForWidth?: boolean;
}

const looks: readonly Look[] = [
  { name: 'wide', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'phone', options: { colorScheme: 'light', viewport: { width: 390, height: 844 }, hasTouch: true } },
  { name: 'narrow', options: { viewport: { width: 320, height: 640 }, hasTouch: true }, isForWidth: true },
];

describe('the screens of the router', () => {
  const stage = setStage();
  let scene: Scene;

  beforeAll(async () => {
    scene = await setScene(stage.world);
  });

  it('are all visited here', () => {
    expect(screens.map(({ route }) => route).toSorted()).toEqual(routerPaths().toSorted());
  });

  describe.each(looks)('on a $name screen', ({ name, options, isForWidth }) => {
    let inside: Page;
    let outside: Page;

    beforeAll(async () => {
      inside = await stage.sit({ line: `inside-${name}`, member: scene.viewer, ...options });
      outside = await stage.sit({ line: `outside-${name}`, ...options });
    });

    it.each(screens)('$route has no barrier and no sideways scrolling', async ({ route, path, shows, isPublic }) => {
      const page = isPublic ? outside : inside;
      await page.goto(path(scene));
      await page.getByRole('main').getByText(shows).first().waitFor();
      await settle(page);
      await takePicture(page, `${route.replaceAll(/[/$]+/g, '_').replace(/^_/, '') || 'home'}-${name}`);

      expect(isForWidth ? [] : await barriersOn(page)).toEqual([]);
      expect(await sidewaysOn(page)).toBe(0);
    });
  });
});
