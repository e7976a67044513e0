/** Parts and their style sheets name the same classes: a class that no sheet holds looks like nothing, and nobody is told. */
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..', '..', 'renderer');
const importOfSheet = /^import (\w+) from '(\.[^']+\.module\.css)';$/gm;

const sheets = new Map(globSync('**/*.module.css', { cwd: root }).map((file) => [path.join(root, file), classesOf(readFileSync(path.join(root, file), 'utf8'))]));
const named = new Map([...sheets.keys()].map((sheet) => [sheet, new Set<string>()]));
/** sheets of which a part takes a class by a name that it works out, or that it hands on */
const workedOut = new Set<string>();
const lacking: string[] = [];

function classesOf(css: string): ReadonlySet<string> {
  const selectors = css.replaceAll(/\/\*[\s\S]*?\*\//g, '').matchAll(/(?:^|[{};])([^{};]+)\{/g);
  return new Set([...selectors].flatMap(([, selector = '']) => [...selector.matchAll(/\.([A-Za-z][\w-]*)/g)].map(([, name = '']) => name)));
}

for (const file of globSync('**/*.{ts,tsx}', { cwd: root })) {
  const text = readFileSync(path.join(root, file), 'utf8');
  for (const [statement, name = '', from = ''] of text.matchAll(importOfSheet)) {
    const sheet = path.resolve(root, path.dirname(file), from);
    const rest = text.replace(statement, '');
    if (new RegExp(String.raw`(?<![\w.'/])${name}\b(?!\.\w)`).test(rest)) workedOut.add(sheet);
    for (const [, className = ''] of rest.matchAll(new RegExp(String.raw`(?<![\w.'/])${name}\.(\w+)`, 'g'))) {
      named.get(sheet)?.add(className);
      if (!sheets.get(sheet)?.has(className)) lacking.push(`${file}: ${from} has no .${className}`);
    }
  }
}

describe('style sheets', () => {
  it('hold every class that a part names', () => expect(lacking).toEqual([]));

  it('hold no class that no part names', () => {
    const idle = [...sheets].flatMap(([sheet, classes]) => (workedOut.has(sheet) ? [] : [...classes].filter((name) => !named.get(sheet)?.has(name)).map((name) => `${path.relative(root, sheet)}: .${name}`)));
    expect(idle).toEqual([]);
  });
});
