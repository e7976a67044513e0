/** Pages that main prints for the store: it alone has a window to print from. */
import { AppError, type Result } from '../../shared/errors.ts';
import type { FromStore } from './port.ts';

/** A page takes a second or two; after this main is taken for hung. */
const limitMs = 60_000;

export interface Printing {
  /** throws `export.failed` */
  readonly print: (html: string) => Promise<Uint8Array>;
  /** main's answer */
  readonly printed: (number: number, result: Result<Uint8Array>) => void;
}

export function createPrinting(send: (message: FromStore) => void): Printing {
  const waiting = new Map<number, (result: Result<Uint8Array>) => void>();
  let last = 0;
  return {
    print: async (html) => {
      last += 1;
      const number = last;
      let timer: NodeJS.Timeout | undefined;
      const result = await new Promise<Result<Uint8Array>>((resolve) => {
        waiting.set(number, resolve);
        timer = setTimeout(() => resolve({ ok: false, error: { code: 'export.failed', message: 'main did not print in time' } }), limitMs);
        send({ type: 'print', print: number, html });
      });
      clearTimeout(timer);
      waiting.delete(number);
      if (!result.ok) throw new AppError(result.error.code, result.error.message);
      return result.value;
    },
    printed: (number, result) => waiting.get(number)?.(result),
  };
}
