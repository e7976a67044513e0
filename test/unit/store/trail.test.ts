import { expect, test } from 'vitest';
import { createRequest, saveRequest } from '../../../db/documents/requests.ts';
import { finaliseRequest, nextVersion, reviseRequest } from '../../../db/documents/versions.ts';
import { sql } from '../../../db/file/driver.ts';
import { record, verifyTrail } from '../../../db/trail/trail.ts';
import { testStore } from '../../helpers/store.ts';

function withActs() {
  const store = testStore();
  const { desk, file } = store;
  const packs = file.row<{ n: number }>(sql`SELECT count(*) AS n FROM trail`)?.n ?? 0;
  const { id } = createRequest(desk, 'sample', { 'effect.text': 'geheim effect' });
  saveRequest(desk, id, { 'applicant.incident': 'Hoogwater' });
  reviseRequest(desk, id);
  reviseRequest(desk, id);
  finaliseRequest(desk, id, { seq: 2 });
  nextVersion(desk, id);
  return { ...store, id, packs };
}

test('each act has one row, a keystroke and a repeat have none, and no row holds text of a document', () => {
  const { file, id, packs } = withActs();
  const rows = file.rows<{ act: string; document: string; details: string }>(sql`SELECT act, document, details FROM trail ORDER BY number LIMIT -1 OFFSET ${packs}`);
  expect(rows.map(({ act }) => act)).toEqual(['created', 'revised', 'finalised', 'nextVersion']);
  expect(rows.every(({ document }) => document === id)).toBe(true);
  expect(JSON.stringify(rows)).not.toMatch(/geheim|Hoogwater/);
});

test('an act that fails leaves no row', () => {
  const { desk, file } = testStore();
  const before = verifyTrail(file);
  expect(() => createRequest(desk, 'sample', { 'applicant.region': 'VR25' })).toThrow();
  expect(() =>
    file.atomically(() => {
      record(file, { at: '', act: 'exported' });
      throw new Error('the act failed');
    }),
  ).toThrow('the act failed');
  expect(verifyTrail(file)).toEqual(before);
});

test('the chain holds as it grew, and names the first row that was changed, removed or put in between', () => {
  const { file } = withActs();
  const whole = verifyTrail(file);
  expect(whole).toMatchObject({ ok: true });
  file.script('DROP TRIGGER trail_stays; DROP TRIGGER trail_is_kept');
  const after = (change: () => void): unknown => {
    file.script('SAVEPOINT tampering');
    change();
    const verdict = verifyTrail(file);
    file.script('ROLLBACK TO tampering; RELEASE tampering');
    return verdict;
  };
  expect(after(() => file.run(sql`UPDATE trail SET at = '2020-01-01T00:00:00.000Z' WHERE number = 3`))).toEqual({ ok: false, number: 3 });
  expect(after(() => file.run(sql`UPDATE trail SET document = NULL WHERE act = 'created'`))).toMatchObject({ ok: false });
  expect(after(() => file.run(sql`DELETE FROM trail WHERE number = 2`))).toEqual({ ok: false, number: 2 });
  expect(after(() => file.script('UPDATE trail SET number = -number; UPDATE trail SET number = CASE number WHEN -1 THEN 2 WHEN -2 THEN 1 ELSE -number END'))).toEqual({ ok: false, number: 1 });
  expect(verifyTrail(file)).toEqual(whole);
});
