/** Short lists that the window offers and the schemas check. No zod here: the window imports these as values, and schemas stay out of it. */

export const gripLevels = ['none', 'grip1', 'grip2', 'grip3', 'grip4', 'grip5', 'gripRijk'] as const;
export const logEntryKinds = ['entry', 'preAnnouncement', 'decision', 'call'] as const;
export const spaceKinds = ['region', 'command', 'exercise'] as const;
export const spaceRoles = ['keeper', 'editor', 'reader'] as const;
export const membershipActs = ['found', 'admit', 'role', 'remove', 'leave', 'rotate', 'freeze'] as const;
export const postFunctions = ['rmoa', 'rmcStaff', 'planner'] as const;

/** Outcome of an advice; `redirect`: not Defence, but the other way that the advice names. */
export const adviceOutcomes = ['positive', 'conditional', 'negative', 'redirect'] as const;
/** What an adviser finds on one criterion; `attention` holds something that must be settled first, `notApplicable` that it does not play here. */
export const adviceFindings = ['favourable', 'attention', 'unfavourable', 'notApplicable'] as const;
export const availabilityStates = ['available', 'limited', 'notAvailable', 'unknown'] as const;

/** What can be recorded of the life of a request. Draft and finalised are told by the document itself. */
export const lifeStepKinds = [
  'preAnnouncement',
  'oralRequest',
  'sent',
  'receivedByLocc',
  'inDecision',
  'granted',
  'grantedInPart',
  'rejected',
  'extension',
  'change',
  'withdrawn',
  'lapsed',
  'deployed',
  'returned',
  'expenditure',
  'ended',
  'settled',
  'retraction',
] as const;
export const lifeStates = [
  'preAnnounced',
  'draft',
  'finalised',
  'askedOrally',
  'sent',
  'received',
  'inDecision',
  'granted',
  'grantedInPart',
  'rejected',
  'withdrawn',
  'lapsed',
  'deployed',
  'ended',
  'settled',
] as const;
/** How a request was carried over. */
export const carriers = ['mail', 'telephone', 'lcms', 'radio', 'paper', 'inPerson', 'other'] as const;

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

/** Who made what the rules joined: no post, so that every post makes the same revision. */
export const mergeAuthor = { post: 'Steunpunt', function: 'merge' } as const;

/** Which lives of requests: under way, with something to do, with a decision other than the advice, or all. */
export const lifeShown = ['open', 'tasks', 'differs', 'all'] as const;
