/** The road of a request under each kind of basis: its part, its condition, and the names of the request in it. */
import { describe, expect, it } from 'vitest';
import type { FieldValues } from '../../../shared/domain/request.ts';
import { applicantsOf, partOf } from '../../../shared/rules/basis-part.ts';
import { route } from '../../../shared/rules/route.ts';
import { packOf } from '../../helpers/packs.ts';

const bases = new Map(packOf('legal-bases').entries.map((basis) => [basis.id, basis]));
const basis = (id: string): NonNullable<ReturnType<typeof bases.get>> => bases.get(id)!;
const regions = Object.fromEntries(packOf('regions').entries.map((region) => [region.code, region]));
const road = (basisId: string, templateId: string, values: FieldValues = {}): ReturnType<typeof route> =>
  route({ values, basis: basis(basisId), template: { id: templateId }, reference: { regions, municipalities: {}, capabilities: {} } });
const textOf = (steps: ReturnType<typeof route>, id: string): string | undefined => steps.find((step) => step.id === id)?.text.nl;

describe('a basis with parts', () => {
  it('sends each part along its own steps only', () => {
    const ids = (templateId: string): string[] => road('pw-57', templateId).map(({ id }) => id).filter((id) => /order|criminal/.test(id));
    expect(ids('pw-57-order')).toEqual(['request-order', 'provision-order']);
    expect(ids('pw-57-criminal')).toEqual(['request-criminal', 'provision-criminal']);
  });

  it('lets under each part only those ask who have authority there', () => {
    expect(applicantsOf(basis('pw-58'), 'pw-58-order').map(({ actor }) => actor)).toEqual(['mayor', 'chairSafetyRegion']);
    expect(applicantsOf(basis('pw-58'), 'pw-58-criminal').map(({ actor }) => actor)).toEqual(['publicProsecutor']);
    expect(partOf(basis('wvr-51'), 'wvr-51')).toBeUndefined();
  });

  it('takes the first who may ask for the applicant while nobody was chosen, and never one of the other part', () => {
    expect(road('pw-58', 'pw-58-criminal')[0]?.from).toBe('publicProsecutor');
    expect(road('pw-58', 'pw-58-criminal', { 'applicant.actor': 'mayor' })[0]?.from).toBe('publicProsecutor');
  });

  it('names who the authority is once it was chosen', () => {
    const steps = road('pw-58', 'pw-58-order', { 'applicant.actor': 'mayor', 'applicant.organ': 'gemeente Den Haag' });
    expect(textOf(steps, 'advice')).toContain('Het gezag (Burgemeester, gemeente Den Haag) stemt');
    expect(textOf(road('pw-58', 'pw-58-order'), 'advice')).toContain('Het gezag stemt');
    expect(textOf(road('pw-58', 'pw-58-order', { 'applicant.actor': 'chairSafetyRegion', 'applicant.region': 'VR24' }), 'advice')).toContain('(Voorzitter van de veiligheidsregio, Zuid-Limburg)');
  });
});

describe('the road tells', () => {
  it('with whom a decision must agree, and who is heard first', () => {
    const steps = road('pw-57', 'pw-57-order');
    expect(steps.find(({ id }) => id === 'manner')?.inAgreementWith).toBe('ministerDefence');
    expect(steps.find(({ id }) => id === 'jenv-decision')?.afterConsulting).toEqual(['ministerDefence']);
  });

  it('to which minister it goes under article 62, by who asks', () => {
    const asks = (actor: string): string[] => road('pw-62', 'pw-62', { 'applicant.actor': actor }).map(({ id }) => id).filter((id) => id.endsWith('-request'));
    expect(asks('mayor')).toEqual(['jenv-request']);
    expect(asks('publicProsecutor')).toEqual(['board-request']);
  });

  it('which island or country asks', () => {
    expect(textOf(road('bes-6', 'bes-6', { 'applicant.organ': 'Saba' }), 'request')).toContain('De gezaghebber (Saba) richt');
    expect(textOf(road('acsm-1', 'acsm-1', { 'applicant.organ': 'Sint Maarten' }), 'request')).toContain('De regering van het land (Sint Maarten) vraagt');
    expect(textOf(road('wvr-51', 'wvr-51', { 'applicant.region': 'VR24' }), 'request')).toContain('voorzitter van de veiligheidsregio Zuid-Limburg vraagt');
  });
});
