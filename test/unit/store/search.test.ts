/** What people type and what they must find, on the sample packs; the real packs have a table of their own beside their data. */
import { expect, test } from 'vitest';
import { createAdvice } from '../../../db/advices/advices.ts';
import { indexSaved, rebuildProjections } from '../../../db/documents/projection.ts';
import { createDossier, saveDossier } from '../../../db/dossiers/dossiers.ts';
import { writeEntry } from '../../../db/dossiers/log.ts';
import { createRequest, saveRequest } from '../../../db/documents/requests.ts';
import { sql } from '../../../db/file/driver.ts';
import { loadPacks } from '../../../db/packs/load.ts';
import { readReference } from '../../../db/packs/reference.ts';
import { assertIndexMatches, removeWritten } from '../../../db/search/entries.ts';
import { fold, spellings, words } from '../../../db/search/fold.ts';
import { bringReferenceIndexUpToDate } from '../../../db/search/index-reference.ts';
import { isNear } from '../../../db/search/near.ts';
import { search } from '../../../db/search/search.ts';
import { sampleEntries, writePack } from '../../helpers/sample-packs.ts';
import { testStore } from '../../helpers/store.ts';

const typed: readonly (readonly [text: string, ref: string, matchedName?: string])[] = [
  ['Den Haag', 'GM0518', 'Den Haag'],
  ['den ha', 'GM0518', 'Den Haag'],
  ["'s-Gravenhage", 'GM0518'],
  ['’s-gravenhage', 'GM0518'],
  ['s gravenhage', 'GM0518'],
  ['sgravenhage', 'GM0518'],
  ['gravenhage', 'GM0518'],
  ['graven', 'GM0518'],
  ['Den Bosch', 'GM0796', 'Den Bosch'],
  ['hertogenbosch', 'GM0796'],
  ["'s hertogenbosch", 'GM0796'],
  ['Friesland', 'VR02', 'Friesland'],
  ['fryslan', 'VR02'],
  ['FRYSLÂN', 'VR02'],
  ['Bergen NH', 'GM0373'],
  ['Bergen (NH.)', 'GM0373'],
  ['bergen n.h.', 'GM0373'],
  ['bergen noord-holland', 'GM0373'],
  ['Bergen L', 'GM0893'],
  ['bergen limburg', 'GM0893'],
  ['Valkenburg', 'GM0994'],
  ['valkenburg a/d geul', 'GM0994'],
  ['sudwest fryslan', 'GM1900'],
  ['Súdwest-Fryslân', 'GM1900'],
  ['sudwestfryslan', 'GM1900'],
  ['zuidwest friesland', 'GM1900', 'Zuidwest-Friesland'],
  ['capelle a/d ijssel', 'GM0502'],
  ['Capelle a.d. IJssel', 'GM0502'],
  ['capelle ad yssel', 'GM0502'],
  ['VR24', 'VR24'],
  ['GM0994', 'GM0994'],
  ['limburg zuid', 'VR24'],
  ['vlet', 'boats', 'vlet'],
  ['ontruim', 'evacuation', 'ontruimen'],
];

test.each(typed.map(([text, ref, matchedName]) => ({ text, ref, matchedName })))('$text finds $ref first', ({ text, ref, matchedName }) => {
  const [first] = search(testStore().file, { text }).hits;
  expect(first).toMatchObject({ ref, ...(matchedName === undefined ? {} : { matchedName }) });
  if (matchedName === undefined) expect(first).not.toHaveProperty('matchedName');
});

test('places come before texts that only mention them, and an exact name before a longer one', () => {
  const { file } = testStore();
  expect(search(file, { text: 'maastricht' }).hits.map(({ ref }) => ref)).toEqual(['GM0935', 'boats']);
  expect(search(file, { text: 'bergen' }).hits.map(({ ref }) => ref)).toEqual(['GM0893', 'GM0373']);
  expect(search(file, { text: 'west' }).hits[0]?.ref).toBe('GM1701');
});

test('what is named exactly so comes before places that only begin so', () => {
  const { file, packs } = testStore();
  writePack(packs, 'effects', { version: '2026.2', entries: [{ ...sampleEntries['effects']?.[0], terms: ['ber'] }] });
  loadPacks(file, { folder: packs, at: '' });
  bringReferenceIndexUpToDate(file, readReference(file));
  expect(search(file, { text: 'Ber', limit: 3 }).hits.map(({ ref }) => ref)).toEqual(['evacuation', 'GM0893', 'GM0373']);
});

