/** Each migration: what is there before, after, and that it leaves what it does not concern alone; then failing and newer files. */
import { randomBytes } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { type StoreFile, connect, sql } from '../../../db/file/driver.ts';
import { lockProfile } from '../../../db/file/lock.ts';
import { type Migration, versionOf } from '../../../db/file/migrate.ts';
import { migrations } from '../../../db/file/migrations/index.ts';
import { openStoreFile } from '../../../db/file/open.ts';
import { assertIndexMatches } from '../../../db/search/entries.ts';
import { codeOf, temporaryFolder } from '../../helpers/store.ts';

function profile() {
  const folder = temporaryFolder();
  const lock = lockProfile(folder);
  const key = randomBytes(32);
  let last: StoreFile | undefined;
  const open = (list: readonly Migration[]): StoreFile => {
    last?.close();
    last = undefined;
    last = openStoreFile({ lock, key, migrations: list }).file;
    return last;
  };
  const close = (): void => {
    last?.close();
    last = undefined;
  };
  onTestFinished(() => {
    close();
    lock.release();
  });
  return { folder, key, open, close };
}

const tables = (file: StoreFile): string[] =>
  file.rows<{ name: string }>(sql`SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name`).map(({ name }) => name);
const upTo = (version: number): readonly Migration[] => migrations.filter((migration) => migration.version <= version);

const space = sql`INSERT INTO space (id, kind, name, created_at) VALUES ('s', 'region', 'Zuid-Limburg', '2026-11-22T01:00:00.000Z')`;
const document = sql`
  INSERT INTO document (id, space, kind, reference, template_id, legal_basis_id, state, version, seq, saved_at, created_at, pack_versions)
  VALUES ('d', 's', 'request', 'VR24-2026-001', 'sample', 'basis', 'draft', 1, 0, '', '', '{}')`;

test('the migrations are numbered without a gap and their names are their files', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
  const files = readdirSync(new URL('../../../db/file/migrations/', import.meta.url)).filter((name) => name !== 'index.ts');
  expect(files.toSorted()).toEqual(migrations.map(({ version, name }) => `${String(version).padStart(4, '0')}-${name}.ts`));
});

test('0001 makes the post, its spaces and its packs in an empty file', () => {
  const { open } = profile();
  expect(tables(open([]))).toEqual([]);
  const file = open(upTo(1));
  expect(versionOf(file)).toBe(1);
  expect(tables(file)).toEqual(['pack', 'pack_entry', 'parked_pack', 'post', 'space']);
  file.run(sql`INSERT INTO pack (id, kind, version, hash, header, entries, loaded_at) VALUES ('p', 'regions', '2026.1', '', '{}', 1, '')`);
  file.run(sql`INSERT INTO pack_entry (pack, position, json) VALUES ('p', 0, '{}')`);
  file.run(sql`DELETE FROM pack`);
  expect(file.rows(sql`SELECT * FROM pack_entry`)).toEqual([]);
  expect(() => file.run(sql`INSERT INTO space (id, kind, name, created_at) VALUES ('x', 'club', 'x', '')`)).toThrow(/CHECK/);
});

test('0002 adds documents beside what 0001 holds, and a revision can be neither changed nor removed', () => {
  const { open } = profile();
  open(upTo(1)).run(space);
  const file = open(upTo(2));
  expect(versionOf(file)).toBe(2);
  expect(file.rows(sql`SELECT id FROM space`)).toEqual([{ id: 's' }]);
  file.run(document);
  file.run(sql`INSERT INTO revision (id, document, number, body, at, signature, signer) VALUES ('r', 'd', 1, '{}', '', x'00', x'00')`);
  expect(() => file.run(sql`UPDATE revision SET body = '{"a":1}'`)).toThrow(/never changes/);
  expect(() => file.run(sql`DELETE FROM revision`)).toThrow(/never removed/);
  expect(() => file.run(sql`INSERT INTO field (document, id, json, seq, saved_at) VALUES ('nowhere', 'a', '1', 1, '')`)).toThrow(/FOREIGN KEY/);
});

