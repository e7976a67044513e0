/** Bounds that the window checks as one types. No zod here: the window imports these as values, and schemas stay out of it. */

/** Long enough that guessing offline does not pay; words are fine. Length in characters. */
export const passphraseMinimum = 12;

/** Where a hub on this post may listen: below 1024 a machine asks for an administrator. */
export const hubPorts = { lowest: 1024, usual: 8443, highest: 65_535 } as const;
