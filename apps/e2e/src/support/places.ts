import type { Locator, Page, Route } from 'playwright-core';

/** Where something stands on the screen, in pixels from its top. */
export const topOf = async (locator: Locator): Promise<number> => (await locator.boundingBox())?.y ?? Number.NaN;

/** Whether the whole of it is on the screen. */
export const isInView = async (locator: Locator): Promise<boolean> => {
  const box = await locator.boundingBox();
  const height = locator.page().viewportSize()?.height ?? 0;
  return box !== null && box.y >= 0 && box.y + box.height <= height;
};

/** Once nothing scrolls any more: two frames in a row show it in the same place. */
export const restingTopOf = (locator: Locator): Promise<number> =>
  locator.evaluate(async (element) => {
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
    for (let before = Number.NaN; ;) {
      await frame();
      await frame();
      const { top } = element.getBoundingClientRect();
      if (top === before) return top;
      before = top;
    }
  });

/** Keeps answers of the server on the way until they are let go. */
export const holdAnswers = async (page: Page, path: RegExp, method?: 'GET' | 'POST') => {
  const held: Route[] = [];
  let isHolding = true;
  await page.route(path, (route) => {
    if (!isHolding || (method && route.request().method() !== method)) return route.continue();
    held.push(route);
    return undefined;
  });
  return {
    count: () => held.length,
    letGo: async () => {
      isHolding = false;
      for (const route of held.splice(0)) await route.continue();
    },
  };
};
