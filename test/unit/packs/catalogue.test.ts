import { describe, expect, it } from 'vitest';
import { packOf, walk } from '../../helpers/packs.ts';

const effects = packOf('effects').entries;
const capabilities = packOf('capabilities').entries;
const byId = (id: string): (typeof capabilities)[number] => {
  const found = capabilities.find((one) => one.id === id);
  if (!found) throw new Error(`no capability ${id}`);
  return found;
};

describe('effects', () => {
  it('each have an id of their own and words that people type', () => {
    expect(new Set(effects.map((one) => one.id)).size).toBe(effects.length);
    expect(effects.filter((one) => one.terms.length < 5).map((one) => one.id)).toEqual([]);
  });

  it('are marked as inferred, because the list of the CNO was not available', () => {
    expect(effects.filter((one) => one.provenance.confidence !== 'inferred' || one.provenance.source !== 'CNO').map((one) => one.id)).toEqual([]);
  });

  it('stand at most one level under a main effect', () => {
    const main = new Set(effects.filter((one) => one.broader === undefined).map((one) => one.id));
    expect(main.size).toBe(10);
    expect(effects.filter((one) => one.broader !== undefined && !main.has(one.broader)).map((one) => one.id)).toEqual([]);
  });

  it('hold the words by which people ask', () => {
    const leadTo = (word: string): string[] => effects.filter((one) => one.terms.includes(word)).map((one) => one.id);
    expect(leadTo('natuurbrand')).toEqual(['fire', 'wildfire-air', 'wildfire-ground']);
    expect(leadTo('zandzakken')).toEqual(['water', 'flood-barrier']);
    expect(leadTo('vermist')).toEqual(['missing-person']);
    expect(leadTo('noodbrug')).toEqual(['crossing']);
    expect(leadTo('noodopvang')).toEqual(['shelter']);
  });

  it('each lead to at least one capability', () => {
    expect(effects.filter((effect) => !capabilities.some((one) => one.effects.includes(effect.id))).map((one) => one.id)).toEqual([]);
  });
});

describe('capabilities', () => {
  it('are at least forty-five, each with an id of its own', () => {
    expect(capabilities.length).toBeGreaterThanOrEqual(45);
    expect(new Set(capabilities.map((one) => one.id)).size).toBe(capabilities.length);
  });

  it('name only effects that exist, each once', () => {
    const known = new Set(effects.map((one) => one.id));
    const wrong = capabilities.flatMap((one) => one.effects.filter((id, index) => !known.has(id) || one.effects.indexOf(id) !== index).map((id) => `${one.id}: ${id}`));
    expect(wrong).toEqual([]);
  });

  it('name the main effect beside each narrower one', () => {
    const broader = new Map(effects.map((one) => [one.id, one.broader]));
    const alone = capabilities.flatMap((one) => one.effects.flatMap((id) => {
      const main = broader.get(id);
      return main === undefined || one.effects.includes(main) ? [] : [`${one.id}: ${id} without ${main}`];
    }));
    expect(alone).toEqual([]);
  });

  it.each(capabilities.map((one) => [one.id] as const))('%s: states something that a source confirms', (id) => {
    const confirmed = [...walk(byId(id))].filter(({ path, value }) => path.endsWith('provenance.confidence') && value === 'verified');
    expect(confirmed.length).toBeGreaterThan(0);
  });

  it('give no number of their own: what holds a digit is verified', () => {
    const guessed = capabilities.flatMap((one) => one.quantities.filter((fact) => /\d/.test(fact.text.nl) && fact.provenance.confidence !== 'verified').map((fact) => `${one.id}: ${fact.text.nl}`));
    expect(guessed).toEqual([]);
  });

  it('state a formal notice only where it is public: 48 hours for the general force, 24 for the helicopters', () => {
    const formal = capabilities.flatMap((one) => (one.notice.formalHours === undefined ? [] : [[one.id, one.notice.formalHours, one.notice.provenance.confidence]]));
    expect(formal).toEqual([
      ['general-force', 48, 'verified'],
      ['fire-helicopter-chinook', 24, 'verified'],
      ['fire-helicopter-cougar', 24, 'verified'],
    ]);
  });

  it('call readiness not demonstrable or unknown only where answers 13 to 18 do', () => {
    const judged = capabilities.flatMap(({ id, readiness }) => (readiness.state === 'notReported' ? [] : [[id, readiness.state, readiness.provenance.source, readiness.provenance.at]]));
    expect(judged.toSorted()).toEqual([
      ['cbrn-decontamination', 'notDemonstrable', 'S1', 'vraag en antwoord 13'],
      ['engineer-advice', 'notDemonstrable', 'S1', 'vraag en antwoord 17'],
      ['engineers', 'notDemonstrable', 'S1', 'vraag en antwoord 17'],
      ['eod-maritime', 'notDemonstrable', 'S1', 'vraag en antwoord 14'],
      ['mobile-detection', 'notDemonstrable', 'S1', 'vraag en antwoord 15'],
      ['small-unmanned-aircraft', 'notDemonstrable', 'S1', 'vraag en antwoord 16'],
      ['staff-capacity', 'unknown', 'S1', 'vraag en antwoord 18'],
    ]);
  });

  it('mark the outlook under the first main task as our reading of the minister', () => {
    expect(capabilities.filter(({ outlook }) => outlook.provenance.source !== 'S1' || outlook.provenance.confidence !== 'inferred').map((one) => one.id)).toEqual([]);
  });

  it('call CBRN, EOD and the adviser directly and everything else by request', () => {
    const direct = capabilities.filter((one) => one.call.how === 'directAlarm').map((one) => one.id);
    expect(direct).toEqual(['cbrn-advice', 'cbrn-dim', 'cbrn-decontamination', 'eod-ground', 'eod-maritime', 'regional-military-advice']);
  });

  it('name a civil alternative only with a source that says so', () => {
    const alternatives = capabilities.flatMap((one) => one.civilAlternatives);
    expect(alternatives.length).toBeGreaterThan(0);
    expect(alternatives.filter((fact) => fact.provenance.confidence !== 'verified')).toEqual([]);
  });

  it('end with the pack at the latest', () => {
    const { validUntil } = packOf('capabilities');
    expect(capabilities.filter((one) => one.validUntil > validUntil).map((one) => one.id)).toEqual([]);
  });

  it('say no word of their own twice among the search words', () => {
    expect(capabilities.filter((one) => new Set(one.aliases.map((alias) => alias.toLowerCase())).size !== one.aliases.length).map((one) => one.id)).toEqual([]);
  });
});
