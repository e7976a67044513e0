import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ExportParts, createExport } from '../../../electron/main/export.ts';
import type { Rendered } from '../../../electron/store/port.ts';
import type { Result } from '../../../shared/errors.ts';

let folder: string;
let noted: { format: string; sha256: string; bytes: number }[];
let asked: { single: boolean; defaultPath: string | undefined }[];
let copied: string[];
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'export-'));
  noted = [];
  asked = [];
  copied = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const papers: Record<string, Rendered> = {
  docx: { kind: 'bytes', name: 'verzoek.docx', bytes: Buffer.from('PK docx') },
  pdf: { kind: 'html', name: 'verzoek.pdf', html: '<p>verzoek</p>' },
  lcms: { kind: 'text', name: 'verzoek.txt', text: 'één verzoek' },
};

function exporting(chosen: string | undefined, more: Partial<ExportParts> = {}) {
  return createExport({
    store: {
      render: async (_id, format): Promise<Result<Rendered>> => {
        const paper = papers[format];
        return paper ? { ok: true, value: paper } : { ok: false, error: { code: 'export.failed', message: 'no such paper' } };
      },
      exported: async (_id, format, sha256, bytes) => {
        noted.push({ format, sha256, bytes });
        return { ok: true, value: {} };
      },
    },
    print: async (html) => Buffer.from(`%PDF ${html}`),
    dialog: {
      showSaveDialog: async (options: unknown) => {
        asked.push({ single: true, defaultPath: (options as Electron.SaveDialogOptions).defaultPath });
        return { canceled: chosen === undefined, filePath: chosen ?? '' };
      },
      showOpenDialog: async (options: unknown) => {
        asked.push({ single: false, defaultPath: (options as Electron.OpenDialogOptions).defaultPath });
        return { canceled: chosen === undefined, filePaths: chosen === undefined ? [] : [chosen] };
      },
    },
    clipboard: { writeText: async (text) => void copied.push(text) },
    startFolder: '/home/u/Documents',
    progress: () => {},
    log: () => {},
    ...more,
  });
}

const input = { id: '018f0000-0000-7000-8000-000000000001', locale: 'nl' as const };

describe('saving', () => {
  it('one format asks for its file, writes it and notes its hash', async () => {
    const file = path.join(folder, 'mijn verzoek.txt');
    expect(await exporting(file).save({ ...input, formats: ['lcms'] })).toEqual({ cancelled: false, folder, files: [{ format: 'lcms', name: 'mijn verzoek.txt', bytes: 13 }] });
    expect(readFileSync(file, 'utf8')).toBe('één verzoek');
    expect(asked).toEqual([{ single: true, defaultPath: path.join('/home/u/Documents', 'verzoek.txt') }]);
    expect(noted).toEqual([{ format: 'lcms', sha256: createHash('sha256').update('één verzoek').digest('hex'), bytes: 13 }]);
  });

  it('several formats ask for a folder and overwrite nothing in it', async () => {
    writeFileSync(path.join(folder, 'verzoek.pdf'), 'van gisteren');
    const { files } = await exporting(folder).save({ ...input, formats: ['docx', 'pdf', 'docx'] });
    expect(files.map(({ name }) => name)).toEqual(['verzoek.docx', 'verzoek (2).pdf']);
    expect(readFileSync(path.join(folder, 'verzoek.pdf'), 'utf8')).toBe('van gisteren');
    expect(readFileSync(path.join(folder, 'verzoek (2).pdf'), 'utf8')).toBe('%PDF <p>verzoek</p>');
  });

  it.each([[['lcms'] as const], [['docx', 'pdf'] as const]])('%j writes and notes nothing when the person thinks better of it', async (formats) => {
    expect(await exporting(undefined).save({ ...input, formats: [...formats] })).toEqual({ cancelled: true, folder: '', files: [] });
    expect(noted).toEqual([]);
  });

  it('asks nothing when a paper cannot be made', async () => {
    await expect(exporting(folder).save({ ...input, formats: ['docx', 'readout'] })).rejects.toMatchObject({ code: 'export.failed' });
    expect(asked).toEqual([]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('tells a failed print as a failed export', async () => {
    const print = async (): Promise<never> => {
      throw new Error('no printer');
    };
    await expect(exporting(folder, { print }).save({ ...input, formats: ['pdf'] })).rejects.toMatchObject({ code: 'export.failed' });
  });

  it('notes nothing when writing fails', async () => {
    await expect(exporting(path.join(folder, 'nowhere', 'a.txt')).save({ ...input, formats: ['lcms'] })).rejects.toMatchObject({ code: 'export.failed', details: { folder: path.join(folder, 'nowhere') } });
    expect(noted).toEqual([]);
  });

  it('keeps the file when the trail could not be written, and says so in the log', async () => {
    const log: string[] = [];
    const file = path.join(folder, 'a.txt');
    const store: ExportParts['store'] = { render: async () => ({ ok: true, value: papers['lcms']! }), exported: async () => ({ ok: false, error: { code: 'disk.full', message: 'full' } }) };
    expect(await exporting(file, { store, log: (line) => log.push(line) }).save({ ...input, formats: ['lcms'] })).toMatchObject({ cancelled: false });
    expect(log.join()).toContain('disk.full');
  });

  it('passes on why the store gave no paper', async () => {
    const store: ExportParts['store'] = { render: async () => ({ ok: false, error: { code: 'post.locked', message: 'locked' } }), exported: async () => ({ ok: true, value: {} }) };
    await expect(exporting(folder, { store }).save({ ...input, formats: ['pdf'] })).rejects.toMatchObject({ code: 'post.locked' });
  });
});

describe('copying', () => {
  it('puts the text on the clipboard and says how long it is', async () => {
    expect(await exporting(undefined).copy({ ...input, format: 'lcms' })).toEqual({ characters: 11 });
    expect(copied).toEqual(['één verzoek']);
  });
});
