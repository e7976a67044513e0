/** Messages with ids `document.…` (see index.ts). */
export const document = {
} as const;
