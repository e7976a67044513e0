/**
 * Files that a person takes along: the store renders, main prints, asks where, and writes. The window names formats, never a path;
 * what it hears back is a folder's name to show.
 */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import path from 'node:path';
import type { Clipboard, Dialog } from 'electron';
import type { CallInput, CallOutput, EventPayload, ExportFormat } from '../../shared/contract.ts';
import { AppError, type Result } from '../../shared/errors.ts';
import type { Rendered } from '../store/port.ts';
import type { StoreLink } from './store-link.ts';
import { writeFiles } from './write-file.ts';

export interface ExportParts {
  readonly store: Pick<StoreLink, 'render' | 'exported'>;
  readonly print: (html: string) => Promise<Uint8Array>;
  readonly dialog: Pick<Dialog, 'showSaveDialog' | 'showOpenDialog'>;
  readonly clipboard: Pick<Clipboard, 'writeText'>;
  /** where the dialog starts: the person's documents */
  readonly startFolder: string;
  readonly progress: (progress: EventPayload<'job.progress'>) => void;
  readonly log: (line: string) => void;
}

interface ReadyFile {
  readonly format: ExportFormat;
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** An error value of another process, thrown on as what it was. */
function unwrap<T>(result: Result<T>): T {
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

export function createExport(parts: ExportParts): {
  readonly save: (input: CallInput<'export.save'>) => Promise<CallOutput<'export.save'>>;
  readonly copy: (input: CallInput<'export.copy'>) => Promise<CallOutput<'export.copy'>>;
} {
  async function toBytes(rendered: Rendered): Promise<Uint8Array> {
    if (rendered.kind === 'bytes') return rendered.bytes;
    if (rendered.kind === 'text') return Buffer.from(rendered.text, 'utf8');
    try {
      return await parts.print(rendered.html);
    } catch (thrown) {
      throw new AppError('export.failed', 'printing failed', { cause: thrown });
    }
  }

  /** The place of each file, or undefined when the person thought better of it. */
  async function askWhere(files: readonly ReadyFile[]): Promise<string[] | undefined> {
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

  return {
    save: async ({ id, formats, locale }) => {
      const wanted = [...new Set(formats)];
      const files: ReadyFile[] = [];
      for (const [done, format] of wanted.entries()) {
        parts.progress({ job: 'export', done, total: wanted.length, label: format });
        const rendered = unwrap(await parts.store.render(id, format, locale));
        files.push({ format, name: rendered.name, bytes: await toBytes(rendered) });
      }
      parts.progress({ job: 'export', done: wanted.length, total: wanted.length, label: '' });

      const places = await askWhere(files);
      if (!places) return { cancelled: true, folder: '', files: [] };
      const placed = files.map((file, index) => ({ ...file, path: places[index] ?? '' }));
      await writeFiles(placed, 'export.failed');
      for (const { format, bytes } of placed) {
        // the files are there and stay; a trail that misses a line is told in the log, not as a failed export
        const noted = await parts.store.exported(id, format, createHash('sha256').update(bytes).digest('hex'), bytes.length);
        if (!noted.ok) parts.log(`export was not noted in the trail: ${noted.error.code}`);
      }
      return {
        cancelled: false,
        folder: path.dirname(places[0] ?? ''),
        files: placed.map((file) => ({ format: file.format, name: path.basename(file.path), bytes: file.bytes.length })),
      };
    },
    copy: async ({ id, format, locale }) => {
      const rendered = unwrap(await parts.store.render(id, format, locale));
      if (rendered.kind !== 'text') throw new AppError('export.failed', `${format} is not text`);
      await parts.clipboard.writeText(rendered.text);
      return { characters: rendered.text.length };
    },
  };
}
