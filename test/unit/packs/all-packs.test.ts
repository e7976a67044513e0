import { describe, expect, it } from 'vitest';
import { pack, type PackKind } from '../../../shared/domain/pack.ts';
import { packFiles, packOfFile, rawPack, walk } from '../../helpers/packs.ts';
import { personalName } from '../../helpers/personal-names.ts';

/** Without these nobody can draft a request. */
const needed: readonly PackKind[] = ['capabilities', 'contacts', 'effects', 'fields', 'legal-bases', 'map', 'municipalities', 'regions', 'templates'];
const files = packFiles();
/** without the map: its arcs are numbers, not statements */
const stating = files.filter((file) => file !== 'map.json');

describe('every pack', () => {
  it('lies in a file named after its kind, alone or with a word behind it, and none that is needed is missing', () => {
    expect(files.filter((file) => ![file, `${file.replace('.json', '').split('-')[0]}.json`].includes(`${packOfFile(file).kind}.json`))).toEqual([]);
    expect(needed.filter((kind) => !files.includes(`${kind}.json`))).toEqual([]);
  });

  it.each(files)('%s: is valid against the schema', (file) => {
    const read = pack.safeParse(rawPack(file));
    expect(read.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []).toEqual([]);
  });

  it.each(files)('%s: is the pack that its file name says, published by us from public sources', (file) => {
    const read = packOfFile(file);
    expect([`${read.id}.json`, read.publisher]).toEqual([file, 'Steunpunt']);
    expect(read.sources['Steunpunt']?.note).toContain('openbare bronnen');
    expect(read.sources['Steunpunt']?.note).toContain('geldigheidsduur van het pakket is een keuze van Steunpunt');
  });

  it.each(files)('%s: is valid for a stretch that begins before it ends, and is dated inside it', (file) => {
    const { date, validFrom, validUntil } = packOfFile(file);
    expect(validFrom < validUntil).toBe(true);
    expect(date >= validFrom && date <= validUntil).toBe(true);
  });

  it.each(files)('%s: every fact names a source that the pack lists', (file) => {
    const read = packOfFile(file);
    const named = [...walk(read.entries)].filter(({ path }) => path.endsWith('provenance.source'));
    if (file !== 'map.json') expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ value }) => !Object.hasOwn(read.sources, String(value)))).toEqual([]);
  });

  it.each(stating)('%s: no text is blank or has white space around it', (file) => {
    const texts = [...walk(packOfFile(file))].filter((one): one is { path: string; value: string } => typeof one.value === 'string');
    expect(texts.filter(({ value }) => value === '' || value !== value.trim())).toEqual([]);
  });

  it.each(stating)('%s: the English text is not the Dutch one left standing', (file) => {
    const both = [...walk(packOfFile(file))].flatMap(({ path, value }) =>
      value !== null && typeof value === 'object' && 'nl' in value && 'en' in value && value.nl === value.en ? [`${path}: ${String(value.nl)}`] : [],
    );
    // names, and words that both languages share
    const same = /: (GRIP [1-5]|Crisis|Contact|Minister|Combat trackers|Advanced Search Team \(AST\)|Bonaire|Sint Eustatius|Saba|Aruba|Curaçao|Sint Maarten)$/;
    expect(both.filter((line) => !same.test(line))).toEqual([]);
  });

  it.each(stating)('%s: names no person and no private address', (file) => {
    const found = [...walk(packOfFile(file))].flatMap(({ path, value }) => {
      // literal law mentions offices in lower case and no people; municipalities have initials of provinces
      const name = typeof value === 'string' && !/\((?:NH|L|O|Z|ZH)\.\)/.test(value) ? personalName(value) : undefined;
      return name === undefined ? [] : [`${path}: ${name}`];
    });
    expect(found).toEqual([]);
  });
});

describe('the net for personal names', () => {
  it.each(['de heer Jansen', 'kolonel Van Dijk', 'minister R. Voorbeeld', 'A.B. de Vries', 'piet@voorbeeld.nl', '06-12345678', 'mw. drs. El Amrani'])('catches %s', (text) => {
    expect(personalName(text)).not.toBeUndefined();
  });

  it.each(['de minister van Defensie', 'Wvr art. 51 lid 1', 'burgemeester van Valkenburg aan de Geul', '(0889) 56 95 69', 'RD 1.1704290 en Blik op Nieuws 288706', 'Heli-Team Brandweer'])('lets %s through', (text) => {
    expect(personalName(text)).toBeUndefined();
  });
});
