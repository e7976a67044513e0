import { describe, expect, it } from 'vitest';
import { filtered, isOutdated, whyListed, withNarrower } from '../../../renderer/features/catalogue/filter.ts';
import { formatFor } from '../../../renderer/app/language/format.ts';
import { municipalityNote } from '../../../renderer/features/contacts/municipality-note.ts';
import type { Municipality } from '../../../shared/domain/region.ts';
import { say } from '../../../shared/messages/index.ts';
import { packOf } from '../../helpers/packs.ts';

const capabilities = packOf('capabilities').entries;
const effects = packOf('effects').entries;
const effectById = new Map(effects.map((effect) => [effect.id, effect]));
const found = (effect: string | undefined, words: string): readonly string[] => filtered(capabilities, effectById, { effect, words }).map(({ id }) => id);

describe('the list of the catalogue', () => {
  it('shows everything without effect and words', () => {
    expect(found(undefined, '  ')).toHaveLength(capabilities.length);
  });

  it('shows under a main effect also what stands under its narrower ones', () => {
    const narrower = effects.find((effect) => effect.broader !== undefined)!;
    const ofNarrower = found(narrower.id, '');
    expect(ofNarrower.length).toBeGreaterThan(0);
    expect(withNarrower(narrower.broader!, effects)).toContain(narrower.id);
    expect(found(narrower.broader, '')).toEqual(expect.arrayContaining([...ofNarrower]));
  });

  it('finds by alias and effect word, whatever case and accents, and needs every word', () => {
    expect(found(undefined, 'BAMBI')).toContain('fire-helicopter-chinook');
    expect(found(undefined, 'helikopter brand')).toContain('fire-helicopter-chinook');
    expect(found(undefined, 'helikopter zandzakken')).toEqual([]);
  });

  it('says by which other name or word of an effect it stands there, and nothing where the row says it', () => {
    const chinook = capabilities.find(({ id }) => id === 'fire-helicopter-chinook')!;
    const why = (words: string, language: 'nl' | 'en' = 'nl') => whyListed(chinook, effectById, words, (text) => text[language]);
    expect(why('')).toBeUndefined();
    expect(why('BLUSHELIKOPTER')).toBeUndefined();
    expect(why('bambi')).toEqual({ kind: 'alias', text: chinook.aliases.find((alias) => /bambi/i.test(alias)) });
    expect(why('helikopter brand')?.kind).toMatch(/alias|effect/);
    // the row shows the language of the window: a word of the other one has to be explained
    expect(why(chinook.name.nl.split(' ')[0]!, 'en')).toBeDefined();
  });

  it('trusts a fact through its last day', () => {
    expect(isOutdated({ validUntil: '2026-12-31' }, '2026-12-31')).toBe(false);
    expect(isOutdated({ validUntil: '2026-12-31' }, '2027-01-01')).toBe(true);
  });
});

describe('the validity of a municipality in words', () => {
  const words = (id: Parameters<typeof say>[1], values?: Parameters<typeof say>[2]): string => say('nl', id, values);
  const note = (municipality: Municipality, today: string): string | undefined =>
    municipalityNote(municipality, (code) => packOf('municipalities').entries.find((other) => other.code === code)?.name, today, words, formatFor('nl'));
  const wijdemeren = packOf('municipalities').entries.find(({ name }) => name === 'Wijdemeren')!;

  it('says of Wijdemeren until when it exists and who takes over', () => {
    expect(note(wijdemeren, '2026-12-31')).toBe('bestaat tot en met 31-12-2026, daarna Hilversum');
  });

  it('says of Wijdemeren that it is gone from 2027 on', () => {
    expect(note(wijdemeren, '2027-01-01')).toBe('opgeheven op 31-12-2026');
  });

  it('says nothing of a municipality without an end', () => {
    expect(note(packOf('municipalities').entries.find(({ name }) => name === 'Maastricht')!, '2026-11-22')).toBeUndefined();
  });
});
