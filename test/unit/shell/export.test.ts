import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ExportParts, createExport } from '../../../electron/main/export.ts';
import type { Paper, Rendered } from '../../../electron/store/port.ts';
import { longestScriptFile } from '../../../shared/domain/exercise-script.ts';
import type { Result } from '../../../shared/errors.ts';

let folder: string;
let noted: { format: string; sha256: string; bytes: number }[];
let asked: { single: boolean; defaultPath: string | undefined }[];
let copied: string[];
let asking: Paper[];
let attached: string[];

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'export-'));
  noted = [];
  asked = [];
  copied = [];
  asking = [];
  attached = [];
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const papers: Record<string, Rendered> = {
  docx: { kind: 'bytes', name: 'verzoek.docx', bytes: Buffer.from('PK docx') },
  pdf: { kind: 'html', name: 'verzoek.pdf', html: '<p>verzoek</p>' },
  lcms: { kind: 'text', name: 'verzoek.txt', text: 'één verzoek' },
  contact: { kind: 'text', name: 'LOCC.vcf', text: 'BEGIN:VCARD' },
  emergency: { kind: 'html', name: 'noodset.pdf', html: '<p>nood</p>' },
  attachment: { kind: 'bytes', name: 'kaart.png', bytes: Buffer.from('png') },
  dossier: { kind: 'archive', name: 'Dossier.zip' },
};

