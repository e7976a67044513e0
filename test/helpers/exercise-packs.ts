/** Scripts with packs of their own, made of the sample packs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { sampleEntries, samplePack } from './sample-packs.ts';

const script = z.record(z.string(), z.unknown());
const both = (text: string): object => ({ nl: text, en: text });

/** A pack of an exercise, with these entries. */
export const packOf = (kind: string, id: string, entries: readonly object[], more: object = {}): object => samplePack(kind, { id, title: both(`Pakket ${id}`), entries, ...more });

const [boats = {}] = sampleEntries['capabilities'] ?? [];

/** In which the boats of the sample packs are scarce, and hovercraft that no installed pack holds are there. */
export const scarceBoats = packOf('capabilities', 'scarce', [
  { ...boats, summary: both('OEFENING: nog één vlet te vergeven') },
  { ...boats, id: 'hovercraft', name: both('Luchtkussenvaartuig'), aliases: ['hovercraft'] },
]);

export interface TimedPack {
  readonly id: string;
  readonly at: string;
  readonly pack: object;
}

/** The small script with packs, as the text of a file. */
export function scriptWith(packs: readonly TimedPack[]): string {
  const small = script.parse(JSON.parse(readFileSync(join(import.meta.dirname, '../fixtures/scripts/small.json'), 'utf8')));
  return JSON.stringify({ ...small, packs });
}