test('kinds and limit are kept, and the total counts what was not shown', () => {
  const { file } = testStore();
  expect(search(file, { text: 'maastricht', kinds: ['capability'] })).toMatchObject({ total: 1, hits: [{ ref: 'boats' }] });
  const all = search(file, { text: 'limburg' });
  expect(search(file, { text: 'limburg', limit: 1 })).toMatchObject({ total: all.total, hits: [{ ref: all.hits[0]?.ref }] });
  expect(all.total).toBeGreaterThan(1);
  // the words of the kind column are no words of a person
  expect(search(file, { text: 'municipality' }).total).toBe(0);
});

test('a request is found by its reference, its title and its text, as soon as it is saved', () => {
  const { file, desk } = testStore();
  const { id, reference } = createRequest(desk, 'sample', { 'applicant.incident': 'Hoogwater Geul' });
  const found = (text: string): readonly string[] => {
    indexSaved(file, desk.reference);
    return search(file, { text, kinds: ['request'] }).hits.map(({ ref }) => ref);
  };
  expect(found(reference)).toEqual([id]);
  expect(found('hoogwater')).toEqual([id]);
  saveRequest(desk, id, { 'applicant.incident': 'Bosbrand', 'effect.text': 'Blussen vanuit de lucht' });
  expect(found('hoogwater')).toEqual([]);
  expect(found('blussen lucht')).toEqual([id]);
  saveRequest(desk, id, { 'effect.text': null });
  expect(found('blussen')).toEqual([]);
});

test('what was found before is found as it is written now, by its title and by its text', () => {
  const { file, desk } = testStore();
  const request = createRequest(desk, 'sample', { 'applicant.incident': 'Zwarte zwanen op de kade', 'effect.text': 'De kade bij Itteren keren.' });
  const find = (text: string): { title: string; why: string | undefined } | undefined => {
    indexSaved(file, desk.reference);
    const hit = search(file, { text, kinds: ['request'] }).hits[0];
    return hit && { title: hit.title.nl, why: hit.why?.text };
  };
  expect(find('zwanen')?.title).toBe('Zwarte zwanen op de kade');
  expect(find('itteren')?.why).toBe('De kade bij Itteren keren.');

  saveRequest(desk, request.id, { 'applicant.incident': 'Witte zwanen op de kade', 'effect.text': 'De kade bij Borgharen en Itteren keren.' });
  expect(find('zwanen')?.title).toBe('Witte zwanen op de kade');
  expect(find('itteren')?.why).toBe('De kade bij Borgharen en Itteren keren.');
  removeWritten(file, request.id);
  expect(find('itteren')).toBeUndefined();
});

test('a hit says why it was found', () => {
  const { file } = testStore();
  const why = (text: string, ref: string) => search(file, { text }).hits.find((hit) => hit.ref === ref)?.why;
  expect(why('boten', 'boats')).toEqual({ kind: 'name', text: 'Boten met bemanning' });
  expect(why('vlet', 'boats')).toEqual({ kind: 'alias', text: 'vlet' });
  expect(why('ontruimen', 'boats')).toEqual({ kind: 'effect', text: 'ontruimen' });
  expect(why('stroming', 'boats')).toEqual({ kind: 'text', text: 'niet bij sterke stroming' });
  expect(why('ontruimne', 'evacuation')).toEqual({ kind: 'typo', text: 'ontruimen' });
});

test.each([
  ['Maastrict', 'GM0935'],
  ['masatricht', 'GM0935'],
  ['maastrichtt', 'GM0935'],
  ['naastricht', 'GM0935'],
  ['maastrih', 'GM0935'],
  ['den haahg', 'GM0518'],
  ['capelle ijsel', 'GM0502'],
])('one typing error is forgiven: %s finds %s first', (text, ref) => {
  expect(search(testStore().file, { text }).hits[0]?.ref).toBe(ref);
});

test('two errors, or one in a code, are not forgiven', () => {
  const { file } = testStore();
  for (const text of ['maasctrict', 'VR42', 'GM0999']) expect(search(file, { text }).hits, text).toEqual([]);
});

test('near is one letter more, less, other, or two exchanged', () => {
  const near = (one: string, other: string): boolean => isNear([...one], [...other]);
  for (const other of ['brug', 'brrug', 'bug', 'brog', 'burg', 'rbug', 'brgu', 'brugg']) expect(near('brug', other), other).toBe(true);
  for (const other of ['bu', 'grub', 'brugge', 'berg', 'brog-']) expect(near('brug', other), other).toBe(false);
});

