/** Drafts for the checks on what each legal basis asks: the Politiewet, the Caribbean part of the Kingdom, the way of asking. */
import type { CapabilityLine, FieldValue } from '../../../shared/domain/request.ts';
import { filled } from '../../helpers/filled-draft.ts';
import { input } from '../../helpers/request.ts';
import type { CheckCase } from './check-case.ts';

const asking = (...ids: readonly string[]): Readonly<Record<string, FieldValue>> => ({
  'capabilities.lines': ids.map((capabilityId, index): CapabilityLine => ({ id: `5a0c0000-0000-4000-8000-00000000000${index}`, capabilityId, description: capabilityId })),
});
const kmar = (inventory: string | undefined, board?: string, test?: string): Readonly<Record<string, FieldValue | undefined>> => ({ 'kmar.inventory': inventory, 'kmar.taskBoard': board, 'kmar.secretaryGeneral': test });
const place = (coordinates: string): Readonly<Record<string, FieldValue>> => ({ 'situation.place': { description: 'brug', coordinates } });
const oral = (at: string | undefined): Readonly<Record<string, FieldValue | undefined>> => ({ 'applicant.oral': true, 'applicant.oralAt': at });

export const basisCases = {
  'basis.units': {
    fires: [
      { when: 'others than the military police are asked under article 57', input: filled('pw-57-order', asking('vehicle-evacuation')), outcome: 'blocks', messageId: 'checks.basis.otherForces', field: 'capabilities.lines', says: 'Politiewet art. 58', source: 'Politiewet 2012' },
      { when: 'the military police is asked under article 58', input: filled('pw-58-order', asking('kmar-riot-platoons')), outcome: 'blocks', messageId: 'checks.basis.otherForces', field: 'capabilities.lines', says: 'Politiewet art. 57' },
      { when: 'the military police is asked to help itself under article 62', input: filled('pw-62', asking('kmar-lbo')), outcome: 'blocks', messageId: 'checks.basis.otherForces', says: 'andere delen van de krijgsmacht' },
    ],
    silent: [
      { when: 'the military police is asked under article 57', input: filled('pw-57-criminal', asking('kmar-arrest-reconnaissance')) },
      { when: 'others are asked under article 58', input: filled('pw-58-criminal', asking('advanced-search')) },
      { when: 'the basis is for any part of the forces', input: filled('bes-6', asking('kmar-lbo', 'general-force')) },
      { when: 'a line stands outside the catalogue', input: filled('pw-58-order') },
    ],
  },
  'basis.kingdom-consent': {
    fires: [
      { when: 'nothing is said of consent', input: filled('acsm-1', { 'basis.kingdomConsent': undefined }), outcome: 'warns', messageId: 'checks.kingdomConsent.open', field: 'basis.kingdomConsent', says: 'vraag instemming', source: 'Aanwijzingen A/C/SM art. 2' },
      { when: 'consent was not asked', input: filled('acsm-1', { 'basis.kingdomConsent': 'notAsked' }), outcome: 'warns', messageId: 'checks.kingdomConsent.open', field: 'basis.kingdomConsent', says: 'aangewezen geval' },
      { when: 'consent is awaited', input: filled('acsm-1', { 'basis.kingdomConsent': 'asked' }), outcome: 'warns', messageId: 'checks.kingdomConsent.awaited', field: 'basis.kingdomConsent', says: 'nog niet gegeven' },
      { when: 'consent was given, it says so', input: filled('acsm-1', { 'basis.kingdomConsent': 'given' }), outcome: 'ok', messageId: 'checks.kingdomConsent.given', says: 'instemming is gegeven' },
    ],
    silent: [
      { when: 'the minister of Defence consents in a designated case', input: filled('acsm-1', { 'basis.kingdomConsent': 'designatedCase' }) },
      { when: 'article 3 needs no consent', input: filled('acsm-3') },
    ],
  },
  'kmar.capacity': {
    fires: [
      { when: 'the inventory is not known', input: filled('pw-57-order', kmar(undefined)), outcome: 'informs', messageId: 'checks.kmar.inventoryOpen', field: 'kmar.inventory', says: 'bel vooraf', source: 'antwoord 26' },
      { when: 'there is no capacity', input: filled('pw-57-order', kmar('none')), outcome: 'warns', messageId: 'checks.kmar.noCapacity', field: 'kmar.inventory', says: 'negatief advies' },
      { when: 'own tasks are displaced', input: filled('bes-7', kmar('displaces', 'asked')), outcome: 'warns', messageId: 'checks.kmar.displaces', field: 'kmar.inventory', says: 'verdringt eigen taken' },
      { when: 'own tasks are displaced and nobody weighed it', input: filled('bes-6', kmar('displaces')), outcome: 'warns', messageId: 'checks.kmar.notWeighed', field: 'kmar.taskBoard', says: 'Nationaal Taakveldenberaad', source: 'antwoord 27' },
      { when: 'the council weighed it, it says so', input: filled('pw-57-order', kmar('displaces', 'weighed')), outcome: 'ok', messageId: 'checks.kmar.weighed', field: 'kmar.taskBoard', says: 'gewogen' },
      { when: 'the test of the secretary-general follows', input: filled('pw-57-order', kmar('available')), outcome: 'informs', messageId: 'checks.kmar.testFollows', field: 'kmar.secretaryGeneral', says: 'toetst elk verzoek' },
      { when: 'the secretary-general found it not feasible', input: filled('pw-57-criminal', kmar('available', undefined, 'notFeasible')), outcome: 'warns', messageId: 'checks.kmar.notFeasible', field: 'kmar.secretaryGeneral', says: 'niet uitvoerbaar' },
    ],
    silent: [
      { when: 'there is capacity and it is feasible', input: filled('pw-57-order', kmar('available', undefined, 'feasible')) },
      { when: 'the template does not ask the military police', input: filled('pw-58-order', kmar('none')) },
    ],
  },
  'place.coordinates': {
    fires: [
      { when: 'nobody can read them', input: filled('wvr-51', place('bij de brug')), outcome: 'warns', messageId: 'checks.place.unreadable', field: 'situation.place', says: '‘bij de brug’' },
      { when: 'there is no such degree', input: filled('wvr-51', place('95.1, 5.8')), outcome: 'warns', messageId: 'checks.place.unreadable', field: 'situation.place', says: 'breedte gaat tot 90' },
      { when: 'two letters are of one axis', input: filled('wvr-51', place('50.8 N 5.8 N')), outcome: 'warns', messageId: 'checks.place.unreadable', says: 'één van O of W' },
      { when: 'latitude and longitude are changed about', input: filled('wvr-51', place('5.8320, 50.8652')), outcome: 'warns', messageId: 'checks.place.outside', field: 'situation.place', says: 'verwisseld' },
      { when: 'a place in the Netherlands stands in a request for Bonaire', input: filled('bes-58', place('50.8652, 5.8320')), outcome: 'warns', messageId: 'checks.place.outside', field: 'situation.place', says: 'Veiligheidswet BES art. 58' },
      { when: 'Bonaire stands in a request for Curaçao', input: filled('acsm-3', place('12.15 N 68.27 W')), outcome: 'warns', messageId: 'checks.place.outside', field: 'situation.place', says: 'buiten het gebied' },
    ],
    silent: [
      { when: 'they lie where the basis holds', input: filled('wvr-51') },
      { when: 'they are of the Dutch grid', input: filled('pw-58-order', place('RD 186500 319300')) },
      { when: 'on Saba and on Bonaire', input: filled('bes-58', { ...place('17.63 N 63.24 W'), 'conditions.reportingPoint': { coordinates: '12.15 N 68.27 W' } }) },
      { when: 'only words say where', input: filled('wvr-51', { 'situation.place': { description: 'brug' } }) },
    ],
  },
  'oral.paper': {
    fires: [
      { when: 'it was asked by telephone', input: filled('msob', oral('2021-07-14T13:00:00+02:00[Europe/Amsterdam]')), outcome: 'informs', messageId: 'checks.oral.paperFollows', field: 'applicant.oral', says: '3 uur geleden', source: 'Regeling MSOB art. 4 lid 4' },
      { when: 'nobody noted when', input: filled('bes-58', oral(undefined)), outcome: 'informs', messageId: 'checks.oral.paperFollows', field: 'applicant.oral', says: 'Papier moet volgen: mondeling gevraagd;' },
      { when: 'the call lies in the future', input: input(oral('2021-07-15T13:00:00+02:00[Europe/Amsterdam]')), outcome: 'warns', messageId: 'checks.oral.future', field: 'applicant.oralAt', says: 'in de toekomst' },
    ],
    silent: [
      { when: 'it was not asked by telephone', input: input() },
      { when: 'nothing is said of it', input: input({ 'applicant.oral': undefined }) },
    ],
  },
} as const satisfies Readonly<Record<string, CheckCase>>;
