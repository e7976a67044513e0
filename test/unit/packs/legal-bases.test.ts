/** The ten articles of the law as the pack holds them: what the law says of each, and where the sources leave a doubt. */
import { describe, expect, it } from 'vitest';
import type { LegalBasis, RouteStep } from '../../../shared/domain/legal-basis.ts';
import { packOf, walk } from '../../helpers/packs.ts';

const bases = packOf('legal-bases').entries;
const basis = (id: string): LegalBasis => {
  const found = bases.find((one) => one.id === id);
  if (!found) throw new Error(`no basis ${id}`);
  return found;
};
const step = (id: string, stepId: string): RouteStep | undefined => basis(id).chain.find((one) => one.id === stepId);
const confidences = (value: unknown): string[] => [...walk(value)].filter(({ path }) => path.endsWith('confidence')).map((one) => String(one.value));

describe('the legal bases', () => {
  it('are the ten articles that the minister names (answer 43)', () => {
    expect(bases.map(({ id }) => id)).toEqual(['pw-57', 'pw-58', 'pw-62', 'wvr-51', 'msob', 'bes-6', 'bes-7', 'bes-58', 'acsm-1', 'acsm-3']);
  });

  it('stand together by law, one name a law', () => {
    const laws = Map.groupBy(bases, ({ law }) => law.short);
    expect([...laws].map(([short, list]) => [short, list.length])).toEqual([
      ['Politiewet 2012', 3],
      ['Wvr', 1],
      ['Regeling MSOB', 1],
      ['Veiligheidswet BES', 3],
      ['Aanwijzingen A/C/SM', 2],
    ]);
    expect([...laws.values()].filter((list) => new Set(list.map(({ law }) => law.title)).size > 1)).toEqual([]);
  });

  it.each([
    ['pw-57', ['mayor', 'chairSafetyRegion', 'publicProsecutor'], 'netherlands', 'yes'],
    ['pw-58', ['mayor', 'chairSafetyRegion', 'publicProsecutor'], 'netherlands', 'yes'],
    ['pw-62', ['mayor', 'chairSafetyRegion', 'publicProsecutor', 'minister'], 'netherlands', 'yes'],
    ['wvr-51', ['chairSafetyRegion'], 'netherlands', 'no'],
    ['msob', ['minister', 'kingsCommissioner', 'mayor', 'waterBoardChair'], 'netherlands', 'no'],
    ['bes-6', ['islandGovernor'], 'bes', 'notEstablished'],
    ['bes-7', ['procurator'], 'bes', 'notEstablished'],
    ['bes-58', ['islandGovernor'], 'bes', 'notEstablished'],
    ['acsm-1', ['governmentOfCountry'], 'countries', 'notEstablished'],
    ['acsm-3', ['governmentOfCountry'], 'countries', 'notEstablished'],
  ])('%s: asked by %j, in %s, powers to use force: %s', (id, applicants, territory, force) => {
    const { applicants: given, territory: where, forcePowers } = basis(id);
    expect([given.map(({ actor }) => actor), where, forcePowers.state]).toEqual([applicants, territory, force]);
  });

  it.each([
    ['pw-57', 'jenv-decision', { from: 'ministerJenV', kind: 'decides', afterConsulting: ['ministerDefence'] }, 'art. 57 lid 2'],
    ['pw-57', 'manner', { from: 'ministerJenV', kind: 'decides', inAgreementWith: 'ministerDefence' }, 'art. 57 lid 3'],
    ['pw-57', 'secretary-general', { from: 'secretaryGeneral', kind: 'assesses' }, 'antwoord 26'],
    ['pw-57', 'task-council', { from: 'kmar', kind: 'consults', to: 'taskCouncil' }, 'antwoord 27'],
    ['pw-58', 'manner', { from: 'ministerJenV', kind: 'decides', inAgreementWith: 'ministerDefence' }, 'art. 58 lid 2'],
    ['wvr-51', 'kings-commissioner', { from: 'chairSafetyRegion', kind: 'informs', to: 'kingsCommissioner' }, 'art. 51 lid 1'],
    ['bes-6', 'kmar-decision', { from: 'ministerDefence', kind: 'decides', afterConsulting: ['ministerInterior', 'ministerJenV'] }, 'art. 6 lid 2'],
    ['bes-6', 'manner', { from: 'islandGovernor', kind: 'decides', inAgreementWith: 'ministerDefence' }, 'art. 6 lid 4'],
    ['bes-7', 'kmar-decision', { from: 'ministerDefence', kind: 'decides', afterConsulting: ['ministerJenV', 'ministerInterior'] }, 'art. 7 lid 2'],
    ['bes-7', 'manner', { from: 'procurator', kind: 'decides', inAgreementWith: 'ministerDefence' }, 'art. 7 lid 4'],
    ['acsm-1', 'consent', { from: 'governor', kind: 'agrees', to: 'kingdomCouncil', inAgreementWith: 'kingdomCouncil' }, 'art. 2 lid 1 en 2'],
    ['acsm-3', 'decision', { from: 'governor', kind: 'decides' }, 'art. 3'],
  ] as const)('%s: %s is %j (%s)', (id, stepId, expected, article) => {
    expect(step(id, stepId)).toMatchObject(expected);
    expect(step(id, stepId)?.provenance.at).toBe(article);
  });

  it('demand no consent of the Council of Ministers of the Kingdom for relief (A/C/SM art. 3)', () => {
    expect(basis('acsm-3').chain.filter((one) => one.to === 'kingdomCouncil' || one.inAgreementWith === 'kingdomCouncil')).toEqual([]);
  });

  it.each([
    ['the text of Politiewet 62 now in force', [basis('pw-62').applicants, basis('pw-62').standing, ...basis('pw-62').articles.slice(0, 4)]],
    ['the way of a public prosecutor', [step('pw-57', 'request-criminal'), step('pw-58', 'request-criminal')]],
    ['the office of Kingdom representative', ['bes-6', 'bes-7', 'bes-58'].map((id) => [step(id, 'through'), basis(id).standing])],
    ['powers to use force in the Caribbean', ['bes-6', 'bes-7', 'bes-58', 'acsm-1', 'acsm-3'].map((id) => basis(id).forcePowers)],
  ])('%s is marked as uncertain', (_what, facts) => {
    const marks = confidences(facts);
    expect(marks.length).toBeGreaterThan(1);
    expect(marks.filter((mark) => mark !== 'uncertain')).toEqual([]);
  });

  it.each(bases.map((one) => [one.id, one] as const))('%s: its own article comes first, in the text of 10 May 2017, to be checked', (id, { articles }) => {
    expect(articles.every(({ textDate, mustBeChecked }) => textDate === '2017-05-10' && mustBeChecked)).toBe(true);
    const own = { 'pw-62': 'pw-61', msob: 'msob-1' }[id] ?? id;
    expect(articles[0]?.id).toBe(own);
  });

  it('quote the law word for word', () => {
    const text = (id: string, article: string): string => basis(id).articles.find((one) => one.id === article)?.text ?? '';
    expect(text('pw-57', 'pw-57').split('\n')).toEqual([
      '1. De Koninklijke marechaussee kan bijstand verlenen aan de politie.',
      '2. Onze Minister bepaalt, na overleg met Onze Minister van Defensie, of bijstand wordt verleend.',
      '3. Indien bijstand moet worden verleend, bepaalt Onze Minister in overeenstemming met Onze Minister van Defensie op welke wijze de bijstand wordt verleend.',
    ]);
    expect(text('bes-58', 'bes-58')).toContain('bijstand, anders dan voor de handhaving van de openbare orde, dan richt hij een verzoek daartoe aan de Rijksvertegenwoordiger');
    expect(text('acsm-3', 'acsm-3')).toContain('welke geen samenhang vertonen met andere storingen van de inwendige veiligheid of de openbare orde');
  });
});

describe('the parts of a basis', () => {
  const withParts = bases.filter((one) => one.parts);

  it('set public order apart from criminal law under articles 57 and 58', () => {
    expect(withParts.map(({ id, parts }) => [id, parts?.map((part) => [part.id, part.applicants.join()])])).toEqual(
      ['pw-57', 'pw-58'].map((id) => [id, [['order', 'mayor,chairSafetyRegion'], ['criminal', 'publicProsecutor']]]),
    );
  });

  it('share out every applicant of the basis, and every step belongs to a part that is there', () => {
    for (const { applicants, parts = [], chain } of withParts) {
      expect(parts.flatMap((part) => part.applicants).toSorted()).toEqual(applicants.map(({ actor }) => actor).toSorted());
      expect(chain.filter((one) => one.part !== undefined && !parts.some((part) => part.id === one.part))).toEqual([]);
    }
    expect(bases.filter(({ parts, chain }) => !parts && chain.some((one) => one.part !== undefined))).toEqual([]);
  });

  it('have a word for whoever asks where several may', () => {
    expect(bases.filter(({ applicants, anyApplicant }) => applicants.length > 1 !== (anyApplicant !== undefined)).map(({ id }) => id)).toEqual([]);
  });
});
