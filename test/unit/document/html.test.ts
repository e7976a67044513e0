import { DOMParser } from '@xmldom/xmldom';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { renderHtml } from '../../../shared/document/html.ts';
import { requestModel } from '../../../shared/document/request-model.ts';
import { modelInput, requestDocument } from '../../helpers/request.ts';

const hostile = `<script>alert(1)</script><img src=x onerror="alert(1)" style='color:red'>&amp;"'`;
const html = renderHtml(requestModel(modelInput()));

describe('the page of a request', () => {
  it('knows its language, its title and its style sheet', () => {
    expect(html).toMatch(/^<!doctype html>\n<html lang="nl" /);
    expect(html).toContain('<title>CONCEPT · Verzoek om militaire bijstand · VR24-2021-001 · versie 1</title>');
    expect(html).toContain('<link rel="stylesheet" href="/print.css">');
    expect(renderHtml(requestModel(modelInput({}, { locale: 'en' })))).toContain('<html lang="en"');
  });

  it('holds no script, no style and nothing from elsewhere', () => {
    expect(html).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+=|javascript:|https?:/i);
  });

  it('has one title and a heading for every section, each with its own anchor', () => {
    expect(html.match(/<h1/g)).toHaveLength(1);
    const anchors = [...html.matchAll(/<h2 id="([^"]+)">/g)].map((found) => found[1]);
    expect(anchors).toHaveLength(12);
    expect(new Set(anchors).size).toBe(12);
    expect(html).not.toMatch(/<h[3-6]/);
  });

  it('gives every table heads with a scope and a name', () => {
    const tables = html.match(/<table[^>]*>[\s\S]*?<\/table>/g) ?? [];
    expect(tables.length).toBeGreaterThan(8);
    for (const table of tables) {
      expect(table).toMatch(/<caption>|aria-labelledby="/);
      expect(table).not.toMatch(/<th(?!ead|[ ]scope=)/);
    }
    expect(html).toContain('<th scope="col">Capaciteit</th>');
    for (const [, id] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(html).toContain(`id="${id}"`);
  });

  it('carries the words of head and foot for the style sheet', () => {
    for (const [name, value] of Object.entries({ 'data-running': 'Verzoek om militaire bijstand · VR24-2021-001 · versie 1', 'data-standing': 'CONCEPT', 'data-made': '14-07-2021 16:05 (CEST) · ZL-01 (RMOA)', 'data-page': 'pagina', 'data-of': 'van' })) {
      expect(html).toContain(`${name}="${value}"`);
    }
    // A word that the sheet does not use, or asks for in vain, would be missing from every page.
    const sheet = readFileSync(new URL('../../../renderer/public/print.css', import.meta.url), 'utf8');
    expect([...new Set([...sheet.matchAll(/attr\((data-[a-z]+)\)/g)].map((found) => found[1]))].toSorted()).toEqual(['data-made', 'data-of', 'data-page', 'data-running', 'data-standing']);
  });

  it('says exercise in head, foot and text', () => {
    const exercise = renderHtml(requestModel(modelInput({}, { exercise: true })));
    expect(exercise).toContain('<body class="draft exercise">');
    expect(exercise).toContain('data-standing="OEFENING · CONCEPT"');
    expect(exercise).toContain('data-made="OEFENING · ');
  });

  it('says that it is final when it is', () => {
    const final = renderHtml(requestModel(modelInput({}, { document: requestDocument({}, { state: 'finalised' }) })));
    expect(final).toContain('data-standing="Vastgesteld"');
    expect(final).not.toContain('CONCEPT');
  });

  it('shows hostile text as text, wherever it stands', () => {
    const values = {
      'applicant.incident': hostile,
      'situation.description': hostile,
      'applicant.contact': { function: hostile, phone: hostile },
      'capabilities.lines': [{ id: '5a0c0000-0000-4000-8000-000000000001', description: hostile, unit: hostile, note: hostile, substitutes: hostile }],
      'sending.signature': { office: hostile, name: hostile, mandated: true, mandate: hostile },
    };
    const document = requestDocument(values, { reference: hostile, packVersions: { capabilities: hostile } });
    const page = renderHtml(requestModel(modelInput({}, { document, author: { post: hostile, function: hostile } })));
    expect(page.match(/<(script|img|style)/gi)).toBeNull();
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    // Every attribute stays closed: the page is still one tree with the same elements.
    const errors: string[] = [];
    const wellFormed = page.replace('<!doctype html>', '').replace(/<(meta|link)([^>]*)>/g, '<$1$2/>');
    const tree = new DOMParser({ errorHandler: (level, message) => errors.push(`${level}: ${message}`) }).parseFromString(wellFormed, 'text/xml');
    expect(errors).toEqual([]);
    expect(tree.getElementsByTagName('h1')).toHaveLength(1);
    expect(tree.getElementsByTagName('body').item(0)?.attributes).toHaveLength(1);
  });
});
