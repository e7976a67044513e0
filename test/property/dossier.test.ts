/** What must hold whatever an adviser does: a log only grows. */
import './seed.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createDossier } from '../../db/dossiers/dossiers.ts';
import { logOf, writeEntry } from '../../db/dossiers/log.ts';
import { verifyTrail } from '../../db/trail/trail.ts';
import type { LogEntry } from '../../shared/domain/log-entry.ts';
import { testStore } from '../helpers/store.ts';

const minute = fc.integer({ min: 0, max: 59 }).map((at) => `2026-11-22T03:${String(at).padStart(2, '0')}+01:00[Europe/Amsterdam]`);
const words = fc.string({ minLength: 1, maxLength: 40 }).map((text) => text.trim()).filter((text) => text !== '');

test('every entry that was ever written is in the log unchanged, in the order of time, whatever was corrected', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ text: words, at: minute, corrects: fc.option(fc.nat()) }), { minLength: 1, maxLength: 12 }), (acts) => {
      const { desk, file, close } = testStore();
      const { id } = createDossier(desk, 'Hoogwater');
      const written: LogEntry[] = [];
      for (const { text, at, corrects } of acts) {
        const wrong = corrects === null ? undefined : written[corrects % Math.max(1, written.length)];
        written.push(writeEntry(desk, id, { text, at, kind: 'entry', ...(wrong ? { corrects: wrong.id } : {}) }).entry);
        const log = logOf(desk, id);
        expect(log).toHaveLength(written.length);
        expect(log.map((entry) => entry.at)).toEqual(written.map((entry) => entry.at).toSorted());
        for (const { correctedBy, ...entry } of log) {
          expect(written).toContainEqual(entry);
          const corrections = written.filter((one) => one.corrects === entry.id);
          expect(correctedBy).toBe(corrections.at(-1)?.id);
        }
      }
      expect(verifyTrail(file).ok).toBe(true);
      close();
    }),
    { numRuns: 15 },
  );
});
