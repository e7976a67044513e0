/** What a person types of a hub, as it was read aloud. */

/** `10.0.0.5:8443` or `https://hub.example:8443/keeper` as https://host:port; undefined for what is no address. */
export function hubAddress(typed: string): string | undefined {
  const text = typed.trim();
  const full = /^[a-z]+:\/\//i.test(text) ? text : `https://${text}`;
  if (text === '' || /\s/.test(text) || !URL.canParse(full)) return undefined;
  const url = new URL(full);
  return url.protocol === 'https:' && url.hostname !== '' && url.username === '' ? url.origin : undefined;
}

/** 24 characters, however they are grouped; letters that sound like a figure count as that figure (db/exchange/hubs.ts reads it so). */
export const isFingerprint = (typed: string): boolean => /^[0-9A-TV-Z]{24}$/i.test(typed.replace(/[\s-]/g, ''));

const plain = (typed: string): string => typed.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
export const isSameFingerprint = (one: string, other: string): boolean => plain(one) === plain(other);
