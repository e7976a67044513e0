import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mayShip, shippedPackages } from '../../../build/notices.ts';

const root = path.join(import.meta.dirname, '..', '..', '..');

describe('what of others is shipped', () => {
  const shipped = shippedPackages(root, ['main', 'preload', 'store', 'renderer']);

  it('knows the libraries that the bundles were made of', () => {
    expect(shipped.map(({ name }) => name)).toEqual(expect.arrayContaining(['better-sqlite3-multiple-ciphers', 'docx', 'react', 'zod', 'hash-wasm']));
  });

  it('has a licence that may be shipped for each of them', () => {
    expect(shipped.filter(({ licence }) => !mayShip(licence))).toEqual([]);
  });

  it('refuses the licences that would bind the whole', () => {
    expect(['AGPL-3.0-only', 'GPL-3.0-or-later', 'MIT AND GPL-2.0', 'none stated'].map(mayShip)).toEqual([false, false, false, false]);
    expect(mayShip('(MIT OR GPL-3.0-or-later)')).toBe(true);
  });
});
