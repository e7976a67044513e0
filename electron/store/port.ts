/**
 * What main and the store process say to each other over the port. The window's calls travel in `call`; the rest is between the
 * two processes and is not in the contract.
 *
 * The data key never reaches main in the clear. Main makes a random `seal` (32 bytes) for each unlocked stretch and gives it at
 * start; after an unlock the store answers with the data key sealed under it (AES-256-GCM). When the store process dies, main
 * starts a new one with both, so work goes on without the passphrase. At lock main wipes both and the process ends.
 */
import type { ExportFormat, CallName, EventName } from '../../shared/contract.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import type { Result } from '../../shared/errors.ts';

export type ToStore =
  | { readonly type: 'start'; readonly profileDir: string; readonly packsDir: string; readonly seal: Uint8Array; readonly sealedKey?: Uint8Array }
  | { readonly type: 'call'; readonly id: number; readonly name: CallName; readonly input: unknown }
  /** the working copy (or finalised version) as a file; PDF comes back as HTML for main to print */
  | { readonly type: 'render'; readonly id: number; readonly documentId: string; readonly format: ExportFormat; readonly locale: Locale }
  /** after the file is safely written: one line in the trail */
  | { readonly type: 'exported'; readonly id: number; readonly documentId: string; readonly format: ExportFormat; readonly sha256: string; readonly bytes: number }
  | { readonly type: 'close' };

export type FromStore =
  | { readonly type: 'started' }
  | { readonly type: 'reply'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly name: EventName; readonly payload: unknown }
  | { readonly type: 'sealedKey'; readonly sealedKey: Uint8Array }
  | { readonly type: 'closed' };

/** Answer to `render`. `name` is a file name without folder, safe on Windows and Linux. */
export type Rendered =
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | { readonly kind: 'html'; readonly name: string; readonly html: string };
