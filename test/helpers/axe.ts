/** What axe finds on a page as it stands. A theme changes colours alone, so all of axe runs once and the rules of colour in each theme. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';

export const everyTheme = ['light', 'dark', 'night'] as const;
/** the two ends: dark lies between them, and every screen is measured in it once (window.spec.ts) */
const bothEnds = ['light', 'night'] as const;
const rulesOfColour = ['color-contrast', 'link-in-text-block'];

type Analysis = Awaited<ReturnType<AxeBuilder['analyze']>>;
/**
 * In the page itself (a window has no frames) and with only what is wrong told node by node: carrying every node that passes to a page
 * of its own takes five times as long as the audit.
 */
const builder = (page: Page): AxeBuilder => new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] });
const named = ({ violations }: Analysis, theme: string): string[] => violations.flatMap(({ id, nodes }) => nodes.map((node) => `${theme}, ${id}: ${node.target.join(' ')}`));

/** Every violation with its theme; the page is left in the theme that it had. */
export async function axeFindings(page: Page, themes: readonly string[] = bothEnds): Promise<string[]> {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await still(page);
  const own = (await page.locator('html').getAttribute('data-theme')) ?? 'light';
  const found = named(await builder(page).analyze(), own);
  for (const theme of themes.filter((one) => one !== own)) {
    await show(page, theme);
    found.push(...named(await builder(page).withRules(rulesOfColour).analyze(), theme));
  }
  await show(page, own);
  return found;
}

async function show(page: Page, theme: string): Promise<void> {
  await page.evaluate((name) => void (document.documentElement.dataset['theme'] = name), theme);
  await still(page);
}

/** A colour that is still on its way to another would be measured as neither: until all that moves, and ends, has ended. */
function still(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (;;) {
      await new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted)));
      const moving = document.getAnimations().filter(({ effect, playState }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity);
      if (moving.length === 0) return;
      await Promise.allSettled(moving.map(({ finished }) => finished));
    }
  });
}