test('0003 adds the trail beside what is there, and a row of it can be neither changed nor removed', () => {
  const { open } = profile();
  const before = open(upTo(2));
  before.run(space);
  before.run(document);
  const file = open(upTo(3));
  expect(versionOf(file)).toBe(3);
  expect(file.rows(sql`SELECT id FROM document`)).toEqual([{ id: 'd' }]);
  file.run(sql`INSERT INTO trail (number, at, act, details, hash) VALUES (1, '', 'created', '{}', '')`);
  expect(() => file.run(sql`UPDATE trail SET act = 'other'`)).toThrow(/only added to/);
  expect(() => file.run(sql`DELETE FROM trail`)).toThrow(/only added to/);
});

test('0004 adds search beside what is there, and its index follows its entries', () => {
  const { open } = profile();
  const before = open(upTo(3));
  before.run(space);
  before.run(document);
  const file = open(upTo(4));
  expect(versionOf(file)).toBe(4);
  expect(file.rows(sql`SELECT id FROM document`)).toEqual([{ id: 'd' }]);
  const found = (word: string): number => file.rows(sql`SELECT rowid FROM search_index WHERE search_index MATCH ${word}`).length;
  file.run(sql`
    INSERT INTO search_entry (kind, ref, title_nl, title_en, subtitle_nl, subtitle_en, aliases, names, body)
    VALUES ('region', 'VR24', 'Zuid-Limburg', 'Zuid-Limburg', '', '', '[]', 'zuid limburg', 'maas')`);
  expect([found('limburg'), found('maas')]).toEqual([1, 1]);
  file.run(sql`UPDATE search_entry SET body = 'geul'`);
  expect([found('maas'), found('geul')]).toEqual([0, 1]);
  file.run(sql`DELETE FROM search_entry`);
  expect([found('limburg'), found('geul')]).toEqual([0, 0]);
});

test('0005 adds what the post itself knows, held to no pack', () => {
  const { open } = profile();
  const before = open(upTo(4));
  before.run(space);
  before.run(document);
  const file = open(upTo(5));
  expect(versionOf(file)).toBe(5);
  expect(file.rows(sql`SELECT id FROM document`)).toEqual([{ id: 'd' }]);
  file.run(sql`INSERT INTO contact_completion (contact, channels, saved_at) VALUES ('of no pack', '[]', '')`);
  file.run(sql`INSERT INTO duty (id, contact, start, end, who) VALUES ('x', 'of no pack', '', '', 'piket')`);
  file.run(sql`INSERT INTO capability_note (capability, text, saved_at) VALUES ('of no pack', 'x', '')`);
  expect(() => file.run(sql`INSERT INTO capability_note (capability, text, saved_at) VALUES ('of no pack', 'y', '')`)).toThrow(/UNIQUE/);
});

test('0006 adds dossiers beside what is there, and derives which requests ask which capability', () => {
  const { open } = profile();
  const before = open(upTo(5));
  before.run(space);
  before.run(document);
  before.run(sql`INSERT INTO field (document, id, json, seq, saved_at) VALUES ('d', 'capabilities.lines', '[{"capabilityId":"boats","id":"1"},{"capabilityId":"boats","id":"2"},{"description":"iets","id":"3"}]', 1, '')`);
  before.run(sql`INSERT INTO field (document, id, json, seq, saved_at) VALUES ('d', 'effect.period', '{"end":"2021-07-16T18:00+02:00[Europe/Amsterdam]"}', 1, '')`);
  const file = open(upTo(6));
  expect(versionOf(file)).toBe(6);
  expect(file.rows(sql`SELECT id, dossier, origin FROM document`)).toEqual([{ id: 'd', dossier: null, origin: null }]);
  expect(file.rows(sql`SELECT * FROM capability_claim`)).toEqual([
    { capability: 'boats', document: 'd', start: null, end: '2021-07-16T18:00+02:00[Europe/Amsterdam]', end_at: '2021-07-16T16:00:00.000Z' },
  ]);
  expect(() => file.run(sql`UPDATE document SET dossier = 'nowhere'`)).toThrow(/FOREIGN KEY/);
});

