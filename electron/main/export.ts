/**
 * Files that a person takes along: the store renders, main prints, asks where, and writes. The window names formats, never a path;
 * what it hears back is a folder's name to show.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Clipboard, Dialog } from 'electron';
import type { CallInput, CallOutput, EventPayload, TakenFile } from '../../shared/contract.ts';
import { largestAttachment, mediaTypes } from '../../shared/domain/attachment.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import { longestScriptFile } from '../../shared/domain/exercise-script.ts';
import { AppError, type Result } from '../../shared/errors.ts';
import type { Written } from '../export/archive.ts';
import type { ArchivePaper, Paper, Rendered } from '../store/port.ts';
import type { StoreLink } from './store-link.ts';
import { placeWhole, writeFiles } from './write-file.ts';

export interface ExportParts {
  readonly store: Pick<StoreLink, 'render' | 'writeArchive' | 'stopArchive' | 'exported' | 'attach'>;
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly dialog: Pick<Dialog, 'showSaveDialog' | 'showOpenDialog'>;
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  /** where the dialog starts: the person's documents */
  readonly startFolder: string;
  readonly progress: (progress: EventPayload<'job.progress'>) => void;
  readonly log: (line: string) => void;
}

interface NamedBytes {
  readonly name: string;
  readonly bytes: Uint8Array;
}

interface ReadyFile<F extends string = string> extends NamedBytes {
  /** as the trail calls it */
  readonly format: F;
}

/** An error value of another process, thrown on as what it was. */
export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  const { code, message, field, details } = result.error;
  throw new AppError(code, message, { ...(field === undefined ? {} : { field }), ...(details === undefined ? {} : { details }) });
}

/** `paper.docx`, `paper (2).docx`…: a folder that was chosen is no leave to overwrite what lies in it. */
function freeName(folder: string, name: string): string {
  const { name: stem, ext } = path.parse(name);
  let candidate = name;
  for (let number = 2; existsSync(path.join(folder, candidate)); number += 1) candidate = `${stem} (${number})${ext}`;
  return candidate;
}

/** Throws `script.large` for what cannot be one, before it is read. */
async function scriptText(file: string): Promise<string> {
  try {
    if ((await stat(file)).size <= longestScriptFile) return await readFile(file, 'utf8');
  } catch (error) {
    throw new AppError('attachment.unreadable', 'the script could not be read', { cause: error });
  }
  throw new AppError('script.large', 'too large for a script');
}

const notTaken: TakenFile = { cancelled: true, folder: '', name: '', bytes: 0 };