test('contacts are found by their former name and region, never by what the post filled in', () => {
  const { file } = testStore();
  expect(search(file, { text: 'OVR limburg', kinds: ['contact'] }).hits.map(({ ref }) => ref)).toEqual(['rmoa-vr24']);
});

test('a dossier is found by its title, its description and its log', () => {
  const { file, desk } = testStore();
  const { id } = createDossier(desk, 'Hoogwater Geul', [{ regionCode: 'VR24', grip: 'grip4' }]);
  const found = (text: string): readonly string[] => {
    indexSaved(file, desk.reference);
    return search(file, { text, kinds: ['dossier'] }).hits.map(({ ref }) => ref);
  };
  expect(found('hoogwater')).toEqual([id]);
  writeEntry(desk, id, { text: 'Brug bij Meerssen afgesloten', kind: 'entry' });
  saveDossier(desk, id, { description: 'Dorpen langs de rivier' });
  expect(found('meerssen')).toEqual([id]);
  expect(found('rivier')).toEqual([id]);
  expect(search(file, { text: 'hoogwater', kinds: ['request'] }).hits).toEqual([]);
});

test('an advice is found by what its request is called now', () => {
  const { file, desk } = testStore();
  const request = createRequest(desk, 'sample', { 'applicant.incident': 'Hoogwater' });
  const { id } = createAdvice(desk, { requestId: request.id });
  const found = (text: string): readonly string[] => {
    indexSaved(file, desk.reference);
    return search(file, { text, kinds: ['advice'] }).hits.map(({ ref }) => ref);
  };
  expect(found('hoogwater')).toEqual([id]);
  saveRequest(desk, request.id, { 'applicant.incident': 'Natuurbrand' });
  expect(found('natuurbrand')).toEqual([id]);
  expect(found('hoogwater')).toEqual([]);
});

test('nothing a person types is an error', () => {
  const { file } = testStore();
  const hostile = ['"', "'", '""', 'a"b', '(', 'NEAR(a b)', 'a AND', 'OR', 'NOT x', '*', 'a*', '^a', 'a:b', 'names:x', '{names}', '-', '--', ';DROP TABLE post', '%', '_', '\\', '\0', 'a\0b', '👍', '👨‍👩‍👧', 'مساعدة', 'עזרה', '\u202Eabc', '\uD800', 'ﬁ', 'ĳ', '한국어', '東京', 'a'.repeat(10_000), 'a '.repeat(10_000), `"${'x" OR "'.repeat(500)}`];
  for (const text of hostile) expect(() => search(file, { text }), JSON.stringify(text.slice(0, 20))).not.toThrow();
  expect(search(file, { text: '?!…' })).toEqual({ hits: [], total: 0 });
});

test('the projections and the index made anew equal those that grew', () => {
  const { file, desk } = testStore();
  for (const title of ['Hoogwater', 'Bosbrand', 'Storing']) {
    const { id } = createRequest(desk, 'sample', { 'applicant.incident': title, 'applicant.region': 'VR24' });
    saveRequest(desk, id, { 'effect.text': `${title} bestrijden`, 'applicant.incident': `${title} 2` });
  }
  indexSaved(file, desk.reference);
  const state = () => ({
    entries: file.rows(sql`SELECT kind, ref, title_nl, subtitle_nl, region_code, aliases, names, body FROM search_entry ORDER BY kind, ref`),
    names: file.rows(sql`SELECT folded, kind, ref FROM search_name JOIN search_entry ON search_entry.id = entry ORDER BY folded, ref`),
    summaries: file.rows(sql`SELECT document, title, start, region_code FROM request_summary ORDER BY document`),
    found: ['hoogwater', 'bosbrand 2', 'limburg', 'bergen'].map((text) => search(file, { text }).hits.map(({ ref }) => ref).toSorted()),
  });
  const grown = state();
  assertIndexMatches(file);
  expect(rebuildProjections(file, desk.reference)).toBe(3);
  assertIndexMatches(file);
  expect(state()).toEqual(grown);
});

test('folding takes away what a keyboard changes and nothing else', () => {
  expect(words("'s-Hertogenbosch")).toEqual(['s', 'hertogenbosch']);
  expect(fold('Súdwest-Fryslân')).toBe('sudwest fryslan');
  expect(fold('  Één   café ')).toBe('een cafe');
  expect(fold('東京 مساعدة')).toBe('東京 مساعدة');
  expect(spellings('Bergen (NH.)')).toEqual(expect.arrayContaining(['bergen nh', 'bergen noord holland', 'bergen n h', 'bergennh']));
  expect(spellings('?')).toEqual([]);
});