test('0007 adds attachments: chunks go with their file, a file that is attached stays', () => {
  const { open } = profile();
  const before = open(upTo(6));
  before.run(space);
  before.run(document);
  const file = open(upTo(7));
  expect(versionOf(file)).toBe(7);
  expect(file.rows(sql`SELECT id FROM document`)).toEqual([{ id: 'd' }]);
  file.run(sql`INSERT INTO blob (sha256, bytes) VALUES ('a', 3)`);
  file.run(sql`INSERT INTO blob_chunk (blob, number, data) VALUES ('a', 0, x'010203')`);
  file.run(sql`INSERT INTO attachment (id, dossier, name, media_type, blob, added_at, author) VALUES ('x', 'd', 'a.pdf', 'application/pdf', 'a', '', '{}')`);
  expect(() => file.run(sql`DELETE FROM blob`)).toThrow(/FOREIGN KEY/);
  file.run(sql`DELETE FROM attachment`);
  file.run(sql`DELETE FROM blob`);
  expect(file.rows(sql`SELECT * FROM blob_chunk`)).toEqual([]);
});

test('0009 says when each claim begins, beside what is there', () => {
  const { open } = profile();
  const before = open(upTo(8));
  before.run(space);
  before.run(document);
  before.run(sql`INSERT INTO capability_claim (capability, document, start) VALUES ('boats', 'd', '2021-07-14T18:00+02:00[Europe/Amsterdam]'), ('tanks', 'd', NULL)`);
  const file = open(upTo(9));
  expect(versionOf(file)).toBe(9);
  expect(file.rows(sql`SELECT capability, start_at FROM capability_claim ORDER BY capability`)).toEqual([
    { capability: 'boats', start_at: '2021-07-14T16:00:00.000Z' },
    { capability: 'tanks', start_at: null },
  ]);
});

const failing: Migration = {
  version: migrations.length + 1,
  name: 'failing',
  up: (file) => {
    file.script('CREATE TABLE half_done (a)');
    file.run(sql`DELETE FROM space`);
    throw new Error('a defect in a migration');
  },
};
const good: Migration = { version: migrations.length + 1, name: 'good', up: (file) => file.script('CREATE TABLE good (a TEXT) STRICT') };

test('when a migration fails the file is as it was before it, and still opens', () => {
  const { open, close, folder } = profile();
  open(migrations).run(space);
  expect(() => open([...migrations, good, { ...failing, version: failing.version + 1 }])).toThrow(/migration \d+ failing failed/);
  close();
  const file = open(migrations);
  expect(versionOf(file)).toBe(migrations.length);
  expect(tables(file)).not.toContain('good');
  expect(tables(file)).not.toContain('half_done');
  expect(file.rows(sql`SELECT id FROM space`)).toEqual([{ id: 's' }]);
  expect(readdirSync(folder).filter((name) => name.includes('before'))).toEqual([]);
});

test('a file is copied, encrypted, before it is migrated; the copy of a fresh file is not made', () => {
  const { open, folder, key } = profile();
  const copy = join(folder, `store.db.before-v${good.version}`);
  open(migrations).run(space);
  expect(existsSync(copy)).toBe(false);
  open([...migrations, good]);
  const kept = connect(copy, { key, patienceMs: 0 });
  onTestFinished(() => kept.close());
  expect(versionOf(kept)).toBe(migrations.length);
  expect(kept.rows(sql`SELECT id FROM space`)).toEqual([{ id: 's' }]);
});

