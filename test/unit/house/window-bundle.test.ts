import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const root = path.join(import.meta.dirname, '..', '..', '..');

/** Files of ours that the window comes to load by way of imports that are there at run time. */
function loadedFrom(entry: string): ReadonlySet<string> {
  const loaded = new Set<string>();
  const packages = new Set<string>();
  const visit = (file: string): void => {
    if (loaded.has(file) || !/\.tsx?$/.test(file)) return;
    loaded.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, what = '', from = ''] of text.matchAll(/^(?:import|export)\s(?!type\s)([^'"]*?)(?:from\s)?'([^']+)';$/gm)) {
      // all names marked as types: nothing is loaded for them
      const named = /^\{([^}]*)\}\s*$/.exec(what)?.[1]?.split(',').map((name) => name.trim()).filter(Boolean);
      if (named && named.length > 0 && named.every((name) => name.startsWith('type '))) continue;
      if (from.startsWith('.')) visit(path.resolve(path.dirname(file), from));
      else packages.add(from);
    }
    for (const [, from = ''] of text.matchAll(/import\('(\.[^']+)'\)/g)) visit(path.resolve(path.dirname(file), from));
  };
  visit(entry);
  return packages;
}

describe('what the window loads', () => {
  const packages = loadedFrom(path.join(root, 'renderer', 'main.tsx'));

  it('is followed through the screens that load later', () => {
    expect([...packages]).toEqual(expect.arrayContaining(['react', 'zustand', 'topojson-client', 'intl-messageformat']));
  });

  it('is without the schemas and their library: the processes behind it check what goes to and fro', () => {
    expect([...packages].filter((name) => name === 'zod' || name.startsWith('zod/'))).toEqual([]);
  });
});
