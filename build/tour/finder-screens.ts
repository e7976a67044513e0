/** The finder as it is met: untouched, open, with one request, with two, with none, and with answers that contradict. */
import type { Screen } from './screen.ts';

/** Answers by the ids of the pack, given by hand in this order. */
const pictures: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'grondslag-begin': {},
  'grondslag-open': { task: 'publicOrder', where: 'netherlands' },
  'grondslag-verzoek': { where: 'netherlands', task: 'disaster', what: 'people', asker: 'chairSafetyRegion' },
  'grondslag-twee-verzoeken': { where: 'countries', task: 'disaster', what: 'people', asker: 'governmentOfCountry', alsoTask: 'publicOrder' },
  'grondslag-andere-aanvrager': { where: 'netherlands', task: 'disaster', what: 'people', asker: 'regionStaff' },
  'grondslag-geen-verzoek': { where: 'netherlands', what: 'explosives' },
  'grondslag-tegenspraak': { where: 'netherlands', what: 'people', asker: 'islandGovernor' },
};

export const finderScreens: readonly Screen[] = Object.entries(pictures).map(([name, answers]) => ({
  name,
  go: async (page) => {
    await page.evaluate(() => {
      location.hash = '#/grondslag';
    });
    await page.getByRole('radiogroup').or(page.locator('[id="question.where"]')).first().waitFor();
    const [restart] = await page.locator('main header button').all();
    if (await restart?.isEnabled()) await restart?.click();
    for (const [question, option] of Object.entries(answers)) {
      const line = page.locator(`[id="question.${question}"]`);
      if ((await line.getAttribute('aria-expanded')) === 'false') await line.click();
      await page.locator(`[id="options.${question}"] label:has(input[value="${option}"])`).click();
    }
    await page.waitForTimeout(200);
  },
}));
