/** What the process of a hub and the application that forked it say to each other; apart from the process, so that main carries none of it. */
import type { CallError } from '../../shared/errors.ts';

export type FromHub =
  /** posts can reach it; again when the addresses of the machine change */
  | { readonly type: 'ready'; readonly port: number; readonly pin: string; readonly addresses: readonly string[]; readonly keeperCode: string }
  | { readonly type: 'failed'; readonly error: CallError }
  | { readonly type: 'stopped' };

export type ToHub = { readonly type: 'stop' };
