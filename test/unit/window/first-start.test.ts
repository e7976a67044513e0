/** What the first start says of a passphrase, and how it finds the region. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { passphraseHint } from '../../../renderer/features/start/passphrase-hint.ts';
import { findRegions } from '../../../renderer/features/start/region-search.ts';
import { pack } from '../../../shared/domain/pack.ts';

describe('the hint at a passphrase', () => {
  const own = ['ZL-01', 'Zuid-Limburg'];
  const verdict = (passphrase: string) => passphraseHint(passphrase, own).verdict;

  it('says how many characters are missing, counting characters and not bytes', () => {
    expect(passphraseHint('zandzak', own)).toEqual({ verdict: 'short', missing: 5 });
    expect(passphraseHint('é'.repeat(11), own)).toEqual({ verdict: 'short', missing: 1 });
    expect(verdict('')).toBe('empty');
  });

  it.each([
    ['aaaaaaaaaaaaaaaa', 'repeats'],
    ['abcabcabcabcabc', 'repeats'],
    ['qwertyuiopasdf', 'sequence'],
    ['1234567890123', 'sequence'],
    ['oiuytrewq-2026', 'sequence'],
    ['Welkom2026!!!!', 'known'],
    ['Zuid-Limburg2026', 'known'],
    ['steunpunt ZL-01', 'known'],
  ])('calls %s guessable because it %s', (passphrase, because) => {
    expect(passphraseHint(passphrase, own)).toEqual({ verdict: 'guessable', because });
  });

  it('calls a long sentence good and a bare minimum fair', () => {
    expect(verdict('paard fiets kraan zeven')).toBe('good');
    expect(verdict('kettinghaaruil')).toBe('fair');
    expect(verdict('de dijk houdt het nog tot zondag')).toBe('good');
  });

  it('does not hold a known word inside a longer sentence against it', () => {
    expect(verdict('welkom bij de natte zandzakken van vrijdag')).toBe('good');
  });
});

describe('the region of the post', () => {
  const read = (name: string) => pack.parse(JSON.parse(readFileSync(path.join(import.meta.dirname, `../../../db/packs/${name}.json`), 'utf8')));
  const regionPack = read('regions');
  const municipalityPack = read('municipalities');
  const regions = regionPack.kind === 'regions' ? regionPack.entries : [];
  const municipalities = municipalityPack.kind === 'municipalities' ? municipalityPack.entries : [];
  const codes = (text: string) => findRegions(text, regions, municipalities).map((choice) => choice.region.code);

  it('offers all regions while nothing is typed', () => expect(codes('  ')).toHaveLength(25));

  it.each([
    ['Valkenburg', 'VR24'],
    ['VALKENBURG AAN', 'VR24'],
    ['Den Bosch', 'VR21'],
    ['hertogenbosch', 'VR21'],
    ['Den Haag', 'VR15'],
    ['Friesland', 'VR02'],
    ['vr24', 'VR24'],
    ['zuid limburg', 'VR24'],
  ])('finds %s in %s', (text, code) => expect(codes(text)).toContain(code));

  it('says through which municipality it found the region', () => {
    const [first] = findRegions('Valkenburg', regions, municipalities);
    expect(first?.through.map((municipality) => municipality.name)).toEqual(['Valkenburg aan de Geul']);
  });

  it('finds nothing for nonsense', () => expect(codes('xyzzy')).toEqual([]));
});
