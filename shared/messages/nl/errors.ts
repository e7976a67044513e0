/** Messages with ids `errors.…` (see index.ts). */
export const errors = {
} as const;
