/** What a hub answers when it says no: a code of the protocol and words for the log of the post, nothing of what was thrown. */
import { type RefusalCode, refusals } from '../../db/exchange/hub-wire.ts';
import { AppError, type ErrorCode } from '../../shared/errors.ts';

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly retryAfterSeconds: number | undefined;
  constructor(code: RefusalCode, message: string, retryAfterSeconds?: number) {
    super(message);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

const fromApplication: Partial<Record<ErrorCode, RefusalCode>> = {
  'input.invalid': 'input.invalid',
  'membership.invalid': 'membership.invalid',
  'hub.unreachable': 'hub.unreachable',
  'disk.full': 'hub.full',
  'folder.readonly': 'hub.full',
  'file.busy': 'hub.busy',
};

/** `expected` is false for what only the keeper can mend: that belongs in the log. */
export function asRefusal(thrown: unknown): { readonly refusal: Refusal; readonly expected: boolean } {
  if (thrown instanceof Refusal) return { refusal: thrown, expected: true };
  if (thrown instanceof AppError) {
    const code = fromApplication[thrown.code] ?? 'hub.failed';
    return { refusal: new Refusal(code, thrown.message, code === 'hub.busy' ? 1 : undefined), expected: refusals[code] < 500 };
  }
  // what Fastify itself refuses: a body too large, of another type, or not JSON
  const status = thrown instanceof Error && 'statusCode' in thrown ? Number(thrown.statusCode) : 500;
  if (status === 413) return { refusal: new Refusal('input.large', 'the body is larger than this hub takes'), expected: true };
  if (status >= 400 && status < 500) return { refusal: new Refusal('input.invalid', 'the request is not one of the protocol'), expected: true };
  return { refusal: new Refusal('hub.failed', 'unexpected error'), expected: false };
}
