/** Bounds that the window checks as one types. No zod here: the window imports these as values, and schemas stay out of it. */

/** Long enough that guessing offline does not pay; words are fine. Length in characters. */
export const passphraseMinimum = 12;