test('a file of a newer application is refused and left as it is', async () => {
  const { open, close } = profile();
  open([...migrations, good]).run(space);
  close();
  expect(await codeOf(() => open(migrations))).toBe('file.newer');
  const file = open([...migrations, good]);
  expect(versionOf(file)).toBe(good.version);
  expect(file.rows(sql`SELECT id FROM space`)).toEqual([{ id: 's' }]);
});

test('0008 takes what was written into an index of its own and lets every document wait to be indexed', () => {
  const { open } = profile();
  const before = open(upTo(7));
  before.run(space);
  before.run(document);
  before.run(sql`
    INSERT INTO search_entry (kind, ref, title_nl, title_en, subtitle_nl, subtitle_en, aliases, names, body)
    VALUES ('request', 'd', 'Hoogwater', 'Hoogwater', '', '', '[]', 'hoogwater', 'zandzakken'), ('effect', 'water', 'Water', 'Water', '', '', '[]', 'water', 'dijk')`);
  const file = open(upTo(8));
  const found = (index: string): unknown => file.rows({ text: `SELECT rowid FROM ${index} WHERE ${index} MATCH '"zandzakken" OR "dijk"'`, values: [] }).length;
  expect(found('search_written_index')).toBe(1);
  expect(found('search_index')).toBe(1);
  expect(file.rows(sql`SELECT document FROM search_waiting`)).toEqual([{ document: 'd' }]);
  file.run(sql`DELETE FROM search_waiting`);
  file.run(sql`UPDATE document SET seq = seq + 1`);
  expect(file.rows(sql`SELECT document FROM search_waiting`)).toEqual([{ document: 'd' }]);
});

test('0010 tells of each entry of the log which one it puts right', () => {
  const { open } = profile();
  const before = open(upTo(9));
  before.run(space);
  before.run(document);
  for (const [id, body] of [['wrong', '{}'], ['right', '{"corrects":"wrong"}']] as const) {
    before.run(sql`INSERT INTO revision (id, document, number, body, at, signature, signer) VALUES (${id}, 'd', ${id === 'wrong' ? 1 : 2}, ${body}, '', x'00', x'00')`);
    before.run(sql`INSERT INTO log_entry (revision, dossier, entry, at, written_at) VALUES (${id}, 'd', ${id}, '', '')`);
  }
  const file = open(upTo(10));
  expect(file.rows(sql`SELECT revision, corrects FROM log_entry ORDER BY revision`)).toEqual([
    { revision: 'right', corrects: 'wrong' },
    { revision: 'wrong', corrects: null },
  ]);
});

test('0011 adds a place for what is half typed beside what is there, held to no document', () => {
  const { open } = profile();
  open(upTo(10)).run(space);
  const file = open(upTo(11));
  expect(file.rows(sql`SELECT id FROM space`)).toEqual([{ id: 's' }]);
  file.run(sql`INSERT INTO half_typed (place, form, fields, saved_at) VALUES ('nowhere', 'logEntry', '{}', '')`);
  expect(() => file.run(sql`INSERT INTO half_typed (place, form, fields, saved_at) VALUES ('nowhere', 'logEntry', '{}', '')`)).toThrow(/UNIQUE/);
});

test('0012 tells of each request by which words and from when it is listed, and lets its counts wait when it is saved', () => {
  const { open } = profile();
  const before = open(upTo(11));
  before.run(space);
  before.run(document);
  before.run(sql`INSERT INTO request_summary (document, title, start, assessed_seq, blocks) VALUES ('d', 'Hoog water', '2021-07-14T18:00+02:00[Europe/Amsterdam]', 0, 3)`);
  const file = open(upTo(12));
  const summary = (): unknown => file.row(sql`SELECT found, start_at, assessed_seq, blocks FROM request_summary`);
  const found = { found: 'hoog water vr24 2026 001', start_at: '2021-07-14T16:00:00.000Z', blocks: 3 };
  expect(summary()).toEqual({ ...found, assessed_seq: 0 });
  file.run(sql`UPDATE document SET saved_at = 'later'`);
  expect(summary()).toEqual({ ...found, assessed_seq: 0 });
  file.run(sql`UPDATE document SET seq = seq + 1`);
  expect(summary()).toEqual({ ...found, assessed_seq: -1 });
});

