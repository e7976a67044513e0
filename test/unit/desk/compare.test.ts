import { describe, expect, it } from 'vitest';
import { formatFor } from '../../../renderer/app/language/format.ts';
import { comparedRows, most, withPick } from '../../../renderer/features/catalogue/compare.ts';
import { filtered } from '../../../renderer/features/catalogue/filter.ts';
import { say } from '../../../shared/messages/index.ts';
import { packOf } from '../../helpers/packs.ts';

const capabilities = packOf('capabilities').entries;
const effects = new Map(packOf('effects').entries.map((effect) => [effect.id, effect]));
const byId = (id: string) => capabilities.find((capability) => capability.id === id)!;
const words = { say: (id: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]) => say('nl', id, values), date: formatFor('nl').date, bilingual: (text: { readonly nl: string }) => text.nl, effects, notes: new Map([['engineers', 'vraag om het zandplan']]) };
const rows = (...ids: readonly string[]) => new Map(comparedRows(ids.map(byId), words).map((row) => [row.label, row]));

describe('capabilities side by side', () => {
  it('marks the quantities of the Chinook and the Cougar as different and their notice as the same', () => {
    const compared = rows('fire-helicopter-chinook', 'fire-helicopter-cougar');
    expect(compared.get('catalogue.quantities')?.differs).toBe(true);
    expect(compared.get('catalogue.noticeFormal')).toMatchObject({ differs: false, cells: [[{ isShared: true }], [{ isShared: true }]] });
  });

  it('counts a fact that only one of them has as a difference', () => {
    const row = rows('fire-helicopter-chinook', 'fire-helicopter-cougar').get('catalogue.limits');
    expect(row?.differs).toBe(true);
    expect(row?.cells[1]).toEqual([]);
  });

  it('finds no difference between a capability and itself', () => {
    for (const row of rows('engineers', 'engineers').values()) expect(row.differs, row.label).toBe(false);
  });

  it('puts the note of the post beside the facts, and leaves out what none of them has', () => {
    expect(rows('engineers', 'fire-helicopter-cougar').get('catalogue.note')?.cells).toEqual([[{ text: 'vraag om het zandplan', isShared: false }], []]);
    expect(rows('fire-helicopter-chinook', 'fire-helicopter-cougar').has('catalogue.note')).toBe(false);
  });
});

describe('what is chosen to compare', () => {
  it('takes four at most, each once, and gives room again', () => {
    const four = ['a', 'b', 'c', 'd'].reduce((picked: readonly string[], id) => withPick(picked, id, true), []);
    expect(four).toHaveLength(most);
    expect(withPick(four, 'e', true)).toEqual(four);
    expect(withPick(four, 'a', true)).toEqual(four);
    expect(withPick(withPick(four, 'b', false), 'e', true)).toEqual(['a', 'c', 'd', 'e']);
  });
});

describe('the filters of the catalogue', () => {
  const found = (filter: Partial<Parameters<typeof filtered>[2]>) => filtered(capabilities, effects, { effect: undefined, words: '', ...filter });

  it.each([
    [{ supply: 'guaranteed' }, (one: (typeof capabilities)[number]) => one.supply.class === 'guaranteed'],
    [{ readiness: 'notDemonstrable' }, (one: (typeof capabilities)[number]) => one.readiness.state === 'notDemonstrable'],
    [{ call: 'directAlarm' }, (one: (typeof capabilities)[number]) => one.call.how === 'directAlarm'],
  ] as const)('%o shows those and no others', (filter, belongs) => {
    const shown = found(filter);
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.length).toBeLessThan(capabilities.length);
    expect(shown).toEqual(capabilities.filter(belongs));
  });

  it('narrow together', () => {
    const both = found({ call: 'directAlarm', words: 'cbrn' });
    expect(both.map(({ id }) => id)).toEqual(found({ call: 'directAlarm' }).filter((one) => found({ words: 'cbrn' }).includes(one)).map(({ id }) => id));
    expect(both.length).toBeGreaterThan(0);
  });
});

it('says of an unknown notice that it is not public, and nowhere to ask the adviser who reads it', () => {
  for (const { id, notice } of capabilities) expect(notice.text.nl, id).not.toMatch(/vraag de RMOA/i);
  expect(byId('engineers').notice.text).toEqual({ nl: 'niet openbaar', en: 'not public' });
});
