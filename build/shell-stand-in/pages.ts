/** Which window is behind which host name, and which of them has a page that can be asked something. */
import type { WebContents } from './contents.ts';

const byToken = new Map<string, { readonly contents: WebContents; readonly address: string }>();

export function rememberPage(contents: WebContents, address: string): void {
  byToken.set(contents.token, { contents, address });
  contents.once('destroyed', () => byToken.delete(contents.token));
}

export const pageOf = (token: string): WebContents | undefined => byToken.get(token)?.contents;

/** Addresses of the windows that are shown, oldest first. */
export const shownAddresses = (): string[] => [...byToken.values()].filter(({ contents }) => !contents.printed).map(({ address }) => address);

export function connectedPage(): WebContents | undefined {
  return [...byToken.values()].map(({ contents }) => contents).find((contents) => contents.isConnected);
}