test('0013 leaves the packs as they are and says of none that it was validated', () => {
  const { open } = profile();
  const before = open(upTo(12));
  before.run(sql`INSERT INTO pack (id, kind, version, hash, header, entries, loaded_at) VALUES ('p', 'regions', '2026.1', 'h', '{}', 1, '')`);
  expect(open(upTo(13)).rows(sql`SELECT id, hash, content_hash, validated_by FROM pack`)).toEqual([{ id: 'p', hash: 'h', content_hash: '', validated_by: '' }]);
});

test('0014 adds advice and the life of a request, and keeps every entry of the search in its index', () => {
  const { open } = profile();
  const before = open(upTo(13));
  before.run(space);
  before.run(document);
  for (const kind of ['request', 'dossier', 'contact']) {
    before.run(sql`INSERT INTO search_entry (kind, ref, title_nl, title_en, subtitle_nl, subtitle_en, aliases, names, body) VALUES (${kind}, 'd', 'x', 'x', '', '', '[]', 'boten', '')`);
  }
  const file = open(upTo(14));
  expect(file.rows(sql`SELECT id, reference FROM document`)).toEqual([{ id: 'd', reference: 'VR24-2026-001' }]);
  expect(file.rows(sql`SELECT document FROM advice UNION ALL SELECT request FROM life_step`)).toEqual([]);
  file.run(sql`INSERT INTO search_entry (kind, ref, title_nl, title_en, subtitle_nl, subtitle_en, aliases, names, body) VALUES ('advice', 'a', 'x', 'x', '', '', '[]', 'boten', '')`);
  const found = (table: 'written' | 'reference'): string[] =>
    (table === 'written'
      ? file.rows<{ kind: string }>(sql`SELECT kind FROM search_written_index WHERE search_written_index MATCH 'boten' ORDER BY rowid`)
      : file.rows<{ kind: string }>(sql`SELECT kind FROM search_index WHERE search_index MATCH 'boten' ORDER BY rowid`)
    ).map(({ kind }) => kind);
  expect(found('written')).toEqual(['request', 'dossier', 'advice']);
  expect(found('reference')).toEqual(['contact']);
  file.run(sql`DELETE FROM search_entry WHERE kind = 'advice'`);
  expect(found('written')).toEqual(['request', 'dossier']);
  file.run(sql`INSERT INTO revision (id, document, number, body, at, signature, signer) VALUES ('r', 'd', 1, '{}', '', x'00', x'00')`);
  file.run(sql`INSERT INTO life_step (revision, request, step, at, recorded_at) VALUES ('r', 'd', 's', '', '')`);
  expect(() => file.run(sql`INSERT INTO life_step (revision, request, step, at, recorded_at) VALUES ('q', 'd', 's', '', '')`)).toThrow(/UNIQUE|FOREIGN/);
  expect(() => file.run(sql`INSERT INTO advice (document, request) VALUES ('nowhere', NULL)`)).toThrow(/FOREIGN KEY/);
});

