/** Loading packs: what replaces what, what is refused with which words, what is parked. */
import { createHash } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sql } from '../../../db/file/driver.ts';
import { isLower, loadPacks } from '../../../db/packs/load.ts';
import { packFiles, packInvalid, readPack } from '../../../db/packs/read.ts';
import { readReference, readRegionChoices } from '../../../db/packs/reference.ts';
import { bringReferenceIndexUpToDate } from '../../../db/search/index-reference.ts';
import { search } from '../../../db/search/search.ts';
import { calls } from '../../../shared/contract.ts';
import { sampleEntries, samplePack, writePack } from '../../helpers/sample-packs.ts';
import { testStore } from '../../helpers/store.ts';

const at = '2026-11-22T02:00:00.000Z';
const versions = (file: ReturnType<typeof testStore>['file']): Record<string, string> => readReference(file).packVersions;
const onlyRegion = [sampleEntries['regions']?.[5] ?? {}];

test('what was loaded reads back whole, with a summary of each pack', () => {
  const { desk } = testStore();
  const { all, summaries, map } = desk.reference;
  expect(all.municipalities).toEqual(sampleEntries['municipalities']);
  expect(all.capabilities).toEqual(sampleEntries['capabilities']);
  const { capabilities, ...others } = all;
  expect(calls['reference.all'].output.safeParse({ ...others, laid: [] }).error).toBeUndefined();
  expect(calls['reference.capabilities'].output.safeParse({ capabilities, total: capabilities.length }).error).toBeUndefined();
  expect(calls['reference.packs'].output.safeParse(summaries).error).toBeUndefined();
  expect(summaries.find(({ id }) => id === 'municipalities')).toMatchObject({ entries: 9, sources: [{ key: 'test' }] });
  expect(sampleEntries['map']).toEqual([{ id: 'netherlands', topology: map() }]);
});

test('packs that were loaded are passed by, with progress for each file', () => {
  const { file, packs } = testStore();
  const progress: string[] = [];
  const report = loadPacks(file, { folder: packs, at, onProgress: (done, total, name) => progress.push(`${done}/${total} ${name}`) });
  expect(report).toEqual({ loaded: [], parked: [], invalid: [] });
  const kinds = Object.keys(sampleEntries).toSorted();
  expect(progress).toEqual(kinds.map((kind, index) => `${index + 1}/${kinds.length} ${kind}.json`));
});

test('a higher version takes the place of the lower one, and the index follows; a lower one does not come back', () => {
  const { file, packs } = testStore();
  writePack(packs, 'regions', { version: '2026.10', entries: onlyRegion });
  expect(loadPacks(file, { folder: packs, at }).loaded).toEqual(['regions']);
  bringReferenceIndexUpToDate(file, readReference(file));
  expect(readReference(file).all.regions.map(({ code }) => code)).toEqual(['VR24']);
  expect(search(file, { text: 'haaglanden', kinds: ['region'] }).total).toBe(0);
  writePack(packs, 'regions', { version: '2026.9' });
  expect(loadPacks(file, { folder: packs, at }).loaded).toEqual([]);
  expect(versions(file)['regions']).toBe('2026.10');
});

test('versions are compared as year and number', () => {
  expect([isLower('2026.9', '2026.10'), isLower('2026.10', '2026.9'), isLower('2026.99', '2027.1'), isLower('2026.1', '2026.1')]).toEqual([true, false, true, false]);
});

test('a bad pack changes nothing, and every error of it has its path and reason', () => {
  const { file, packs } = testStore();
  const bad = { version: '2026.2', entries: [...onlyRegion, { ...onlyRegion[0], code: 'VR26', aliases: 'none' }] };
  writePack(packs, 'regions', bad);
  const { invalid, loaded } = loadPacks(file, { folder: packs, at });
  expect(loaded).toEqual([]);
  expect(invalid).toMatchObject([{ name: 'regions.json', errors: [{ path: 'entries.1.code' }, { path: 'entries.1.aliases' }] }]);
  expect(invalid[0]?.errors.every(({ reason }) => reason.length > 0)).toBe(true);
  expect(versions(file)['regions']).toBe('2026.1');
  expect(packInvalid('regions.json', invalid[0]?.errors ?? []).details).toMatchObject({ file: 'regions.json', count: 2 });
});

