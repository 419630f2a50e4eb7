import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { setStage } from '../support/stage.ts';
import { barriersOn, settle, sidewaysOn, takePicture } from './look.ts';
import { routerPaths, screens, setScene, type Scene } from './screens.ts';

const phone = { width: 390, height: 844 };
const narrow = { width: 320, height: 640 };

const looks: readonly { readonly name: string; readonly options: BrowserContextOptions }[] = [
  { name: 'wide', options: { colorScheme: 'light' } },
  { name: 'dark', options: { colorScheme: 'dark' } },
  { name: 'phone', options: { colorScheme: 'light', viewport: phone, hasTouch: true } },
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

  describe.each(looks)('on a $name screen', ({ name, options }) => {
    let inside: Page;
    let outside: Page;

    beforeAll(async () => {
      inside = await stage.sit({ line: `inside-${name}`, member: scene.viewer, ...options });
      outside = await stage.sit({ line: `outside-${name}`, ...options });
    });

    it.each(screens)('$route has no barrier and no sideways scrolling', async ({ route, path, shows, isPublic }) => {
      const page = isPublic ? outside : inside;
      await visit(page, path(scene), shows);
      await takePicture(page, pictureOf(route, name));

      expect(await barriersOn(page)).toEqual([]);
      expect(await sidewaysOn(page)).toBe(0);
    });
  });

  describe('in a window of 320 pixels', () => {
    let inside: Page;
    let outside: Page;

    beforeAll(async () => {
      inside = await stage.sit({ line: 'inside-narrow', member: scene.viewer, viewport: narrow, hasTouch: true });
      outside = await stage.sit({ line: 'outside-narrow', viewport: narrow, hasTouch: true });
    });

    it.each(screens)('$route has no sideways scrolling', async ({ route, path, shows, isPublic }) => {
      const page = isPublic ? outside : inside;
      await visit(page, path(scene), shows);
      await takePicture(page, pictureOf(route, 'narrow'));

      expect(await sidewaysOn(page)).toBe(0);
    });
  });
});

const visit = async (page: Page, path: string, shows: string): Promise<void> => {
  await page.goto(path);
  await page.getByRole('main').getByText(shows).first().waitFor();
  await settle(page);
};

const pictureOf = (route: string, look: string): string => `${route.replaceAll(/[/$]+/g, '_').replace(/^_/, '') || 'home'}-${look}`;
