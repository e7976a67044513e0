import { DOMParser } from '@xmldom/xmldom';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import { renderDocx } from '../../../electron/export/docx.ts';
import type { RenderAnswer } from '../../../electron/export/worker.ts';
import type { DocumentModel } from '../../../shared/document/model.ts';
import { requestModel } from '../../../shared/document/request-model.ts';
import { modelInput, requestDocument } from '../../helpers/request.ts';

const model = requestModel(modelInput());
const opened = async (bytes: Uint8Array): Promise<JSZip> => JSZip.loadAsync(bytes);
const part = async (zip: JSZip, name: string): Promise<string> => zip.file(name)?.async('string') ?? Promise.reject(new Error(`no part ${name}`));

const tree = (xml: string): Document => new DOMParser().parseFromString(xml, 'text/xml');
/** Elements of a name as an array: xmldom's lists cannot be iterated. */
const elements = (inside: Document | Element, name: string): Element[] => Array.from({ length: inside.getElementsByTagName(name).length }, (_, index) => inside.getElementsByTagName(name).item(index)!);

/** The paragraphs of a part: style and text. */
function paragraphs(xml: string): { style: string; text: string }[] {
  return elements(tree(xml), 'w:p').map((paragraph) => ({
    style: elements(paragraph, 'w:pStyle')[0]?.getAttribute('w:val') ?? '',
    text: elements(paragraph, 'w:t').map((run) => run.textContent ?? '').join(''),
  }));
}

/** The one part whose name begins so and that holds the words. */
async function running(zip: JSZip, kind: 'header' | 'footer'): Promise<string> {
  const names = Object.keys(zip.files).filter((name) => name.startsWith(`word/${kind}`) && name.endsWith('.xml'));
  expect(names).toHaveLength(1);
  return part(zip, names[0]!);
}

