/**
 * The one truth of the exchange: whatever posts do, and however what they carry to each other is lost, cut, doubled or mixed, in the end they
 * all have the same revisions, heads and tables; every value that a person entered is in some revision; and nothing finalised has changed.
 * SEED=… RUNS=… repeats and lengthens it; `npm run test:nightly` does ten thousand.
 */
import { rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeRequest } from '../../db/documents/copies.ts';
import { openOf } from '../../db/documents/open-differences.ts';
import { createRequest, openRequest, saveRequest } from '../../db/documents/requests.ts';
import { finaliseRequest, reviseRequest } from '../../db/documents/versions.ts';
import { createDossier, saveDossier } from '../../db/dossiers/dossiers.ts';
import { writeEntry } from '../../db/dossiers/log.ts';
import { readBundle, writeBundle } from '../../db/exchange/bundle.ts';
import { decide } from '../../db/exchange/differences.ts';
import { nextVersionWithProposals } from '../../db/exchange/next-version.ts';
import { exchange } from '../../db/exchange/run.ts';
import { newTally } from '../../db/exchange/tally.ts';
import { sql } from '../../db/file/driver.ts';
import { AppError } from '../../shared/errors.ts';
import type { FieldChanges } from '../../shared/domain/request.ts';
import { type ExchangePost, agreed, exchangePosts, sharedSpace } from '../helpers/exchange-posts.ts';
import { type Fault, memoryCarrier, memoryHub } from '../helpers/memory-carrier.ts';
import './seed.ts';

const fault = fc.constantFrom<ReturnType<Fault>>('none', 'none', 'lost', 'cut', 'twice', 'mixed');
const at = fc.nat(9);
const kinds = ['text', 'text', 'number', 'lines', 'places', 'period', 'incident', 'empty'] as const;
const action = fc.oneof(
  { weight: 2, arbitrary: fc.record({ act: fc.constant('create' as const), post: at }) },
  { weight: 9, arbitrary: fc.record({ act: fc.constant('edit' as const), post: at, document: at, field: fc.constantFrom(...kinds), value: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('revise' as const), post: at, document: at }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('finalise' as const), post: at, document: at }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('next' as const), post: at, document: at }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('decide' as const), post: at, document: at, choice: fc.nat(2) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('dossier' as const), post: at, document: at, value: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('log' as const), post: at, value: fc.nat(5) }) },
  { weight: 7, arbitrary: fc.record({ act: fc.constant('hub' as const), post: at, faults: fc.array(fault, { maxLength: 4 }) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('file' as const), post: at, to: at, cut: fc.option(fc.nat(100)), what: fc.constantFrom('new' as const, 'all' as const) }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('restart' as const), post: at }) },
);
type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

const lineId = (number: number): string => `018f0000-0000-7000-8000-00000000000${number}`;

function changeOf(field: (typeof kinds)[number], value: number, mark: string): FieldChanges {
  switch (field) {
    case 'text':
      return { 'effect.text': value < 3 ? mark : `eerste\n\n${value === 3 ? mark : 'tweede'}\n\n${value === 4 ? mark : 'derde'}\n\n${value === 5 ? mark : 'vierde'}` };
    case 'number':
      return { 'effect.number': value };
    case 'lines':
      return { 'capabilities.lines': [{ id: lineId(value % 3), description: mark, quantity: value + 1 }, { id: lineId(7), description: 'vast', quantity: 1, note: mark }] };
    case 'places':
      return { 'applicant.municipalities': ['GM0994', 'GM0935', 'GM1701'].slice(value % 3) };
    case 'period':
      return { 'effect.period': value % 2 === 0 ? { start: `2026-11-22T0${value}:00+01:00[Europe/Amsterdam]` } : { start: '2026-11-22T01:00+01:00[Europe/Amsterdam]', end: `2026-11-23T0${value}:00+01:00[Europe/Amsterdam]` } };
    case 'incident':
      return { 'applicant.incident': mark };
    case 'empty':
      return { 'effect.text': null };
  }
}

const expected = new Set(['document.finalised', 'document.differs', 'document.stale', 'document.blocked', 'input.invalid', 'document.unknown', 'bundle.invalid', 'entry.unknown', 'hub.failed']);

/** What a post refuses or a line that breaks is part of life; anything else is a defect. */
async function trying(work: () => unknown): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof AppError && expected.has(error.code)) return;
    if (error instanceof Error && error.message === 'the line broke') return;
    throw error;
  }
}

