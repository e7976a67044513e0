/** Parts of compounds and sentences: what is asked in words that no entry holds as such. */
import { expect, test } from 'vitest';
import { sql } from '../../../db/file/driver.ts';
import { partsOf } from '../../../db/search/compound.ts';
import { reversed } from '../../../db/search/fold.ts';
import { rankedBySomeWords } from '../../../db/search/some-words.ts';
import { testStore } from '../../helpers/store.ts';

test.each([
  ['natuurbrandbestrijding', ['natuurbrand', 'bestrijding']],
  ['overstromingsgebied', ['overstroming', 'gebied']],
  ['zandzakkenploeg', ['zandzakken', 'ploeg']],
  // the second part is no known word: the first alone, when it tells enough
  ['natuurbrandxyz', ['natuurbrand']],
  ['brugxyzabc', []],
  ['natuurbrand', ['natuurbrand']],
  ['xyzabc', []],
])('%s has the parts %j', (word, parts) => {
  const { file } = testStore();
  for (const term of ['natuurbrand', 'bestrijding', 'overstroming', 'gebied', 'zandzakken', 'zand', 'ploeg', 'brug', 'natuur']) {
    file.run(sql`INSERT OR IGNORE INTO search_term (term, reversed) VALUES (${term}, ${reversed(term)})`);
  }
  expect(partsOf(file, word)).toEqual(parts);
});

test('an entry with a rare word in its name comes before one with common words in its text', () => {
  const { file } = testStore();
  const add = (ref: string, names: string, body: string): void => {
    file.run(sql`
      INSERT INTO search_entry (kind, ref, title_nl, title_en, subtitle_nl, subtitle_en, aliases, names, terms, body)
      VALUES ('effect', ${ref}, ${names}, ${names}, '', '', '[]', ${names}, '', ${body})`);
  };
  add('rare', 'zeldzaamheid', 'niets');
  for (let number = 0; number < 20; number += 1) add(`common-${number}`, 'overal', 'gewoonlijk water');
  const refs = rankedBySomeWords(file, [{ forms: ['gewoonlijk'], isSecond: false }, { forms: ['zeldzaam'], isSecond: false }], (terms) => terms).map((id) => file.row<{ ref: string }>(sql`SELECT ref FROM search_entry WHERE id = ${id}`)?.ref);
  expect(refs[0]).toBe('rare');
  expect(refs).toHaveLength(21);
});
