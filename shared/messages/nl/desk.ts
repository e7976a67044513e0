/** Messages with ids `desk.…` (see index.ts). */
export const desk = {
} as const;
