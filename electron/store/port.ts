/**
 * What main and the store process say to each other over the port. The window's calls travel in `call`; the rest is between the
 * two processes and is not in the contract.
 *
 * The data key never reaches main in the clear. Main makes a random `seal` (32 bytes) for each unlocked stretch and gives it at
 * start; after an unlock the store answers with the data key sealed under it (AES-256-GCM). When the store process dies, main
 * starts a new one with both, so work goes on without the passphrase. At lock main wipes both and the process ends.
 */
import type { ExportFormat, CallName, EventName, EventPayload } from '../../shared/contract.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import type { BundleChoice, ImportReport } from '../../shared/domain/exchange.ts';
import type { Invitation, PostCard } from '../../shared/domain/space.ts';
import type { Result } from '../../shared/errors.ts';

export type ToStore =
  | { readonly type: 'start'; readonly profileDir: string; readonly packsDir: string; readonly seal: Uint8Array; readonly sealedKey?: Uint8Array }
  | { readonly type: 'call'; readonly id: number; readonly name: CallName; readonly input: unknown }
  /** something of the post as a file; PDF comes back as HTML for main to print */
  | { readonly type: 'render'; readonly id: number; readonly paper: Paper; readonly locale: Locale }
  /** writes an archive at a place that is not the last one yet; what main must print for it is asked with `print` */
  | { readonly type: 'writeArchive'; readonly id: number; readonly path: string; readonly paper: ArchivePaper; readonly locale: Locale }
  /** ends the archive that is being written: it answers with `export.stopped` */
  | { readonly type: 'stopArchive'; readonly id: number }
  | { readonly type: 'printed'; readonly print: number; readonly result: Result<Uint8Array> }
  /** after the file is safely written: one line in the trail */
  | ({ readonly type: 'exported'; readonly id: number } & Exported)
  /** reads the file that the person chose into the dossier; the answer is the Attachment */
  | { readonly type: 'attach'; readonly id: number; readonly dossierId: string; readonly path: string }
  /** writes the exchange file at a place that is not the last one yet, or reads the file that the person chose */
  | { readonly type: 'writeBundle'; readonly id: number; readonly path: string; readonly choice: BundleChoice }
  | { readonly type: 'readShared'; readonly id: number; readonly path: string }
  | { readonly type: 'close' };

/** How the store process tells the window of an event. */
export type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

export type FromStore =
  | { readonly type: 'started' }
  | { readonly type: 'reply'; readonly id: number; readonly result: Result<unknown> }
  | { readonly type: 'event'; readonly name: EventName; readonly payload: unknown }
  /** a page that main is to print; the answer is `printed` with the same number */
  | { readonly type: 'print'; readonly print: number; readonly html: string }
  | { readonly type: 'sealedKey'; readonly sealedKey: Uint8Array }
  | { readonly type: 'closed' };

/** Answer to `readShared`: what the file was. */
export type SharedFile =
  | { readonly kind: 'bundle'; readonly report: ImportReport }
  | { readonly kind: 'card'; readonly text: string; readonly card: PostCard }
  | { readonly kind: 'invitation'; readonly text: string; readonly invitation: Invitation };

export type Paper =
  /** the keys of this post, and the invitation of another, as files to give */
  | { readonly kind: 'card' }
  | { readonly kind: 'invitation'; readonly space: string; readonly signKey: string; /** pin of the hub that goes along */ readonly hub: string | null }
  /** a request or an advice: the working copy, or the finalised version. A request with its standing advice as an annex only when that is asked. */
  | { readonly kind: 'document'; readonly id: string; readonly format: ExportFormat; readonly withAdvice?: boolean }
  /** the timeline of a request */
  | { readonly kind: 'life'; readonly id: string; readonly format: ExportFormat }
  | { readonly kind: 'contact'; readonly id: string }
  | { readonly kind: 'emergency'; readonly regionCode: string; readonly capabilityIds: readonly string[]; readonly requestIds: readonly string[] }
  | { readonly kind: 'attachment'; readonly dossierId: string; readonly id: string }
  /** the whole dossier: an archive, which the store writes while it is made */
  | { readonly kind: 'dossier'; readonly id: string }
  /** everything of an exercise, for evaluation: an archive too */
  | { readonly kind: 'exercise'; readonly space: string };

export type ArchivePaper = Extract<Paper, { kind: 'dossier' | 'exercise' }>;

export interface Exported {
  /** absent where it is of no one document */
  readonly documentId?: string;
  /** docx, pdf, lcms, readout, each with `withAdvice` behind it where that was chosen; life, dossier, attachment, emergency */
  readonly format: string;
  readonly sha256: string;
  readonly bytes: number;
}

/** Answer to `render`. `name` is a file name without folder, safe on Windows and Linux. */
export type Rendered =
  | { readonly kind: 'bytes'; readonly name: string; readonly bytes: Uint8Array }
  | { readonly kind: 'text'; readonly name: string; readonly text: string }
  | { readonly kind: 'html'; readonly name: string; readonly html: string }
  /** not made yet: written with `writeArchive` at the place that a person chose */
  | { readonly kind: 'archive'; readonly name: string };
