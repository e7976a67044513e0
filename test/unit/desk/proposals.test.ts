import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { catalogueVocabulary, effectWords } from '../../../renderer/features/requests/proposals/effect-words.ts';
import { ranked } from '../../../renderer/features/requests/proposals/ranking.ts';
import { pack } from '../../../shared/domain/pack.ts';

const read = (name: string) => pack.parse(JSON.parse(readFileSync(new URL(`../../../db/packs/${name}.json`, import.meta.url), 'utf8')));
const effects = read('effects');
const capabilities = read('capabilities');
if (effects.kind !== 'effects' || capabilities.kind !== 'capabilities') throw new Error('the packs are not what their names say');
const vocabulary = catalogueVocabulary(effects.entries, capabilities.entries);
const searched = (text: string): readonly string[] => effectWords(text, vocabulary).map(({ search }) => search);

describe('the words of an effect', () => {
  it('finds the words of Zuid-Limburg 2021 in whatever form they are written', () => {
    const found = searched('Dijkdoorbraak langs de Geul voorkomen en ca. 400 bewoners van Valkenburg veilig uit het overstroomde centrum evacueren.');
    expect(found).toContain('dijkdoorbraak');
    expect(found).toContain('evacueren');
    expect(found.some((word) => word.startsWith('overstro') && 'overstroming'.startsWith(word))).toBe(true);
  });

  it('searches what text and catalogue begin with alike', () => {
    expect(effectWords('gewonde', new Set(['gewonden']))).toEqual([{ written: 'gewonde', search: 'gewonde' }]);
    expect(effectWords('evacuaties', new Set(['evacuatie']))).toEqual([{ written: 'evacuaties', search: 'evacuatie' }]);
    expect(effectWords('coordinatie', new Set(['coordinatie']))).toHaveLength(1);
  });

  it('does not search words that only look a little alike, short words or numbers', () => {
    expect(searched('De bewoners van het verboden gebied, 400 in 24 uur')).toEqual([]);
    expect(effectWords('verboden', new Set(['verborgen']))).toEqual([]);
  });

  it('searches at most eight words, each once', () => {
    const found = searched(`${effects.entries.flatMap((effect) => effect.terms).join(' ')} brand brand brand`);
    expect(found).toHaveLength(8);
    expect(new Set(found).size).toBe(8);
  });
});

describe('ranking', () => {
  const hits = (written: string, ids: readonly string[], total = ids.length) => ({ written, ids, total });

  it('puts first what answers to more words, then what was found higher up', () => {
    const result = ranked([hits('dijk', ['engineers', 'general-force', 'vehicle-evacuation']), hits('evacueren', ['vehicle-evacuation', 'general-force', 'shelter'])], 58);
    expect(result.map(({ id }) => id)).toEqual(['vehicle-evacuation', 'general-force', 'engineers', 'shelter']);
    expect(result[1]?.because).toEqual(['dijk', 'evacueren']);
  });

  it('lets one rare word outweigh two that many capabilities answer to', () => {
    const many = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k', 'l', 'm', 'n', 'o', 'p', 'q', 'r', 's', 't'];
    const result = ranked([hits('water', many), hits('keren', many), hits('baileybrug', ['bridge'])], 58);
    expect(result[0]).toEqual({ id: 'bridge', because: ['baileybrug'] });
  });

  it('leaves out a word to which nearly half of the catalogue answers, unless there is no other', () => {
    expect(ranked([hits('militair', ['a', 'b'], 40), hits('dijk', ['b'])], 58)).toEqual([{ id: 'b', because: ['dijk'] }]);
    expect(ranked([hits('militair', ['a', 'b'], 40)], 58).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
