/** A screen to photograph, and the ways to one. */
import type { Page } from '@playwright/test';
import type { MessageId } from '../../shared/messages/index.ts';
import { word } from './options.ts';

export interface Screen {
  readonly name: string;
  readonly go: (page: Page) => Promise<void>;
  /** puts the window back as it was before, where the screen lies over another */
  readonly leave?: (page: Page) => Promise<void>;
}

export const at = (name: string, hash: string): Screen => ({
  name,
  go: async (page) => {
    await page.evaluate((address) => {
      if (location.hash !== address) document.querySelector('main h1')?.setAttribute('data-left', '');
      location.hash = address;
    }, hash);
    // the head of the screen that was left; where the next one took it over, it does not go
    await page.locator('h1[data-left]').waitFor({ state: 'detached', timeout: 1000 }).catch(() => undefined);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.evaluate(() => document.querySelector('h1[data-left]')?.removeAttribute('data-left'));
    await settled(page);
  },
});

export const closes = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape');
  await page.locator('[role=dialog], [role=alertdialog]').waitFor({ state: 'hidden' });
};

export const button = (page: Page, id: MessageId): ReturnType<Page['getByRole']> => page.getByRole('button', { name: word(id) }).first();

/** The screen with the dialog that one of its buttons opens. */
export const dialogOn = (name: string, hash: string, opens: MessageId): Screen => ({
  name,
  go: async (page) => {
    await at('', hash).go(page);
    await page.getByRole('button', { name: word(opens) }).first().click();
    await page.getByRole('dialog').waitFor();
    await settled(page);
  },
  leave: closes,
});

/** Loading shows only above 150 ms; a picture waits until it is over. */
export async function settled(page: Page): Promise<void> {
  await page.waitForTimeout(200);
  // the design page shows a screen that is loading as one of its examples
  if (!page.url().endsWith('#/ontwerp')) await page.locator('main [aria-busy=true]').first().waitFor({ state: 'detached' });
}
