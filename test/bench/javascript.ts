/** The JavaScript that the window must have before it shows anything, compressed as an installer would. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Bench } from './figure.ts';
import { rounded } from './figure.ts';

const limitKb = 350;

/** The entry script of index.html and all that it imports statically. */
export function firstScripts(folder: string): readonly string[] {
  const html = readFileSync(path.join(folder, 'index.html'), 'utf8');
  const found = new Set<string>();
  const waiting = [...html.matchAll(/<script[^>]+src="\/([^"]+\.js)"/g)].map((match) => match[1] ?? '');
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (found.has(next)) continue;
    found.add(next);
    const code = readFileSync(path.join(folder, next), 'utf8');
    for (const match of code.matchAll(/(?:^|[;\n}])import\s*(?:[^'"()]*?from\s*)?["'](\.\/[^"']+\.js)["']/g)) waiting.push(path.posix.join(path.posix.dirname(next), match[1] ?? ''));
  }
  return [...found];
}

export const javascript: Bench = {
  name: 'javascript',
  async measure({ root }) {
    const folder = path.join(root, 'dist', 'renderer');
    const files = firstScripts(folder);
    const bytes = files.reduce((sum, name) => sum + gzipSync(readFileSync(path.join(folder, name)), { level: 9 }).length, 0);
    const value = bytes / 1000;
    return [{ id: 'window.first-javascript', what: 'first JavaScript of the window, gzip', unit: 'kB', value: rounded(value), size: `${files.length} files`, expected: { what: `below ${limitKb} kB`, met: value < limitKb } }];
  },
};
