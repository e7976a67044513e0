import { describe, expect, it } from 'vitest';
import { pack, type PackKind } from '../../../shared/domain/pack.ts';
import { packFiles, packOf, rawPack, walk } from '../../helpers/packs.ts';
import { personalName } from '../../helpers/personal-names.ts';

const kinds: readonly PackKind[] = ['capabilities', 'effects', 'legal-bases', 'map', 'municipalities', 'regions', 'templates'];

describe('every pack', () => {
  it('has a file of its own kind, and no other file lies beside them', () => {
    expect(packFiles()).toEqual(kinds.map((kind) => `${kind}.json`));
  });

  it.each(kinds)('%s: is valid against the schema', (kind) => {
    const read = pack.safeParse(rawPack(`${kind}.json`));
    expect(read.error?.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`) ?? []).toEqual([]);
  });

  it.each(kinds)('%s: is the pack that its file name says, published by us from public sources', (kind) => {
    const read = packOf(kind);
    expect([read.id, read.kind, read.publisher]).toEqual([kind, kind, 'Steunpunt']);
    expect(read.sources['Steunpunt']?.note).toContain('openbare bronnen');
    expect(read.sources['Steunpunt']?.note).toContain('geldigheidsduur van het pakket is een keuze van Steunpunt');
  });

  it.each(kinds)('%s: is valid for a stretch that begins before it ends, and is dated inside it', (kind) => {
    const { date, validFrom, validUntil } = packOf(kind);
    expect(validFrom < validUntil).toBe(true);
    expect(date >= validFrom && date <= validUntil).toBe(true);
  });

  it.each(kinds)('%s: every fact names a source that the pack lists', (kind) => {
    const read = packOf(kind);
    const named = [...walk(read.entries)].filter(({ path }) => path.endsWith('provenance.source'));
    if (kind !== 'map') expect(named.length).toBeGreaterThan(0);
    expect(named.filter(({ value }) => !Object.hasOwn(read.sources, String(value)))).toEqual([]);
  });

  it.each(kinds.filter((kind) => kind !== 'map'))('%s: no text is blank or has white space around it', (kind) => {
    const texts = [...walk(packOf(kind))].filter((one): one is { path: string; value: string } => typeof one.value === 'string');
    expect(texts.filter(({ value }) => value === '' || value !== value.trim())).toEqual([]);
  });

  it.each(kinds.filter((kind) => kind !== 'map'))('%s: the English text is not the Dutch one left standing', (kind) => {
    const both = [...walk(packOf(kind))].flatMap(({ path, value }) =>
      value !== null && typeof value === 'object' && 'nl' in value && 'en' in value && value.nl === value.en ? [`${path}: ${String(value.nl)}`] : [],
    );
    // names, and words that both languages share
    const same = /: (GRIP [1-5]|Crisis|Contact|Minister|Combat trackers|Advanced Search Team \(AST\))$/;
    expect(both.filter((line) => !same.test(line))).toEqual([]);
  });

  it.each(kinds.filter((kind) => kind !== 'map'))('%s: names no person and no private address', (kind) => {
    const found = [...walk(packOf(kind))].flatMap(({ path, value }) => {
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
