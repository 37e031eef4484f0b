import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const SIZES = [
  { width: 1024, height: 640 },
  { width: 1440, height: 900 },
];

/**
 * Looks at what the page shows now with axe, light and dark, in the smallest and in a large size. What it finds is told
 * at the end of the test, all of it.
 */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const)
    for (const size of SIZES) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize(size);
      const { violations } = await new AxeBuilder({ page }).analyze();
      const found = violations.map(({ id, nodes }) => ({ rule: id, at: nodes.map(({ html }) => html) }));
      expect.soft(found, `${screen}, ${colorScheme}, ${size.width} wide`).toEqual([]);
    }
}
