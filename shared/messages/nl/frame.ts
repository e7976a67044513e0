/** Messages with ids `frame.…` (see index.ts). */
export const frame = {
} as const;