test('0015 makes the space that was there the home, and lets what was written be sent and told apart', () => {
  const { open } = profile();
  const before = open(upTo(14));
  before.run(space);
  before.run(document);
  for (const [id, number] of [['first', 1], ['second', 2]] as const) {
    before.run(sql`INSERT INTO revision (id, document, number, body, at, signature, signer) VALUES (${id}, 'd', ${number}, '{"kind":"request"}', '', x'00', x'00')`);
  }
  before.run(sql`INSERT INTO revision_parent (revision, parent) VALUES ('second', 'first')`);
  const file = open(upTo(15));
  expect(file.rows(sql`SELECT id, home, standing, frozen FROM space`)).toEqual([{ id: 's', home: 1, standing: 'keeper', frozen: 0 }]);
  expect(file.rows(sql`SELECT document, revision FROM head`)).toEqual([{ document: 'd', revision: 'second' }]);
  expect(file.rows(sql`SELECT revision FROM unsealed ORDER BY revision`)).toEqual([{ revision: 'first' }, { revision: 'second' }]);
  expect(() => file.run(sql`INSERT INTO space (id, kind, name, created_at, home) VALUES ('t', 'region', 'x', '', 1)`)).toThrow(/UNIQUE/);
  // only an exercise that is being removed takes its revisions along
  expect(() => file.run(sql`DELETE FROM revision WHERE id = 'second'`)).toThrow(/never removed/);
  file.run(sql`UPDATE document SET revised_seq = seq`);
  file.run(sql`UPDATE document SET dossier = 'd'`);
  expect(file.rows(sql`SELECT revised_seq FROM document`)).toEqual([{ revised_seq: -1 }]);
});

test('0016 adds a place for hubs beside what is there', () => {
  const { open } = profile();
  open(upTo(15)).run(space);
  const file = open(upTo(16));
  expect(file.rows(sql`SELECT id FROM space`)).toEqual([{ id: 's' }]);
  file.run(sql`INSERT INTO hub (pin, url, added_at) VALUES ('p', 'https://hub', '')`);
  expect(() => file.run(sql`INSERT INTO hub (pin, url, added_at) VALUES ('p', 'https://other', '')`)).toThrow(/UNIQUE/);
});

test('0018 keeps the hubs, of which nothing is told yet', () => {
  const { open } = profile();
  open(upTo(17)).run(sql`INSERT INTO hub (pin, url, added_at) VALUES ('p', 'https://hub', '')`);
  const file = open(upTo(18));
  expect(file.rows(sql`SELECT pin, ended, done_at, failed_since, error FROM hub`)).toEqual([{ pin: 'p', ended: null, done_at: null, failed_since: null, error: null }]);
  expect(file.rows(sql`SELECT by_itself FROM exchange_setting`)).toEqual([]);
  expect(() => file.run(sql`UPDATE hub SET ended = 'perhaps'`)).toThrow(/CHECK/);
});

test('0019 moves revisions as they are, with what they go on from, and they are still never changed or removed', () => {
  const { open } = profile();
  const before = open(upTo(18));
  before.run(space);
  before.run(document);
  for (const [id, number] of [['b', 1], ['a', 2], ['c', 3]] as const) {
    before.run(sql`INSERT INTO revision (id, document, number, body, at, signature, signer) VALUES (${id}, 'd', ${number}, ${`{"kind":"request","text":"é ${id}"}`}, '2026', x'0102', x'03')`);
  }
  for (const [revision, parent] of [['a', 'b'], ['c', 'a'], ['c', 'b']]) before.run(sql`INSERT INTO revision_parent (revision, parent) VALUES (${revision ?? ''}, ${parent ?? ''})`);
  before.run(sql`INSERT INTO head (document, revision) VALUES ('d', 'c')`);
  before.run(sql`INSERT INTO voucher (id, space, body, signature, signer) VALUES ('v', 's', '{}', x'00', x'00')`);
  before.run(sql`INSERT INTO vouched (revision, voucher) VALUES ('b', 'v')`);
  const all = sql`SELECT id, document, number, body, at, hex(signature) AS signature, hex(signer) AS signer FROM revision ORDER BY id`;
  const held = before.rows(all);
  const file = open(upTo(19));
  expect(file.rows(all)).toEqual(held);
  expect(file.rows(sql`SELECT seq, id FROM revision ORDER BY seq`)).toEqual([{ seq: 1, id: 'b' }, { seq: 2, id: 'a' }, { seq: 3, id: 'c' }]);
  expect(file.rows(sql`SELECT revision, parent FROM revision_parent ORDER BY revision, parent`)).toEqual([{ revision: 2, parent: 1 }, { revision: 3, parent: 1 }, { revision: 3, parent: 2 }]);
  expect(file.rows(sql`SELECT revision FROM vouched`)).toEqual([{ revision: 'b' }]);
  // what names a revision is followed again, from the tables before and after
  expect(file.pragma('foreign_keys')).toBe(1);
  expect(() => file.run(sql`INSERT INTO head (document, revision) VALUES ('d', 'nowhere')`)).toThrow(/FOREIGN KEY/);
  expect(() => file.run(sql`INSERT INTO revision_parent (revision, parent) VALUES (3, 9)`)).toThrow(/FOREIGN KEY/);
  expect(() => file.run(sql`INSERT INTO revision (id, document, number, body, at, signature, signer) VALUES ('a', 'd', 9, '', '', x'', x'')`)).toThrow(/UNIQUE/);
  expect(() => file.run(sql`UPDATE revision SET body = '{}' WHERE id = 'a'`)).toThrow(/never changes/);
  expect(() => file.run(sql`DELETE FROM revision WHERE id = 'a'`)).toThrow(/never removed/);
});