export function createExport(parts: ExportParts): {
  readonly save: (input: CallInput<'export.save'>) => Promise<CallOutput<'export.save'>>;
  readonly copy: (input: CallInput<'export.copy'>) => Promise<CallOutput<'export.copy'>>;
  readonly copyText: (input: CallInput<'clipboard.copy'>) => Promise<CallOutput<'clipboard.copy'>>;
  readonly saveContact: (input: CallInput<'contacts.vcard'>) => Promise<TakenFile>;
  readonly saveEmergencySet: (input: CallInput<'print.emergency'>) => Promise<TakenFile>;
  readonly saveAttachment: (input: CallInput<'dossier.saveAttachment'>) => Promise<TakenFile>;
  readonly saveDossier: (input: CallInput<'dossier.export'>) => Promise<TakenFile>;
  readonly saveExercise: (input: CallInput<'exercise.export'>) => Promise<TakenFile>;
  readonly stopExercise: () => Promise<CallOutput<'exercise.cancelExport'>>;
  readonly readScript: () => Promise<CallOutput<'exercise.readScript'>>;
  readonly saveCard: () => Promise<TakenFile>;
  readonly saveInvitation: (input: CallInput<'space.saveInvitation'>) => Promise<TakenFile>;
  readonly attach: (input: CallInput<'dossier.attach'>) => Promise<CallOutput<'dossier.attach'>>;
} {
  async function print(html: string): Promise<Uint8Array> {
    try {
      return await parts.print(html);
    } catch (thrown) {
      throw new AppError('export.failed', 'printing failed', { cause: thrown });
    }
  }

  /** The file that a paper is; printed where it is a page. */
  async function make(paper: Paper, locale: Locale): Promise<NamedBytes> {
    const rendered: Rendered = unwrap(await parts.store.render(paper, locale));
    switch (rendered.kind) {
      case 'bytes':
        return { name: rendered.name, bytes: rendered.bytes };
      case 'text':
        return { name: rendered.name, bytes: Buffer.from(rendered.text, 'utf8') };
      case 'html':
        return { name: rendered.name, bytes: await print(rendered.html) };
      case 'archive':
        throw new AppError('export.failed', `${paper.kind} is no file`);
    }
  }

  /** The place of each file, or undefined when the person thought better of it. */
  async function askWhere(files: readonly { readonly name: string }[]): Promise<string[] | undefined> {
    const [first] = files;
    if (first && files.length === 1) {
      const extension = path.extname(first.name).slice(1);
      const { canceled, filePath } = await parts.dialog.showSaveDialog({
        defaultPath: path.join(parts.startFolder, first.name),
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
        properties: ['createDirectory', 'showOverwriteConfirmation'],
      });
      return canceled || filePath === '' ? undefined : [filePath];
    }
    const { canceled, filePaths } = await parts.dialog.showOpenDialog({ defaultPath: parts.startFolder, properties: ['openDirectory', 'createDirectory'] });
    const [folder] = filePaths;
    return canceled || folder === undefined ? undefined : files.map((file) => path.join(folder, freeName(folder, file.name)));
  }

  /** Writes the files where the person chose, and notes each in the trail. */
  async function write<F extends string>(files: readonly ReadyFile<F>[], places: readonly string[], documentId: string | undefined): Promise<(ReadyFile<F> & { readonly path: string })[]> {
    const placed = files.map((file, index) => ({ ...file, path: places[index] ?? '' }));
    await writeFiles(placed, 'export.failed');
    for (const { format, bytes } of placed) await note(format, { bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') }, documentId);
    return placed;
  }

  /** One line in the trail. The file is there and stays: a line that is missed is told in the log, not as a failed export. */
  async function note(format: string, written: Written, documentId: string | undefined): Promise<void> {
    const noted = await parts.store.exported({ ...(documentId === undefined ? {} : { documentId }), format, ...written });
    if (!noted.ok) parts.log(`export was not noted in the trail: ${noted.error.code}`);
  }

  async function saveOne(file: ReadyFile, documentId?: string): Promise<TakenFile> {
    const places = await askWhere([file]);
    if (!places) return notTaken;
    await write([file], places, documentId);
    const [place = ''] = places;
    return { cancelled: false, folder: path.dirname(place), name: path.basename(place), bytes: file.bytes.length };
  }

  /** Asked where before it is made: it is written there while it is made, and is never whole in memory. */
  async function saveArchive(paper: ArchivePaper, locale: Locale, documentId: string | undefined): Promise<TakenFile> {
    const rendered = unwrap(await parts.store.render(paper, locale));
    if (rendered.kind !== 'archive') throw new AppError('export.failed', `${paper.kind} is no archive`);
    const [place] = (await askWhere([rendered])) ?? [];
    if (place === undefined) return notTaken;
    const written = await placeWhole(place, async (unfinished) => unwrap(await parts.store.writeArchive(unfinished, paper, locale)));
    await note(paper.kind, written, documentId);
    return { cancelled: false, folder: path.dirname(place), name: path.basename(place), bytes: written.bytes };
  }

  const step = (done: number, total: number, label: string): void => parts.progress({ job: 'export', done, total, label });

  return {
    save: async ({ id, formats, locale, withAdvice = false, withLife = false }) => {
      const wanted = [...new Set(formats)];
      const papers: readonly Paper[] = wanted.flatMap((format) => [{ kind: 'document', id, format, withAdvice }, ...(withLife ? [{ kind: 'life' as const, id, format }] : [])]);
      const files: ReadyFile<(typeof wanted)[number]>[] = [];
      for (const [done, paper] of papers.entries()) {
        if (!('format' in paper)) continue;
        step(done, papers.length, paper.format);
        files.push({ format: paper.format, ...(await make(paper, locale)) });
      }
      step(papers.length, papers.length, '');

      const places = await askWhere(files);
      if (!places) return { cancelled: true, folder: '', files: [] };
      const placed = await write(files, places, id);
      return {
        cancelled: false,
        folder: path.dirname(places[0] ?? ''),
        files: placed.map((file) => ({ format: file.format, name: path.basename(file.path), bytes: file.bytes.length })),
      };
    },
    copy: async ({ id, format, locale }) => {
      const rendered = unwrap(await parts.store.render({ kind: 'document', id, format }, locale));
      if (rendered.kind !== 'text') throw new AppError('export.failed', `${format} is not text`);
      await parts.clipboard.writeText(rendered.text);
      return { characters: rendered.text.length };
    },
    copyText: async ({ text }) => {
      await parts.clipboard.writeText(text);
      return { characters: text.length };
    },
    saveContact: async ({ contactId, locale = 'nl' }) => saveOne({ format: 'vcard', ...(await make({ kind: 'contact', id: contactId }, locale)) }),
    saveEmergencySet: async ({ locale, ...chosen }) => {
      step(0, 1, 'pdf');
      const made = await make({ kind: 'emergency', ...chosen }, locale);
      step(1, 1, '');
      return saveOne({ format: 'emergency', ...made });
    },
    saveAttachment: async ({ id, attachmentId }) => saveOne({ format: 'attachment', ...(await make({ kind: 'attachment', dossierId: id, id: attachmentId }, 'nl')) }, id),
    saveDossier: async ({ id, locale }) => saveArchive({ kind: 'dossier', id }, locale, id),
    saveExercise: async ({ id, locale }) => {
      try {
        return await saveArchive({ kind: 'exercise', space: id }, locale, undefined);
      } catch (error) {
        if (error instanceof AppError && error.code === 'export.stopped') return notTaken;
        throw error;
      }
    },
    stopExercise: async () => {
      await parts.store.stopArchive();
      return {};
    },
    readScript: async () => {
      const { canceled, filePaths } = await parts.dialog.showOpenDialog({ defaultPath: parts.startFolder, properties: ['openFile'], filters: [{ name: 'JSON', extensions: ['json'] }] });
      const [file] = filePaths;
      if (canceled || file === undefined) return { cancelled: true, name: '', text: '' };
      return { cancelled: false, name: path.basename(file), text: await scriptText(file) };
    },
    saveCard: async () => saveOne({ format: 'card', ...(await make({ kind: 'card' }, 'nl')) }),
    saveInvitation: async ({ id, signKey, hub }) => saveOne({ format: 'invitation', ...(await make({ kind: 'invitation', space: id, signKey, hub }, 'nl')) }),
    attach: async ({ id }) => {
      const { canceled, filePaths } = await parts.dialog.showOpenDialog({
        defaultPath: parts.startFolder,
        properties: ['openFile'],
        filters: [{ name: `≤ ${largestAttachment / 1_000_000} MB`, extensions: Object.values(mediaTypes).flat() }],
      });
      const [file] = filePaths;
      if (canceled || file === undefined) return { cancelled: true };
      return { cancelled: false, attachment: unwrap(await parts.store.attach(id, file)) };
    },
  };
}
