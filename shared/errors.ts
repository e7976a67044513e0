/**
 * Every way a call can fail, as a value. The window turns the code into words (`messages/`, `error.<code>`);
 * `message` is for the log and never holds document text, a key or a stack.
 */
export const errorCodes = [
  'input.invalid', // a call was made with input that its schema refuses
  'sender.refused', // the caller is not our own window
  'post.locked', // the post must be unlocked first
  'post.exists', // first start was asked for a profile that already holds a post
  'post.missing', // unlock was asked for a profile that holds no post
  'passphrase.wrong',
  'passphrase.weak',
  'recovery.wrong',
  'keyfile.damaged', // the key file cannot be read as one
  'file.damaged', // the store file is not readable with the right key, or fails its integrity check
  'file.newer', // the store file was written by a newer version of the application
  'file.busy', // another process holds the store file
  'disk.full',
  'folder.readonly',
  'document.unknown',
  'document.finalised', // a finalised version never changes
  'document.blocked', // checks of severity 'blocks' stand open and no reason was given
  'document.stale', // a finding was based on an older working copy than the stored one
  'export.failed',
  'export.large', // more than one archive can hold
  'pack.invalid',
  'entry.unknown', // a duty, log entry or attachment that this post does not hold
  'attachment.large', // larger than the store keeps
  'attachment.type', // no type that the store keeps, told by the content of the file
  'attachment.unreadable', // the chosen file could not be read, or changed while it was read
  'step.impossible', // a step that cannot be so where it would stand in the life of a request; details: reason, the end of a message `life.refused.…`
  'link.impossible', // two requests that cannot become one group; details: reason, the end of a message `links.refused.…`
  'reference.unknown', // a code or id that no pack on this post holds
  'hub.unreachable', // no answer from the hub, or from the database behind it
  'hub.stranger', // what answers has another certificate than the one pinned by the invitation
  'hub.portal', // something between this post and the hub answered: a login page, a proxy, a redirect
  'hub.version', // hub and post share no version of the protocol
  'hub.lost', // the hub no longer holds what it told this post before: emptied, restored from an older copy, or exchanged
  'hub.refused', // this post may not do this in this space
  'hub.admission', // the hub takes new spaces only with the code of its keeper
  'hub.quota', // the space, or this post in it, has used what the hub allows
  'hub.busy', // asked too often or too much at once; the hub says when to try again
  'hub.full', // no space left where the hub keeps its data
  'hub.failed', // the hub answered with an error of its own
  'hub.port', // the hub on this machine cannot listen there: the port is taken or not allowed
  'hub.ended', // the hub on this machine ended and does not come back
  'space.unknown', // this post is not in that space
  'space.role', // what the post is in the space does not allow it
  'space.frozen', // an exercise that is over: nothing in it changes any more
  'space.other', // a document cannot lie in a dossier of another space; it is copied there
  'space.lastKeeper', // without its last keeper nobody could invite or remove any more
  'space.home', // new documents of this post go there: another space must take its place first
  'member.already', // the post belongs to the space already
  'space.exercise', // what was made in an exercise does not become operational
  'space.inExercise', // the document is of an exercise that the post does not work in now
  'space.operational', // the document is operational and the post works in an exercise
  'export.stopped', // a person ended the export while it was made
  'script.invalid', // no script of an exercise, or one with mistakes; details: where the first is
  'script.large', // a script that with its packs is more than one envelope carries
  'membership.invalid', // a statement about who belongs to a space does not follow from those before it
  'invitation.invalid', // cannot be read, or was changed
  'invitation.expired',
  'invitation.used', // this post came in with it once, and left or was removed since
  'invitation.other', // made for another post, or withdrawn
  'card.invalid', // the card of a post that cannot be read, or was changed
  'words.wrong', // words that were read aloud do not fit together
  'bundle.invalid', // not an exchange file, or one of a newer version
  'exchange.busy', // an exchange is going on already
  'exchange.cancelled', // a person cancelled the file that was being written
  'document.differs', // a difference must be decided first
  'attachment.waiting', // its content has not arrived yet
  'store.down', // the store process ended during the call; it is being restarted
  'internal',
] as const;

export type ErrorCode = (typeof errorCodes)[number];

/** Values that the words of an error may show, for example the folder that is full. */
export type ErrorDetails = Readonly<Record<string, string | number>>;

export interface CallError {
  readonly code: ErrorCode;
  readonly message: string;
  /** the input field or document field that the error is about */
  readonly field?: string;
  readonly details?: ErrorDetails;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError };

/** Thrown inside the store and main; becomes a CallError at the edge of the process. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly field: string | undefined;
  readonly details: ErrorDetails | undefined;

  constructor(code: ErrorCode, message: string, more: { field?: string; details?: ErrorDetails; cause?: unknown } = {}) {
    super(message, more.cause === undefined ? undefined : { cause: more.cause });
    this.name = 'AppError';
    this.code = code;
    this.field = more.field;
    this.details = more.details;
  }
}

/** What crosses a process border: code and words for the log, nothing of what was thrown. */
export function toCallError(thrown: unknown): CallError {
  if (!(thrown instanceof AppError)) return { code: 'internal', message: 'unexpected error' };
  return {
    code: thrown.code,
    message: thrown.message,
    ...(thrown.field === undefined ? {} : { field: thrown.field }),
    ...(thrown.details === undefined ? {} : { details: thrown.details }),
  };
}
