/** Drafts for the checks that came with support (Regeling MSOB): the Terschelling request of 2019, or Zuid-Limburg where the check speaks to assistance too. */
import type { FieldValue } from '../../../shared/domain/request.ts';
import { filled } from '../../helpers/filled-draft.ts';
import { input } from '../../helpers/request.ts';
import { support } from '../../helpers/support-request.ts';
import type { CheckCase } from './check-case.ts';

const asMinister = { 'applicant.actor': 'minister', 'applicant.organ': 'ministerie van VWS' } as const;
const noDeclaration = { 'market.declaration': undefined, 'market.association': undefined } as const;
const noAdvice = { 'conditions.cbrnAdvice': undefined } as const;
const noSubstance = { ...noAdvice, 'conditions.substances': undefined, 'conditions.substanceNames': undefined } as const;
const line = (capabilityId: string): Readonly<Record<string, FieldValue>> => ({
  'capabilities.lines': [{ id: '5a0c0000-0000-4000-8000-0000000000aa', capabilityId, description: 'iets anders' }],
});
const period = (start: string, end: string): Readonly<Record<string, FieldValue>> => ({ 'effect.period': { start, end } });
const january = '2019-01-04T09:00:00+01:00[Europe/Amsterdam]';

export const supportCases = {
  'basis.exclusive': {
    fires: [
      { when: 'it is a disaster', input: support({ 'basis.subject': 'disaster' }), outcome: 'blocks', messageId: 'checks.basis.excluded', field: 'basis.subject', says: 'Regeling MSOB past niet: Niet voor militaire bijstand', source: 'Regeling MSOB art. 1 onder a' },
      { when: 'a special assistance unit is asked', input: filled('pw-58-criminal', { 'basis.specialUnit': true }), outcome: 'blocks', messageId: 'checks.basis.excluded', field: 'basis.specialUnit', says: 'College van procureurs-generaal', source: 'Politiewet 2012 art. 59 lid 2' },
      { when: 'the procurator general asks for one', input: filled('bes-7', { 'basis.specialUnit': true }), outcome: 'blocks', messageId: 'checks.basis.excluded', field: 'basis.specialUnit', says: 'minister van Justitie', source: 'Veiligheidswet BES art. 7 lid 5' },
      { when: 'a disaster on the islands is connected with public order', input: filled('bes-58', { 'basis.orderConnected': true }), outcome: 'blocks', messageId: 'checks.basis.excluded', field: 'basis.orderConnected', says: 'Is beide nodig, maak dan twee verzoeken', source: 'Veiligheidswet BES art. 58 lid 1' },
      { when: 'a disaster in a country is connected with public order', input: filled('acsm-3', { 'basis.orderConnected': true }), outcome: 'blocks', messageId: 'checks.basis.excluded', field: 'basis.orderConnected', says: 'instemming van de Raad van ministers', source: 'Aanwijzingen A/C/SM art. 1 lid 2' },
      { when: 'it is a police task', input: support({ 'basis.subject': 'policeTask' }), outcome: 'blocks', messageId: 'checks.basis.excluded', field: 'basis.subject', says: 'Politiewet 2012', source: 'Regeling MSOB art. 1 onder a' },
    ],
    silent: [
      { when: 'it is another task', input: support() },
      { when: 'nothing was chosen yet', input: support({ 'basis.subject': undefined }) },
      { when: 'the template does not ask', input: input({ 'basis.subject': 'disaster' }) },
    ],
  },
  'territory.reach': {
    fires: [
      { when: 'the Caribbean is chosen', input: support({ 'basis.territory': 'caribbean' }), outcome: 'blocks', messageId: 'checks.territory.outside', field: 'basis.territory', says: 'Veiligheidswet BES', source: 'Regeling MSOB art. 2' },
      { when: 'abroad is chosen, no Caribbean law is named', input: support({ 'basis.territory': 'abroad' }), outcome: 'blocks', messageId: 'checks.territory.outside', field: 'basis.territory', says: '(In het buitenland): deze grondslag geldt alleen in Nederland' },
      { when: 'a place is an island', input: support({ 'situation.locations': 'Philipsburg en Saba' }), outcome: 'warns', messageId: 'checks.territory.island', field: 'situation.locations', says: '‘Saba’', source: 'Regeling MSOB art. 2' },
      { when: 'assistance is asked for an island', input: input({ 'situation.locations': 'Kralendijk, Bonaire' }), outcome: 'warns', messageId: 'checks.territory.island', field: 'situation.locations', says: 'Wvr art. 51 geldt daar niet', source: 'antwoord 43' },
      { when: 'a request for Sint Maarten names Saba', input: filled('acsm-3', { 'situation.locations': 'Philipsburg, en Saba' }), outcome: 'warns', messageId: 'checks.territory.island', field: 'situation.locations', says: 'Daar geldt de Veiligheidswet BES' },
      { when: 'a request for Bonaire names Curaçao', input: filled('bes-6', { 'applicant.organ': 'Curaçao' }), outcome: 'warns', messageId: 'checks.territory.island', field: 'applicant.organ', says: 'Daar gelden de Aanwijzingen' },
      { when: 'Sint Maarten without a Dutch municipality', input: support({ 'situation.locations': 'Sint Maarten', 'applicant.municipalities': undefined }), outcome: 'warns', messageId: 'checks.territory.island', says: '‘Sint Maarten’' },
    ],
    silent: [
      { when: 'in the Netherlands', input: support() },
      { when: 'Sint Maarten is the village in Schagen', input: support({ 'situation.locations': 'Sint Maarten', 'applicant.municipalities': ['GM0441'] }) },
      { when: 'a name only contains an island', input: support({ 'situation.locations': 'Sabastraat' }) },
      { when: 'the basis holds on the island', input: filled('bes-58', { 'situation.locations': 'The Bottom, Saba' }) },
    ],
  },
  'temporary.period': {
    fires: [
      { when: 'it is a prolongation', input: support({ 'effect.prolongation': true, 'effect.prolongs': 'VR02-2019-003' }), outcome: 'informs', messageId: 'checks.temporary.prolonged', field: 'effect.prolongation', says: 'Eerder verzoek: VR02-2019-003', source: 'Regeling MSOB art. 5' },
      { when: 'whoever drafts says that it is long', input: support({ 'costs.largeOrLong': true }), outcome: 'informs', messageId: 'checks.temporary.long', field: 'costs.largeOrLong', says: 'De Regeling noemt geen grens' },
    ],
    silent: [
      { when: 'it is short', input: support() },
      { when: 'it lasts for months and nobody calls that long: no source gives a limit', input: support(period(january, '2019-09-04T09:00:00+01:00[Europe/Amsterdam]')) },
      { when: 'the end is not known', input: support({ 'effect.period': { start: january } }) },
    ],
  },
  'market.motivated': {
    fires: [
      { when: 'nothing is said of the market', input: support(noDeclaration), outcome: 'blocks', messageId: 'checks.market.missing', field: 'market.noParty', says: 'verklaring van geen bezwaar', source: 'Regeling MSOB art. 3 lid 3' },
      { when: 'the statement was not asked for', input: support({ ...noDeclaration, 'market.declaration': 'none' }), outcome: 'blocks', messageId: 'checks.market.missing', field: 'market.noParty', says: 'marktpartij' },
      { when: 'the statement is awaited', input: support({ 'market.declaration': 'requested' }), outcome: 'blocks', messageId: 'checks.market.awaited', field: 'market.noParty', says: 'nog niet' },
      { when: 'a water board chair asks', input: support({ ...noDeclaration, 'applicant.actor': 'waterBoardChair' }), outcome: 'blocks', messageId: 'checks.market.missing', says: 'marktpartij' },
      { when: 'reasons are given, it says so', input: support({ ...noDeclaration, 'market.noParty': 'Geen bedrijf kan binnen een week op het eiland zijn.' }), outcome: 'ok', messageId: 'checks.market.motivated', field: 'market.noParty', says: 'geen marktpartij' },
      { when: 'the statement is attached, it says whose', input: support({ 'market.association': 'Branche X' }), outcome: 'ok', messageId: 'checks.market.declared', field: 'market.declaration', says: 'Branche X' },
    ],
    silent: [
      { when: 'a minister asks (art. 3 lid 4)', input: support({ ...noDeclaration, ...asMinister }) },
      { when: 'reasons are given while the statement is awaited', input: support({ 'market.declaration': 'requested', 'market.noParty': 'Geen bedrijf kan het op tijd.' }) },
      { when: 'it is assistance', input: input() },
    ],
  },
  'real-estate.route': {
    fires: [
      { when: 'buildings are asked', input: support({ 'realEstate.asked': true, 'realEstate.agency': true }), outcome: 'informs', messageId: 'checks.realEstate.route', field: 'realEstate.asked', says: 'Rijksvastgoedbedrijf', source: 'Regeling MSOB art. 4 lid 5' },
      {
        when: 'the agency is informed, it says since when',
        input: support({ 'realEstate.asked': true, 'realEstate.agency': true, 'realEstate.agencyAt': '2019-01-03T10:00:00+01:00[Europe/Amsterdam]' }),
        outcome: 'informs', messageId: 'checks.realEstate.route', says: 'Op de hoogte sinds 03-01-2019 10:00 (CET)',
      },
      { when: 'the agency is not informed', input: support({ 'realEstate.asked': true }), outcome: 'warns', messageId: 'checks.realEstate.agency', field: 'realEstate.agency', says: 'bel vooraf' },
      { when: 'barracks are asked and it is not said', input: support(line('barracks-shelter')), outcome: 'warns', messageId: 'checks.realEstate.notSaid', field: 'realEstate.asked', says: 'Opvang op kazernes' },
    ],
    silent: [
      { when: 'no building is asked', input: support() },
      { when: 'assistance asks for barracks', input: input(line('barracks-shelter')) },
    ],
  },
  'interest.own-cause': {
    fires: [
      { when: 'Defence may be the cause', input: support({ 'situation.causedByDefence': true }), outcome: 'warns', messageId: 'checks.interest.ownCause', field: 'situation.causedByDefence', says: 'belanghebbende', source: 'Steunpunt, voorstel' },
      { when: 'it is so in assistance', input: input({ 'situation.causedByDefence': true }), outcome: 'warns', messageId: 'checks.interest.ownCause', says: 'leg de kosten apart vast' },
    ],
    silent: [
      { when: 'it is not', input: support() },
      { when: 'nothing is said', input: input() },
    ],
  },
  'hazards.cbrn': {
    fires: [
      { when: 'a substance is present without advice', input: support(noAdvice), outcome: 'warns', messageId: 'checks.hazards.noAdvice', field: 'conditions.cbrnAdvice', says: '‘peroxide’', source: 'CBRN Respons Eenheid' },
      { when: 'a substance is suspected and has no name', input: support({ ...noSubstance, 'conditions.hazards': 'Scherp afval', 'situation.description': 'Lading', 'conditions.substances': 'suspected' }), outcome: 'warns', messageId: 'checks.hazards.noAdvice', says: 'Gevaarlijke stof: vraag' },
      { when: 'only the text names it', input: support(noSubstance), outcome: 'warns', messageId: 'checks.hazards.noAdvice', field: 'conditions.hazards', says: '‘peroxide’' },
      { when: 'the text of assistance names it', input: input({ 'conditions.hazards': 'Lekkende tank met ammoniak.' }), outcome: 'warns', messageId: 'checks.hazards.noAdvice', field: 'conditions.hazards', says: '‘ammoniak’' },
      { when: 'one sentence denies and another names', input: input({ 'conditions.hazards': 'Geen asbest. Wel chloor.' }), outcome: 'warns', messageId: 'checks.hazards.noAdvice', says: '‘chloor’' },
      { when: 'none is chosen and the text names one', input: support({ 'conditions.substances': 'noneKnown' }), outcome: 'warns', messageId: 'checks.hazards.contradiction', field: 'conditions.substances', says: '‘niets bekend’' },
      { when: 'there is advice, it says so', input: support(), outcome: 'ok', messageId: 'checks.hazards.advised', field: 'conditions.cbrnAdvice', says: 'geadviseerd' },
      { when: 'CBRN expertise is asked, it says so', input: support({ ...noAdvice, ...line('cbrn-advice') }), outcome: 'ok', messageId: 'checks.hazards.advised', field: 'capabilities.lines', says: 'CBRN-deskundigheid' },
    ],
    silent: [
      { when: 'nothing is known', input: input({ 'conditions.hazards': 'Sterke stroming. Gevaarlijke stoffen: niets bekend.' }) },
      { when: 'the substance is denied', input: input({ 'conditions.hazards': 'Geen asbest; ammoniak: niet aanwezig.' }) },
      { when: 'none is chosen and none named', input: input({ 'conditions.substances': 'noneKnown' }) },
    ],
  },
  'capability.skills': {
    fires: [
      { when: 'special skills are asked and nobody trains for them', input: support({ 'capabilities.skills': 'Werken met het patiëntdossier' }), outcome: 'warns', messageId: 'checks.skills.notProvided', field: 'capabilities.skillsProvided', says: 'civiele partner', source: 'antwoord 36' },
      { when: 'the civil partner trains the unit', input: support({ 'capabilities.skills': 'Werken met het patiëntdossier', 'capabilities.skillsProvided': 'Het ziekenhuis leert het de ploeg op maandag' }), outcome: 'informs', messageId: 'checks.skills.training', field: 'capabilities.skills', says: 'de eenheid komt daarna', source: 'antwoord 36' },
    ],
    silent: [
      { when: 'none are asked', input: support() },
      { when: 'the field is blank', input: support({ 'capabilities.skills': '  ' }) },
    ],
  },
  'municipality.own-request': {
    fires: [{ when: 'a mayor asks for two municipalities', input: support({ 'applicant.municipalities': ['GM0088', 'GM0093'] }), outcome: 'warns', messageId: 'checks.municipality.ownRequest', field: 'applicant.municipalities', says: 'Schiermonnikoog en Terschelling vragen ieder zelf', source: 'LOCC' }],
    silent: [
      { when: 'a mayor asks for one', input: support() },
      { when: 'a minister asks for two', input: support({ ...asMinister, 'applicant.municipalities': ['GM0088', 'GM0093'] }) },
      { when: 'a chair asks for two', input: input({ 'applicant.municipalities': ['GM0994', 'GM0938'] }) },
    ],
  },
} as const satisfies Readonly<Record<string, CheckCase>>;

