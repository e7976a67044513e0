import './seed.ts';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { indexSaved, rebuildProjections } from '../../db/documents/projection.ts';
import { createRequest, openRequest, saveRequest } from '../../db/documents/requests.ts';
import { reviseRequest } from '../../db/documents/versions.ts';
import { sql } from '../../db/file/driver.ts';
import { assertIndexMatches } from '../../db/search/entries.ts';
import { search } from '../../db/search/search.ts';
import { verifyTrail } from '../../db/trail/trail.ts';
import type { FieldChanges } from '../../shared/domain/request.ts';
import { testStore } from '../helpers/store.ts';

const wellFormed = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 });
const changes: fc.Arbitrary<FieldChanges> = fc.record(
  {
    'applicant.incident': fc.option(wellFormed),
    'effect.text': fc.option(wellFormed),
    // yes is what only an exercise says
    'applicant.exercise': fc.option(fc.constant(false)),
    'applicant.region': fc.option(fc.constantFrom('VR02', 'VR15', 'VR24')),
    'applicant.municipalities': fc.option(fc.uniqueArray(fc.constantFrom('GM0518', 'GM0994', 'GM0935'), { minLength: 1 })),
    'effect.number': fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })),
    'effect.priority': fc.option(fc.constantFrom('high', 'normal')),
  },
  { requiredKeys: [] },
);

/** What a person expects: the last value that was saved of each field. */
function expected(start: FieldChanges, saves: readonly FieldChanges[]): FieldChanges {
  const merged = Object.assign({}, start, ...saves);
  return Object.fromEntries(Object.entries<FieldChanges[string]>(merged).filter(([, value]) => value !== null).map(([key, value]) => [key, Object.is(value, -0) ? 0 : value]));
}

test('after any saves the working copy holds the last value of each field, and saving them again changes nothing', () => {
  const { desk } = testStore();
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 8 }), (saves) => {
      const { id, values } = createRequest(desk, 'sample', {});
      let last = 0;
      for (const save of saves) {
        const { seq } = saveRequest(desk, id, save);
        expect(seq).toBeGreaterThanOrEqual(last);
        last = seq;
        expect(saveRequest(desk, id, save).seq).toBe(seq);
      }
      expect(openRequest(desk, id).values).toEqual(expected(values, saves));
    }),
    { numRuns: 50 },
  );
});

test('the order of the fields within and between saves of different fields does not change the revision', () => {
  const { desk, file } = testStore();
  fc.assert(
    fc.property(changes, (save) => {
      const { id } = createRequest(desk, 'sample', {});
      saveRequest(desk, id, save);
      const together = reviseRequest(desk, id);
      for (const [key, value] of Object.entries(save).toReversed()) {
        saveRequest(desk, id, { [key]: null });
        saveRequest(desk, id, { [key]: value });
      }
      expect(reviseRequest(desk, id)).toEqual(together);
    }),
    { numRuns: 40 },
  );
  expect(verifyTrail(file).ok).toBe(true);
});

test('after any saves the projections equal those made anew, and the index holds', () => {
  const { desk, file } = testStore();
  const state = () => [
    file.rows(sql`SELECT * FROM request_summary ORDER BY document`),
    file.rows(sql`SELECT kind, ref, title_nl, subtitle_nl, region_code, aliases, names, body FROM search_entry ORDER BY kind, ref`),
  ];
  fc.assert(
    fc.property(fc.array(changes, { maxLength: 4 }), fc.boolean(), (saves, early) => {
      const { id } = createRequest(desk, 'sample', {});
      for (const save of saves) {
        saveRequest(desk, id, save);
        if (early) indexSaved(file, desk.reference);
      }
    }),
    { numRuns: 30 },
  );
  indexSaved(file, desk.reference);
  assertIndexMatches(file);
  const grown = state();
  rebuildProjections(file, desk.reference);
  assertIndexMatches(file);
  expect(state()).toEqual(grown);
});

test('no text is an error to search, and a total is never less than what is shown', () => {
  const { file } = testStore();
  const anything = fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: 'grapheme', maxLength: 300 }), fc.stringMatching(/^[a-z"'*():^{}\- ANDORT]{0,40}$/));
  fc.assert(
    fc.property(anything, (text) => {
      const { hits, total } = search(file, { text, limit: 5 });
      expect(hits.length).toBeLessThanOrEqual(Math.min(5, total));
      expect(new Set(hits.map(({ kind, ref }) => `${kind} ${ref}`)).size).toBe(hits.length);
    }),
    { numRuns: 300 },
  );
});