describe('a Word file of a request', () => {
  let zip: JSZip;
  let body: string;
  beforeAll(async () => {
    zip = await opened(await renderDocx(model));
    body = await part(zip, 'word/document.xml');
  });

  it('holds only well-formed parts', async () => {
    const names = Object.keys(zip.files).filter((name) => /\.(xml|rels)$/.test(name));
    expect(names).toEqual(expect.arrayContaining(['[Content_Types].xml', 'word/document.xml', 'word/styles.xml', 'docProps/core.xml', 'word/numbering.xml']));
    for (const name of names) {
      const errors: string[] = [];
      new DOMParser({ errorHandler: (level, message) => errors.push(`${name} ${level}: ${message}`) }).parseFromString(await part(zip, name), 'text/xml');
      expect(errors).toEqual([]);
    }
  });

  it('has a title and a real heading for every section', () => {
    const found = paragraphs(body);
    expect(found.filter((one) => one.style === 'Title').map((one) => one.text)).toEqual(['Verzoek om militaire bijstand']);
    expect(found.filter((one) => one.style === 'Heading1').map((one) => one.text)).toEqual(model.blocks.flatMap((block) => (block.kind === 'heading' ? [block.text] : [])));
  });

  it('defines the styles that it uses', async () => {
    const defined = new Set([...(await part(zip, 'word/styles.xml')).matchAll(/w:styleId="([^"]+)"/g)].map((found) => found[1]));
    for (const style of new Set(paragraphs(body).map((one) => one.style).filter(Boolean))) expect(defined, style).toContain(style);
  });

  it('is Dutch, also to the spelling check', async () => {
    expect(await part(zip, 'word/styles.xml')).toContain('<w:lang w:val="nl-NL"');
    const english = await opened(await renderDocx(requestModel(modelInput({}, { locale: 'en' }))));
    expect(await part(english, 'word/styles.xml')).toContain('<w:lang w:val="en-GB"');
  });

  it('numbers its pages in the foot and says CONCEPT in the head of each', async () => {
    const head = paragraphs(await running(zip, 'header')).map((one) => one.text).join('');
    expect(head).toContain('Verzoek om militaire bijstand · VR24-2021-001 · versie 1');
    expect(head).toContain('CONCEPT');
    const foot = await running(zip, 'footer');
    expect(foot).toMatch(/<w:instrText[^>]*>PAGE</);
    expect(foot).toMatch(/<w:instrText[^>]*>NUMPAGES</);
    expect(paragraphs(foot).map((one) => one.text).join('')).toMatch(/14-07-2021 16:05 \(CEST\).*pagina .* van /);
    expect(body).not.toContain('w:titlePg');
  });

  it('is A4', () => {
    expect(body).toMatch(/<w:pgSz[^>]*w:w="1190[67]"[^>]*w:h="168(39|40)"/);
  });

  it('says in its properties what it is and who made it', async () => {
    const core = await part(zip, 'docProps/core.xml');
    expect(core).toContain('<dc:title>Verzoek om militaire bijstand VR24-2021-001</dc:title>');
    expect(core).toContain('<dc:creator>ZL-01 (RMOA)</dc:creator>');
    expect(core).toMatch(/<dc:subject>[^<]*versie 1<\/dc:subject>/);
  });

  it('repeats the head of the table of capabilities and keeps its rows whole', () => {
    const tables = elements(tree(body), 'w:tbl');
    const capabilities = tables.filter((table) => table.textContent?.includes('Vervangend'));
    expect(capabilities).toHaveLength(1);
    const rows = elements(capabilities[0]!, 'w:tr');
    expect(rows).toHaveLength(3);
    expect(rows.map((row) => row.getElementsByTagName('w:tblHeader').length)).toEqual([1, 0, 0]);
    for (const row of rows) expect(row.getElementsByTagName('w:cantSplit')).toHaveLength(1);
  });

  it('says every fact of the model', () => {
    const text = paragraphs(body).map((one) => one.text).join('\n');
    for (const block of model.blocks) {
      if (block.kind === 'facts' || block.kind === 'signature') for (const fact of block.kind === 'facts' ? block.facts : block.lines) for (const words of [fact.label, ...fact.text]) expect(text).toContain(words);
      if (block.kind === 'table') for (const cell of block.rows.flat()) expect(text).toContain(cell);
      if (block.kind === 'list') for (const item of block.items) expect(text).toContain(item);
      if (block.kind === 'remark') expect(text).toContain(block.text);
    }
  });
});

describe('the standing of a Word file', () => {
  it('is not CONCEPT when it is final', async () => {
    const zip = await opened(await renderDocx(requestModel(modelInput({}, { document: requestDocument({}, { state: 'finalised' }) }))));
    const all = `${await part(zip, 'word/document.xml')}${await running(zip, 'header')}`;
    expect(all).not.toContain('CONCEPT');
    expect(all).toContain('Vastgesteld');
  });

  it('is OEFENING in head and foot of an exercise', async () => {
    const zip = await opened(await renderDocx(requestModel(modelInput({}, { exercise: true }))));
    for (const kind of ['header', 'footer'] as const) expect(await running(zip, kind)).toContain('OEFENING');
  });
});

describe('hostile text in a Word file', () => {
  it('stays text, and the file stays whole', async () => {
    const hostile = '</w:t><w:p/>&amp; <script> \u0000\u000B\uD800\uFFFF "\'';
    const zip = await opened(await renderDocx(requestModel(modelInput({ 'situation.description': hostile }, { document: requestDocument({ 'situation.description': hostile }, { reference: hostile }), author: { post: hostile, function: 'rmoa' } }))));
    const errors: string[] = [];
    for (const name of ['word/document.xml', 'docProps/core.xml']) {
      const xml = await part(zip, name);
      new DOMParser({ errorHandler: (level, message) => errors.push(`${level}: ${message}`) }).parseFromString(xml, 'text/xml');
      expect(xml).not.toMatch(/[^\P{Cc}\n\r\t]|\uFFFF/u);
    }
    expect(errors).toEqual([]);
    expect(paragraphs(await part(zip, 'word/document.xml')).some((one) => one.text.includes('</w:t><w:p/>&amp; <script>'))).toBe(true);
  });
});

describe('the worker', () => {
  it('answers a model with its file and a broken one with a failure, and goes on', async () => {
    const worker = new Worker(new URL('../../../electron/export/worker.ts', import.meta.url));
    const ask = async (asked: DocumentModel): Promise<RenderAnswer> =>
      new Promise((resolve, reject) => {
        worker.once('error', reject);
        worker.once('message', resolve);
        worker.postMessage(asked, []);
      });
    try {
      const broken = await ask({ ...model, title: 'geheim', blocks: null as unknown as DocumentModel['blocks'] });
      expect(broken).toMatchObject({ ok: false });
      expect(JSON.stringify(broken)).not.toContain('geheim');
      const good = await ask(model);
      expect(good).toMatchObject({ ok: true });
      if (good.ok) expect(Object.keys((await opened(good.bytes)).files)).toContain('word/document.xml');
    } finally {
      await worker.terminate();
    }
  });
});

const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((file) => existsSync(file));

describe('LibreOffice, where it is installed', () => {
  it.skipIf(office === undefined)('opens the file and finds its pages', { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'steunpunt-docx-'));
    try {
      writeFileSync(path.join(folder, 'verzoek.docx'), await renderDocx(model));
      execFileSync(office!, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, path.join(folder, 'verzoek.docx')], { stdio: 'ignore' });
      const text = readFileSync(path.join(folder, 'verzoek.txt'), 'utf8');
      for (const words of ['Verzoek om militaire bijstand', '4 Gewenst effect', 'Algemene eenheid met vrachtauto\'s', 'Ondertekening']) expect(text).toContain(words);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});
