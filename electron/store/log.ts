/**
 * What the store process says on stderr. A message of an error can hold what a person wrote (a JSON parser quotes its input), so of
 * an unexpected error only its name, code and places in our code are written; of an expected one its code and words for the log.
 */
import { AppError } from '../../shared/errors.ts';

export function log(what: string, error?: unknown): void {
  process.stderr.write(`store: ${what}${error === undefined ? '' : ` — ${describe(error)}`}\n`);
}

function describe(error: unknown): string {
  if (error instanceof AppError) return `${error.code}: ${error.message}`;
  if (!(error instanceof Error)) return 'something that is no error was thrown';
  const code = 'code' in error && typeof error.code === 'string' ? ` ${error.code}` : '';
  const places = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  const cause = error.cause === undefined ? '' : `\n  because of ${describe(error.cause)}`;
  return `${error.name}${code}\n${places.join('\n')}${cause}`;
}
