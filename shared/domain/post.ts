/** The post: one installation with one owner function, its own keys and its own store. */
import { z } from 'zod';
import { postFunctions } from './choices.ts';
import { locale, regionCode } from './basics.ts';

export const postFunction = z.enum(postFunctions);
export type PostFunction = z.infer<typeof postFunction>;

export { passphraseMinimum } from './limits.ts';
export const passphrase = z.string().min(1).max(512);

export const postIdentity = z.strictObject({
  name: z.string().trim().min(2).max(60),
  function: postFunction,
  regionCode,
});
export type PostIdentity = z.infer<typeof postIdentity>;

/** Kept outside the encrypted store, because the lock screen needs it. */
export const preferences = z.strictObject({
  locale,
  theme: z.enum(['system', 'light', 'dark', 'night']),
  /** minutes without a key or pointer until the post locks itself; 0 never */
  idleLockMinutes: z.int().min(0).max(240),
});
export type Preferences = z.infer<typeof preferences>;
export const initialPreferences: Preferences = { locale: 'nl', theme: 'system', idleLockMinutes: 15 };
