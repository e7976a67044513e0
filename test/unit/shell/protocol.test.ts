import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Pages, contentSecurityPolicy, createPages } from '../../../electron/main/protocol.ts';

let folder: string;
let pages: Pages;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'protocol-'));
  const root = path.join(folder, 'renderer');
  mkdirSync(path.join(root, 'assets'), { recursive: true });
  writeFileSync(path.join(folder, 'secret.txt'), 'geheim');
  writeFileSync(path.join(root, 'index.html'), '<!doctype html><title>begin</title>');
  writeFileSync(path.join(root, 'assets', 'a.js'), 'export {};');
  writeFileSync(path.join(root, 'assets', 'a.exe'), 'MZ');
  pages = createPages(root);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ask = (url: string, method = 'GET') => pages.respond({ url, method });

describe('what the origin serves', () => {
  it.each([
    ['app://steunpunt/', 'text/html; charset=utf-8'],
    ['app://steunpunt/index.html', 'text/html; charset=utf-8'],
    ['app://steunpunt/index.html?a=b#c', 'text/html; charset=utf-8'],
    ['app://steunpunt/assets/a.js', 'text/javascript; charset=utf-8'],
  ])('%s', async (url, type) => {
    const response = await ask(url);
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(type);
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('referrer-policy')).toBe('no-referrer');
    expect(response.headers.get('cross-origin-opener-policy')).toBe('same-origin');
  });

  it.each([
    'app://steunpunt/../secret.txt',
    'app://steunpunt/assets/../../secret.txt',
    'app://steunpunt/%2e%2e/secret.txt',
    'app://steunpunt/%2e%2e%2fsecret.txt',
    'app://steunpunt/..%5csecret.txt',
    'app://steunpunt/..\\secret.txt',
    'app://steunpunt/assets/a.js%00.html',
    'app://steunpunt/%00',
    'app://steunpunt//index.html',
    'app://steunpunt/index.html/',
    'app://steunpunt/INDEX.HTML',
    'app://steunpunt/assets',
    'app://steunpunt/assets/',
    'app://steunpunt/assets/a.exe',
    'app://steunpunt/constructor',
    'app://steunpunt/__proto__',
    'app://steunpunt/etc/passwd',
    'app://steunpunt/print/onbekend',
    'app://elders/index.html',
    'app://steunpunt.example.org/index.html',
    'app://u:p@steunpunt/index.html',
    'http://steunpunt/index.html',
    'file:///etc/passwd',
    'not an address',
    '',
  ])('does not exist: %s', async (url) => {
    const response = await ask(url);
    expect(response.status).toBe(404);
    expect(await response.text()).toBe('');
    expect(response.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  });

  it.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('answers no %s', async (method) => {
    expect((await ask('app://steunpunt/', method)).status).toBe(405);
  });
});

describe('a page for print', () => {
  it('is served once, under an address that cannot be guessed', async () => {
    const one = pages.keepPrintPage('<p>een</p>');
    const two = pages.keepPrintPage('<p>twee</p>');
    expect(one.url).toMatch(/^app:\/\/steunpunt\/print\/[\w-]{32}$/);
    expect(one.url).not.toBe(two.url);
    const response = await ask(one.url);
    expect(await response.text()).toBe('<p>een</p>');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect((await ask(one.url)).status).toBe(404);
  });

  it('is gone when it was dropped', async () => {
    const page = pages.keepPrintPage('<p>een</p>');
    page.drop();
    expect((await ask(page.url)).status).toBe(404);
  });
});
