/** What must hold whatever an adviser does: a log only grows, and the drafts of a group say the same where they share. */
import './seed.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRequest, openRequest, saveRequest } from '../../db/documents/requests.ts';
import { splitRequest } from '../../db/documents/split.ts';
import { finaliseRequest } from '../../db/documents/versions.ts';
import { createDossier } from '../../db/dossiers/dossiers.ts';
import { logOf, writeEntry } from '../../db/dossiers/log.ts';
import { verifyTrail } from '../../db/trail/trail.ts';
import type { LogEntry } from '../../shared/domain/log-entry.ts';
import type { FieldChanges } from '../../shared/domain/request.ts';
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

const field = fc.constantFrom('effect.text', 'applicant.incident', 'effect.number', 'applicant.contact', 'effect.priority');
const valueOf = (id: string, n: number): FieldChanges => {
  if (n === 0) return { [id]: null };
  if (id === 'effect.number') return { [id]: n };
  if (id === 'applicant.contact') return { [id]: { function: String(n) } };
  return { [id]: id === 'effect.priority' ? (n % 2 === 0 ? 'high' : 'normal') : `tekst ${n}` };
};
const act = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('save' as const), member: fc.nat(2), field, n: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('finalise' as const), member: fc.nat(2), field, n: fc.nat(9) }) },
);

test('after any saves the drafts of a group say the same in every shared field, and a finalised one says what it said', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 20 }), (acts) => {
      const { desk, close } = testStore();
      const first = createRequest(desk, 'sample', { 'effect.text': 'Stranden schoon' });
      const { members } = splitRequest(desk, first.id, ['GM0994', 'GM1701', 'GM0935']);
      const frozen = new Map<string, unknown>();
      for (const { kind, member, field: id, n } of acts) {
        const target = openRequest(desk, members[member] ?? '');
        if (target.state === 'finalised') continue;
        if (kind === 'save') saveRequest(desk, target.id, valueOf(id, n));
        else frozen.set(target.id, finaliseRequest(desk, target.id, { seq: target.seq, despite: 'voor de proef' }).values);
        const open = members.map((one) => openRequest(desk, one));
        const drafts = open.filter((one) => one.state === 'draft');
        for (const shared of drafts[0]?.group?.shared ?? []) for (const draft of drafts) expect(draft.values[shared]).toEqual(drafts[0]?.values[shared]);
        for (const one of open) if (frozen.has(one.id)) expect(one.values).toEqual(frozen.get(one.id));
      }
      close();
    }),
    { numRuns: 15 },
  );
});