test('what a schema cannot see is an error too: an entry twice, a source that is not listed, no JSON', () => {
  const errorsOf = (more: object): readonly string[] => {
    const read = readPack(JSON.stringify(samplePack('regions', more)));
    return read.kind === 'invalid' ? read.errors.map(({ path, reason }) => `${path}: ${reason}`) : [];
  };
  expect(errorsOf({ entries: [...onlyRegion, ...onlyRegion] })).toEqual(['entries.1: VR24 stands twice']);
  expect(errorsOf({ sources: {} })[0]).toBe('entries.0.provenance.source: source test is not in sources');
  expect(readPack('{"format":')).toMatchObject({ kind: 'invalid' });
  expect(readPack('[]')).toMatchObject({ kind: 'invalid' });
});

test('a pack of a later format or kind is parked as it is, once, and loaded by the version that knows it', () => {
  const { file, packs } = testStore();
  writePack(packs, 'regions', { format: 'steunpunt-pack/2', id: 'future' }, 'future');
  writePack(packs, 'regions', { kind: 'radio-plans', id: 'radio' }, 'radio');
  expect(loadPacks(file, { folder: packs, at }).parked).toEqual(['future.json', 'radio.json']);
  rmSync(join(packs, 'future.json'));
  rmSync(join(packs, 'radio.json'));
  expect(loadPacks(file, { folder: packs, at }).parked).toEqual(['future.json', 'radio.json']);
  expect(file.row(sql`SELECT count(*) AS n FROM trail WHERE act = 'packParked'`)).toEqual({ n: 2 });

  // as a later version would find it: parked once, readable now
  const known = JSON.stringify(samplePack('regions', { id: 'radio' }));
  file.run(sql`UPDATE parked_pack SET text = ${known} WHERE name = 'radio.json'`);
  expect(loadPacks(file, { folder: packs, at })).toMatchObject({ loaded: ['radio'], parked: ['future.json'] });
  expect(file.rows(sql`SELECT name FROM parked_pack`)).toEqual([{ name: 'future.json' }]);
});

test('a damaged index of reference data is made anew when the packs change, and a missing one at the next start', () => {
  const { file, desk } = testStore();
  file.run(sql`DELETE FROM search_entry`);
  file.run(sql`DELETE FROM search_source`);
  bringReferenceIndexUpToDate(file, desk.reference);
  expect(search(file, { text: 'den haag' }).hits[0]?.ref).toBe('GM0518');
});

test('regions and municipalities are there before a store is', () => {
  const { packs } = testStore();
  const choices = readRegionChoices(packs);
  expect([choices.regions.length, choices.municipalities.length]).toEqual([6, 9]);
  writeFileSync(join(packs, 'regions.json'), '{}');
  expect(() => readRegionChoices(packs)).toThrow(expect.objectContaining({ code: 'pack.invalid' }));
});

test('the hash is that of the bytes', () => {
  const { packs } = testStore();
  const first = (): ReturnType<typeof packFiles>[number] | undefined => packFiles(packs).find(({ name }) => name === 'capabilities.json');
  const before = first();
  writeFileSync(join(packs, 'capabilities.json'), `${before?.text ?? ''} `);
  expect(first()?.hash).not.toBe(before?.hash);
  expect(before?.hash).toMatch(/^[0-9a-f]{64}$/);
});

test('a start checks the hash of what was validated, and validates again what another build or damage brings', () => {
  const { file } = testStore();
  readReference(file, 'these');
  expect(file.rows<{ validated_by: string }>(sql`SELECT DISTINCT validated_by FROM pack`)).toEqual([{ validated_by: 'these' }]);
  file.run(sql`UPDATE pack_entry SET json = json_set(json, '$.code', 'VR99') WHERE pack = 'regions' AND position = 0`);
  expect(() => readReference(file, 'these')).toThrow(/VR/);
  // as if these shapes had let it pass: then only other shapes look at it again
  const { header } = file.row<{ header: string }>(sql`SELECT header FROM pack WHERE id = 'regions'`) ?? { header: '' };
  const hash = createHash('sha256').update(header);
  for (const { json } of file.rows<{ json: string }>(sql`SELECT json FROM pack_entry WHERE pack = 'regions' ORDER BY position`)) hash.update(`\n${json}`);
  file.run(sql`UPDATE pack SET content_hash = ${hash.digest('hex')} WHERE id = 'regions'`);
  expect(readReference(file, 'these').all.regions[0]?.code).toBe('VR99');
  expect(() => readReference(file, 'other')).toThrow(/VR/);
  expect(() => readReference(file)).toThrow(/VR/);
});