/** What the checks that assistance and support share say differently of support. */
export const sharedCases = {
  'applicant.competent': {
    fires: [
      { when: 'a mayor asks for support, it names the municipality', input: support(), outcome: 'ok', messageId: 'checks.applicant.competent', field: 'applicant.actor', says: 'Burgemeester gemeente Terschelling', source: 'Regeling MSOB art. 1 onder c' },
      { when: 'a chair asks for support', input: support({ 'applicant.actor': 'chairSafetyRegion' }), outcome: 'blocks', messageId: 'checks.applicant.notCompetent', field: 'applicant.actor', says: 'Minister, Commissaris van de Koning, Burgemeester of Dijkgraaf' },
    ],
    silent: [{ when: 'a minister asks for support', input: support(asMinister) }],
  },
  'motivation.otherwise': {
    fires: [
      { when: 'support gives no reason', input: support({ 'motivation.notOtherwise': undefined, 'motivation.notInTime': undefined }), outcome: 'blocks', messageId: 'checks.motivation.missing', field: 'motivation.notOtherwise', says: 'Motivering ontbreekt', source: 'Regeling MSOB art. 3 lid 2' },
    ],
    silent: [{ when: 'support gives its reasons', input: support() }],
  },
  'basis.kings-commissioner': {
    fires: [],
    silent: [{ when: 'support knows no such duty', input: support() }],
  },
  'force.powers': {
    fires: [{ when: 'support asks for arms', input: support({ 'conditions.armed': true }), outcome: 'blocks', messageId: 'checks.force.none', field: 'conditions.armed', says: 'Regeling MSOB', source: 'antwoord 44' }],
    silent: [],
  },
} as const satisfies Readonly<Record<string, CheckCase>>;
