/** Short lists that the window offers and the schemas check. No zod here: the window imports these as values, and schemas stay out of it. */

export const gripLevels = ['none', 'grip1', 'grip2', 'grip3', 'grip4', 'grip5', 'gripRijk'] as const;
export const logEntryKinds = ['entry', 'preAnnouncement', 'decision', 'call'] as const;
export const postFunctions = ['rmoa', 'rmcStaff', 'planner'] as const;

/** What may be kept, told by the content of the file, not by its name. No archives, no macros, nothing that runs. */
export const mediaTypes = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
  'text/csv': ['csv'],
  'text/plain': ['txt', 'text', 'md', 'log'],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;
export type MediaType = keyof typeof mediaTypes;