test('0020 finds what was found before, in both indexes, and the triggers go on writing into them', () => {
  const { open } = profile();
  const before = open(upTo(19));
  for (const [kind, ref, names] of [['effect', 'e', 'zandzakken'], ['request', 'r', 'zandbank']]) {
    before.run(sql`INSERT INTO search_entry (kind, ref, title_nl, title_en, subtitle_nl, subtitle_en, aliases, names, body) VALUES (${kind ?? ''}, ${ref ?? ''}, 'x', 'x', '', '', '[]', ${names ?? ''}, 'dijk')`);
  }
  const file = open(upTo(20));
  const found = (match: string): unknown => [
    file.rows(sql`SELECT rowid AS id FROM search_index WHERE search_index MATCH ${match}`),
    file.rows(sql`SELECT rowid AS id FROM search_written_index WHERE search_written_index MATCH ${match}`),
  ];
  for (const match of ['"zandz"* OR "zandb"*', '"zand"*', '"dijk"']) expect(found(match), match).toEqual([[{ id: 1 }], [{ id: 2 }]]);
  file.run(sql`UPDATE search_entry SET names = 'boten'`);
  expect(found('"boten"')).toEqual([[{ id: 1 }], [{ id: 2 }]]);
  expect(found('"zand"*')).toEqual([[], []]);
  file.run(sql`DELETE FROM search_entry`);
  expect(found('"boten"')).toEqual([[], []]);
  assertIndexMatches(file);
});

test('0021 gives each statement the last moment that the trail has of it, and leaves one without a moment as it is', () => {
  const { open } = profile();
  const before = open(upTo(20));
  before.run(space);
  for (const number of [1, 2]) before.run(sql`INSERT INTO statement (space, number, json) VALUES ('s', ${number}, ${`{"number":${number}}`})`);
  // another branch of the chain stood at 1 before
  for (const [number, at, of, kind] of [[1, '2026-11-22T01:00:00.000Z', 's', 'membership'], [1, '2026-11-22T03:00:00.000Z', 's', 'membership'], [2, '2026-11-22T04:00:00.000Z', 'other', 'membership'], [2, '2026-11-22T05:00:00.000Z', 's', 'revised']] as const) {
    before.run(sql`INSERT INTO trail (at, act, details, hash) VALUES (${at}, ${kind}, ${JSON.stringify({ number, space: of })}, '')`);
  }
  const file = open(upTo(21));
  expect(file.rows(sql`SELECT number, json, known_at FROM statement ORDER BY number`)).toEqual([
    { number: 1, json: '{"number":1}', known_at: '2026-11-22T03:00:00.000Z' },
    { number: 2, json: '{"number":2}', known_at: null },
  ]);
});

