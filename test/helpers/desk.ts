/** What the tests of the window have in common: a post that is open, calls as the window makes them, and the fields of a request. */
import { type Locator, type Page, expect } from '@playwright/test';
import type { CallInput, CallName, CallOutput } from '../../shared/contract.ts';
import type { PostIdentity } from '../../shared/domain/post.ts';
import { passphrase } from './window.ts';

export { passphrase };

/** key derivation is slow on purpose, and more so on a busy machine */
export const derivation = { timeout: 30_000 };

/** A call as the window makes it, with its value. */
export async function call<N extends CallName>(window: Page, name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const result = await window.evaluate(([calledName, calledInput]) => self.steunpunt.call(calledName as CallName, calledInput as never), [name, input] as const);
  if (!result.ok) throw new Error(`${name}: ${result.error.code} ${result.error.message}`);
  return result.value as CallOutput<N>;
}

export const zuidLimburg: PostIdentity = { name: 'ZL-01', function: 'rmoa', regionCode: 'VR24' };

/** The post of the test, open on its workboard. With `test.use({ post })` it was set up already; without, it is set up here. */
export async function openPost(window: Page, identity: PostIdentity = zuidLimburg): Promise<void> {
  const { state } = await call(window, 'post.status', {});
  if (state === 'new') await call(window, 'post.create', { identity, passphrase });
  else expect(await call(window, 'post.unlock', { passphrase })).toMatchObject({ identity });
  await window.reload();
  await expect(window.getByRole('heading', { level: 1, name: 'Werkblad' })).toBeVisible();
}

/** Goes to an address in the window; what ought to be there is for the test to wait for. */
export async function goTo(window: Page, address: string): Promise<void> {
  await window.evaluate((hash) => void (location.hash = hash), address);
}

/** Shows a draft in its editor. */
export async function showRequest(window: Page, id: string): Promise<void> {
  await goTo(window, `#/verzoeken/${id}`);
  await expect(window.getByRole('navigation', { name: 'Onderdelen' })).toBeVisible();
}

/** The request that is on screen, by its address; empty when none is. */
export const requestHere = (window: Page): string => /verzoeken\/([0-9a-f-]{36})$/.exec(window.url())?.[1] ?? '';

export const storedValues = async (window: Page, id: string): Promise<Readonly<Record<string, unknown>>> => (await call(window, 'request.open', { id })).values;

export const section = (window: Page, name: string): Locator => window.getByRole('region', { name, exact: true });

/** Goes to the field and types, as the keyboard does. */
export async function type(window: Page, label: string | RegExp, text: string): Promise<void> {
  await window.getByRole('textbox', { name: label }).first().focus();
  await window.keyboard.type(text);
}

/** A moment in its own parts: the digits fill day, month, year, hour and minute in turn. */
export async function typeMoment(window: Page, group: string, digits: string): Promise<void> {
  await window.getByRole('group', { name: group, exact: true }).getByRole('spinbutton').first().focus();
  await window.keyboard.type(digits);
}