const run = async (count: number, actions: readonly Action[]): Promise<void> => {
  const { posts, close } = exchangePosts(count);
  const hub = memoryHub();
  const path = join(tmpdir(), `steunpunt-property-${process.pid}.steunpunt`);
  const documents: string[] = [];
  const dossiers: string[] = [];
  const marks: string[] = [];
  /** by post, document and field: what was typed and is in no revision yet; typing over it oneself is no loss */
  const typed = new Map<string, string>();
  const finalised = new Map<string, string>();
  const sync = async (post: ExchangePost, how?: Fault): Promise<void> => exchange(post.desk, memoryCarrier(hub, how), sharedSpace, { tally: newTally() });
  const post = (number: number): ExchangePost => posts[number % posts.length]!;
  const document = (number: number): string => documents[number % Math.max(1, documents.length)] ?? '';
  let step = 0;
  try {
    for (const one of actions) {
      step += 1;
      const who = post(one.post);
      switch (one.act) {
        case 'create':
          documents.push(createRequest(who.desk, 'sample', { 'effect.text': 'eerste\n\ntweede\n\nderde\n\nvierde' }).id);
          break;
        case 'edit':
          await trying(() => {
            const id = document(one.document);
            const mark = `merk${step}`;
            const change = changeOf(one.field, one.value, mark);
            saveRequest(who.desk, id, change);
            const where = `${who.name} ${id} ${Object.keys(change).join()}`;
            if (JSON.stringify(change).includes(mark)) typed.set(where, mark);
            else typed.delete(where);
          });
          break;
        case 'revise':
          await trying(() => reviseRequest(who.desk, document(one.document)));
          break;
        case 'finalise':
          await trying(() => {
            const id = document(one.document);
            const made = finaliseRequest(who.desk, id, { seq: openRequest(who.desk, id).seq, despite: 'voor de proef' });
            const revision = made.revisions.findLast(({ state }) => state === 'finalised')!.id;
            finalised.set(revision, who.file.row<{ body: string }>(sql`SELECT body FROM revision WHERE id = ${revision}`)!.body);
          });
          break;
        case 'next':
          await trying(() => nextVersionWithProposals(who.desk, document(one.document)));
          break;
        case 'decide':
          await trying(() => {
            const id = document(one.document);
            const [path_, candidates] = Object.entries(openOf(who.file, id))[0] ?? [];
            if (path_ === undefined || !candidates) return;
            decide(who.desk, id, openRequest(who.desk, id).seq, [{ path: path_, value: candidates[one.choice % candidates.length]!.value }]);
          });
          break;
        case 'dossier':
          await trying(() => {
            if (dossiers.length === 0 || one.value === 0) dossiers.push(createDossier(who.desk, `dossier ${step}`).id);
            else if (one.value < 3) saveDossier(who.desk, dossiers[0]!, { description: `merk${step}` });
            else placeRequest(who.desk, document(one.document), dossiers[one.value % dossiers.length]!);
          });
          break;
        case 'log':
          await trying(() => {
            const mark = `merk${step}`;
            writeEntry(who.desk, dossiers[one.value % Math.max(1, dossiers.length)] ?? '', { text: mark, kind: 'entry' });
            marks.push(mark);
          });
          break;
        case 'hub': {
          const faults = [...one.faults];
          await trying(() => sync(who, () => faults.shift() ?? 'none'));
          break;
        }
        case 'file':
          await trying(async () => {
            await writeBundle(who.desk, path, { spaces: [{ spaceId: sharedSpace }], what: one.what });
            if (one.cut !== null) {
              const { readFileSync, writeFileSync } = await import('node:fs');
              const whole = readFileSync(path);
              writeFileSync(path, whole.subarray(0, Math.floor((whole.length * one.cut) / 100)));
            }
            await readBundle(post(one.to).desk, path);
          });
          break;
        case 'restart':
          posts[one.post % posts.length] = who.restart();
          break;
      }
      // everything that is in a revision now stays: it may be typed over from here on
      for (const [where, mark] of typed) {
        const [name = '', id = ''] = where.split(' ');
        const owner = posts.find((candidate) => candidate.name === name);
        const row = owner?.file.row<{ seq: number; revised_seq: number }>(sql`SELECT seq, revised_seq FROM document WHERE id = ${id}`);
        if (row && row.seq === row.revised_seq) {
          marks.push(mark);
          typed.delete(where);
        }
      }
    }

    for (let round = 0; round < 12; round += 1) {
      for (const one of posts) await sync(one);
      const [first, ...others] = posts.map(({ file }) => JSON.stringify(agreed(file)));
      if (round > 0 && others.every((other) => other === first)) break;
    }
    const [first, ...others] = posts;
    const truth = agreed(first!.file);
    for (const other of others) expect(agreed(other.file)).toEqual(truth);
    expect(truth['parked']).toEqual([]);
    const bodies = first!.file.rows<{ body: string }>(sql`SELECT body FROM revision`).map(({ body }) => body);
    const said = bodies.join('\n');
    for (const mark of [...marks, ...typed.values()]) expect(said, mark).toMatch(new RegExp(`${mark}(?!\\d)`));
    for (const [revision, body] of finalised) for (const { file } of posts) expect(file.row(sql`SELECT body FROM revision WHERE id = ${revision}`)).toEqual({ body });
    for (const { file } of posts) expect(file.rows(sql`SELECT document FROM head GROUP BY document HAVING count(*) > 1 AND document NOT IN (SELECT id FROM document WHERE state = 'finalised')`)).toEqual([]);
  } finally {
    close();
    rmSync(path, { force: true });
  }
};

const runs = Number(process.env['EXCHANGE_RUNS'] ?? 300);

test('posts that write apart become one again, and nothing is lost', { timeout: Math.max(120_000, runs * 1000) }, async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 2, max: 6 }), fc.array(action, { minLength: 6, maxLength: 28 }), run),
    { numRuns: runs, ...(process.env['EXCHANGE_RUNS'] === undefined ? { interruptAfterTimeLimit: 60_000, markInterruptAsFailure: false } : {}) },
  );
});