function exporting(chosen: string | undefined, more: Partial<ExportParts> = {}) {
  return createExport({
    store: {
      render: async (wanted): Promise<Result<Rendered>> => {
        asking.push(wanted);
        const paper = papers[wanted.kind === 'document' ? wanted.format : wanted.kind];
        return paper ? { ok: true, value: paper } : { ok: false, error: { code: 'export.failed', message: 'no such paper' } };
      },
      writeArchive: async (unfinished) => {
        writeFileSync(unfinished, 'PK zip');
        return { ok: true, value: { bytes: 6, sha256: 'f'.repeat(64) } };
      },
      stopArchive: async () => ({ ok: true, value: {} }),
      exported: async ({ documentId: _id, ...file }) => {
        noted.push(file);
        return { ok: true, value: {} };
      },
      attach: async (_id, file) => {
        attached.push(file);
        return { ok: false, error: { code: 'attachment.type', message: 'no' } };
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

const nothingAttached: ExportParts['store']['attach'] = async () => ({ ok: false, error: { code: 'internal', message: 'not asked' } });

const nothingWritten: ExportParts['store']['writeArchive'] = async () => ({ ok: false, error: { code: 'disk.full', message: 'full' } });
const nothingStopped: ExportParts['store']['stopArchive'] = async () => ({ ok: true, value: {} });

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
    const store: ExportParts['store'] = { render: async () => ({ ok: true, value: papers['lcms']! }), exported: async () => ({ ok: false, error: { code: 'disk.full', message: 'full' } }), attach: nothingAttached, writeArchive: nothingWritten, stopArchive: nothingStopped };
    expect(await exporting(file, { store, log: (line) => log.push(line) }).save({ ...input, formats: ['lcms'] })).toMatchObject({ cancelled: false });
    expect(log.join()).toContain('disk.full');
  });

  it('passes on why the store gave no paper', async () => {
    const store: ExportParts['store'] = { render: async () => ({ ok: false, error: { code: 'post.locked', message: 'locked' } }), exported: async () => ({ ok: true, value: {} }), attach: nothingAttached, writeArchive: nothingWritten, stopArchive: nothingStopped };
    await expect(exporting(folder, { store }).save({ ...input, formats: ['pdf'] })).rejects.toMatchObject({ code: 'post.locked' });
  });
});

describe('copying', () => {
  it('puts the text on the clipboard and says how long it is', async () => {
    expect(await exporting(undefined).copy({ ...input, format: 'lcms' })).toEqual({ characters: 11 });
    expect(copied).toEqual(['één verzoek']);
  });
});

describe('one file', () => {
  const id = input.id;

  it('of a contact, an emergency set or an attachment is asked for, written and noted', async () => {
    const save = async (name: string, run: (parts: ReturnType<typeof exporting>) => Promise<{ name: string }>): Promise<string> => {
      const file = path.join(folder, name);
      expect((await run(exporting(file))).name).toBe(name);
      return readFileSync(file, 'utf8');
    };
    expect(await save('a.vcf', (parts) => parts.saveContact({ contactId: 'locc' }))).toBe('BEGIN:VCARD');
    expect(await save('b.pdf', (parts) => parts.saveEmergencySet({ regionCode: 'VR24', capabilityIds: ['boats'], requestIds: [id], locale: 'nl' }))).toBe('%PDF <p>nood</p>');
    expect(await save('c.png', (parts) => parts.saveAttachment({ id, attachmentId: id }))).toBe('png');
    expect(asking).toContainEqual({ kind: 'emergency', regionCode: 'VR24', capabilityIds: ['boats'], requestIds: [id] });
    expect(noted.map(({ format }) => format)).toEqual(['vcard', 'emergency', 'attachment']);
  });

  it('of a dossier is written by the store beside the place that was chosen, and put there when it is whole', async () => {
    const file = path.join(folder, 'alles.zip');
    expect(await exporting(file).saveDossier({ id, locale: 'nl' })).toEqual({ cancelled: false, folder, name: 'alles.zip', bytes: 6 });
    expect(asked).toEqual([{ single: true, defaultPath: path.join('/home/u/Documents', 'Dossier.zip') }]);
    expect(readdirSync(folder)).toEqual(['alles.zip']);
    expect(noted).toEqual([{ format: 'dossier', sha256: 'f'.repeat(64), bytes: 6 }]);
  });

  it('of a dossier that stops half way leaves the file that was there', async () => {
    const file = path.join(folder, 'alles.zip');
    writeFileSync(file, 'van gisteren');
    const store: ExportParts['store'] = {
      render: async () => ({ ok: true, value: papers['dossier']! }),
      writeArchive: async (unfinished) => {
        writeFileSync(unfinished, 'PK hal');
        return { ok: false, error: { code: 'disk.full', message: 'full' } };
      },
      exported: async () => ({ ok: true, value: {} }),
      attach: nothingAttached,
      stopArchive: nothingStopped,
    };
    await expect(exporting(file, { store }).saveDossier({ id, locale: 'nl' })).rejects.toMatchObject({ code: 'disk.full' });
    expect(readdirSync(folder)).toEqual(['alles.zip']);
    expect(readFileSync(file, 'utf8')).toBe('van gisteren');
  });

  it('of an exercise that a person ends leaves nothing and is no failure', async () => {
    const file = path.join(folder, 'oefening.zip');
    const store: ExportParts['store'] = {
      render: async () => ({ ok: true, value: { kind: 'archive', name: 'OEFENING Waterwolf.zip' } }),
      writeArchive: async (unfinished) => {
        writeFileSync(unfinished, 'PK hal');
        return { ok: false, error: { code: 'export.stopped', message: 'stopped' } };
      },
      exported: async () => ({ ok: true, value: {} }),
      attach: nothingAttached,
      stopArchive: nothingStopped,
    };
    expect(await exporting(file, { store }).saveExercise({ id, locale: 'nl' })).toMatchObject({ cancelled: true });
    expect(readdirSync(folder)).toEqual([]);
    expect(noted).toEqual([]);
  });

  it('of a script is only taken as text, and one that is too large for a script is refused', async () => {
    const file = path.join(folder, 'draaiboek.json');
    writeFileSync(file, '{"format":"x"}');
    expect(await exporting(file).readScript()).toEqual({ cancelled: false, name: 'draaiboek.json', text: '{"format":"x"}' });
    writeFileSync(file, ' '.repeat(longestScriptFile + 1));
    await expect(exporting(file).readScript()).rejects.toMatchObject({ code: 'script.large' });
    expect(await exporting(undefined).readScript()).toMatchObject({ cancelled: true });
  });

  it('is not written when the person thinks better of it', async () => {
    expect(await exporting(undefined).saveContact({ contactId: 'locc' })).toEqual({ cancelled: true, folder: '', name: '', bytes: 0 });
    expect(readdirSync(folder)).toEqual([]);
    expect(noted).toEqual([]);
  });
});

describe('attaching', () => {
  it('hands the chosen path to the store and passes on why it was refused', async () => {
    await expect(exporting('/elders/kaart.exe').attach({ id: input.id })).rejects.toMatchObject({ code: 'attachment.type' });
    expect(attached).toEqual(['/elders/kaart.exe']);
  });

  it('asks the store nothing when no file was chosen', async () => {
    expect(await exporting(undefined).attach({ id: input.id })).toEqual({ cancelled: true });
    expect(attached).toEqual([]);
  });
});

it('copies a short text as it is', async () => {
  expect(await exporting(undefined).copyText({ text: '088 662 80 48' })).toEqual({ characters: 13 });
  expect(copied).toEqual(['088 662 80 48']);
});