test('0022 keeps what was not sent yet, in the order in which it was made', () => {
  const { open } = profile();
  const before = open(upTo(21));
  before.run(space);
  before.run(document);
  for (const [id, number] of [['late in the alphabet', 1], ['early in it', 2], ['sent', 3]] as const) {
    before.run(sql`INSERT INTO revision (id, document, number, body, at, signature, signer) VALUES (${id}, 'd', ${number}, '{}', '', x'00', x'00')`);
  }
  for (const id of ['early in it', 'late in the alphabet']) before.run(sql`INSERT INTO unsealed (revision) VALUES (${id})`);
  const file = open(upTo(22));
  expect(file.rows(sql`SELECT id FROM unsealed JOIN revision ON seq = unsealed.revision ORDER BY unsealed.revision`)).toEqual([{ id: 'late in the alphabet' }, { id: 'early in it' }]);
  expect(() => file.run(sql`INSERT INTO unsealed (revision) VALUES (99)`)).toThrow(/FOREIGN KEY/);
});

test('0023 leaves a copy of before as it names its origin, and has room for what it is called', () => {
  const { open } = profile();
  const before = open(upTo(22));
  before.run(space);
  before.run(document);
  before.run(sql`UPDATE document SET origin = 'd' WHERE id = 'd'`);
  const file = open(upTo(23));
  expect(file.rows(sql`SELECT origin, origin_named FROM document`)).toEqual([{ origin: 'd', origin_named: null }]);
});

test('0024 keeps what waits, as brought by nobody: it goes to every carrier', () => {
  const { open } = profile();
  const before = open(upTo(23));
  before.run(space);
  before.run(sql`INSERT INTO parked (id, space, why, needs, sealed) VALUES (x'01', 's', 'parents', 'r', x'02')`);
  expect(open(upTo(24)).rows(sql`SELECT why, needs, came_from FROM parked`)).toEqual([{ why: 'parents', needs: 'r', came_from: null }]);
});

test('0025 has room for the keys of branches that did not stand, each once, and they go with their space', () => {
  const { open } = profile();
  open(upTo(24)).run(space);
  const file = open(upTo(25));
  for (let twice = 0; twice < 2; twice += 1) file.run(sql`INSERT INTO lost_key (space, key_id) VALUES ('s', 'k') ON CONFLICT DO NOTHING`);
  expect(file.rows(sql`SELECT space, key_id FROM lost_key`)).toEqual([{ space: 's', key_id: 'k' }]);
  file.run(sql`DELETE FROM space WHERE id = 's'`);
  expect(file.rows(sql`SELECT key_id FROM lost_key`)).toEqual([]);
});

test('0026 keeps every envelope in its place; a part of a file or a voucher is there once', () => {
  const { open } = profile();
  const before = open(upTo(25));
  before.run(space);
  for (const [seq, type, id] of [[3, 1, 'a'], [5, 2, 'b']] as const) {
    before.run(sql`INSERT INTO envelope (seq, space, type, ref, part, id, key_id, author, came_from) VALUES (${seq}, 's', ${type}, 'r', 0, CAST(${id} AS BLOB), 'k', x'00', 'hub')`);
  }
  const file = open(upTo(26));
  expect(file.rows(sql`SELECT seq, type, ref, CAST(id AS TEXT) AS id, key_id, came_from FROM envelope ORDER BY seq`)).toEqual([
    { seq: 3, type: 1, ref: 'r', id: 'a', key_id: 'k', came_from: 'hub' },
    { seq: 5, type: 2, ref: 'r', id: 'b', key_id: 'k', came_from: 'hub' },
  ]);
  const again = sql`INSERT INTO envelope (space, type, ref, id, key_id, author) VALUES ('s', 2, 'q', CAST('b' AS BLOB), 'k', x'00')`;
  expect(() => file.run(again)).toThrow(/UNIQUE/);
  expect(file.rows<{ detail: string }>(sql`EXPLAIN QUERY PLAN SELECT seq FROM envelope WHERE id = x'00' AND type <> 1`)[0]?.detail).toContain('envelope_of_no_revision');
});
