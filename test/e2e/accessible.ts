import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const SIZES = [
  { width: 1024, height: 640 },
  { width: 1440, height: 900 },
];

/**
 * Looks at what the page shows now with axe, light and dark, in the smallest size and in a large one. What it finds is
 * told at the end of the test, all of it. Articles in frames run no script, axe's neither: the public page shows the
 * same article outside of a frame. `without` names rules that do not hold here.
 */
export async function expectAccessible(page: Page, screen: string, without: readonly string[] = []): Promise<void> {
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const)
    for (const size of SIZES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(size);
      await page.evaluate(settle);
      const found = await page.evaluate(async (rules) => {
        const { axe } = window as unknown as { axe: typeof import('axe-core') };
        const { violations } = await axe.run(document, {
          iframes: false,
          resultTypes: ['violations'],
          rules: Object.fromEntries(rules.map((rule) => [rule, { enabled: false }])),
        });
        return violations.map(({ id, nodes }) => ({ rule: id, at: nodes.map(({ html }) => html) }));
      }, without);
      expect.soft(found, `${screen}, ${colorScheme}, ${size.width} wide`).toEqual([]);
    }
}

/** Waits until what moves or changes its colour has come to rest; a spinner never does. */
async function settle(): Promise<void> {
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const ending = document
    .getAnimations()
    .filter((one) => one.effect?.getTiming().iterations !== Number.POSITIVE_INFINITY);
  await Promise.allSettled(ending.map((one) => one.finished));
}
