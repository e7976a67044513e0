/** For each check a draft on which it speaks and one on which it does not. Drafts are the Zuid-Limburg request with some values changed. */
import type { CapabilityClaim } from '../../../shared/domain/claim.ts';
import type { AssessmentInput } from '../../../shared/domain/assessment.ts';
import type { Capability } from '../../../shared/domain/capability.ts';
import type { CapabilityLine } from '../../../shared/domain/request.ts';
import type { CheckId } from '../../../shared/rules/checks/index.ts';
import { filled } from '../../helpers/filled-draft.ts';
import { basis, input, reference } from '../../helpers/request.ts';
import type { CheckCase } from './check-case.ts';
import type { basisCases } from './basis-cases.ts';
import type { supportCases } from './support-cases.ts';

let made = 0;
const line = (capabilityId: string | undefined, more: Partial<CapabilityLine> = {}): CapabilityLine => ({
  id: `5a0c0000-0000-4000-8000-${String((made += 1)).padStart(12, '0')}`,
  ...(capabilityId === undefined ? {} : { capabilityId }),
  description: capabilityId ?? 'iets anders',
  ...more,
});

const lines = (...some: readonly CapabilityLine[]): { 'capabilities.lines': readonly CapabilityLine[] } => ({ 'capabilities.lines': some });
const period = (start?: string, end?: string): { 'effect.period': { start?: string; end?: string } } => ({
  'effect.period': { ...(start === undefined ? {} : { start }), ...(end === undefined ? {} : { end }) },
});
const withCapability = (id: string, change: Partial<Capability>): Pick<AssessmentInput, 'reference'> => ({
  reference: { ...reference, capabilities: { ...reference.capabilities, [id]: { ...reference.capabilities[id]!, ...change } } },
});
const withForce = (state: 'yes' | 'no' | 'notEstablished'): Pick<AssessmentInput, 'basis'> => ({ basis: { ...basis, forcePowers: { ...basis.forcePowers, state } } });

const evening = '2021-07-14T18:00:00+02:00[Europe/Amsterdam]';
const nextEvening = '2021-07-15T18:00:00+02:00[Europe/Amsterdam]';
const weekLater = '2021-07-21T18:00:00+02:00[Europe/Amsterdam]';

const otherIds = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002'] as const;
const twoDays = { start: '2021-07-14T18:00+02:00[Europe/Amsterdam]', end: '2021-07-16T18:00+02:00[Europe/Amsterdam]' };
const asked = { ...lines(line('general-force', { description: 'Evacuatie' })), 'effect.period': twoDays };
const rival = (more: Partial<CapabilityClaim> = {}): CapabilityClaim => ({ requestId: otherIds[0], reference: 'VR24-2026-007', capabilityId: 'general-force', templateId: 'wvr-51', period: twoDays, ...more });

export const cases: Readonly<Record<Exclude<CheckId, keyof typeof supportCases | keyof typeof basisCases>, CheckCase>> = {
  required: {
    fires: [
      { when: 'a field that blocks is empty', input: input({ 'effect.text': undefined }), outcome: 'blocks', messageId: 'checks.required.empty', field: 'effect.text', says: 'nog niet ingevuld', source: 'antwoord 8 en 22' },
      { when: 'a field that will be asked back is empty', input: input({ 'situation.locations': undefined }), outcome: 'warns', messageId: 'checks.required.empty', field: 'situation.locations', says: 'Plaatsen' },
      { when: 'blank text counts as empty', input: input({ 'effect.text': ' \n ' }), outcome: 'blocks', messageId: 'checks.required.empty', field: 'effect.text', says: 'nog niet ingevuld' },
      { when: 'nobody can call the contact', input: input({ 'applicant.contact': { function: 'Meldkamer' } }), outcome: 'warns', messageId: 'checks.required.partial', field: 'applicant.contact', says: 'telefoonnummer' },
      { when: 'a shown field that depends on another is empty', input: input({ 'applicant.oral': true }), outcome: 'warns', messageId: 'checks.required.empty', field: 'applicant.oralAt', says: 'Mondeling gevraagd op' },
    ],
    silent: [{ when: 'everything is filled', input: input({ 'sending.signature': { office: 'Voorzitter', name: 'plaatshouder' } }) }],
  },
  'applicant.competent': {
    fires: [
      { when: 'a mayor asks', input: input({ 'applicant.actor': 'mayor' }), outcome: 'blocks', messageId: 'checks.applicant.notCompetent', field: 'applicant.actor', says: 'Voorzitter van de veiligheidsregio', source: 'Wvr art. 51 lid 1' },
      { when: 'nobody asks', input: input({ 'applicant.actor': undefined }), outcome: 'blocks', messageId: 'checks.applicant.absent', field: 'applicant.actor', says: 'Wvr art. 51' },
      { when: 'an actor that no law knows asks', input: input({ 'applicant.actor': 'director' }), outcome: 'blocks', messageId: 'checks.applicant.notCompetent', field: 'applicant.actor', says: 'niet bevoegd' },
      { when: 'the public prosecutor asks for public order', input: filled('pw-57-order', { 'applicant.actor': 'publicProsecutor' }), outcome: 'blocks', messageId: 'checks.applicant.notCompetent', field: 'applicant.actor', says: 'vraagt: Burgemeester of Voorzitter van de veiligheidsregio' },
      { when: 'a mayor asks for criminal law enforcement', input: filled('pw-58-criminal', { 'applicant.actor': 'mayor' }), outcome: 'blocks', messageId: 'checks.applicant.notCompetent', field: 'applicant.actor', says: 'vraagt: Officier van justitie' },
      { when: 'the procurator general asks for public order on an island', input: filled('bes-6', { 'applicant.actor': 'procurator' }), outcome: 'blocks', messageId: 'checks.applicant.notCompetent', field: 'applicant.actor', says: 'Gezaghebber', source: 'Veiligheidswet BES' },
      { when: 'a minister asks for a country', input: filled('acsm-1', { 'applicant.actor': 'minister' }), outcome: 'blocks', messageId: 'checks.applicant.notCompetent', field: 'applicant.actor', says: 'Regering van het land' },
      { when: 'the chair asks, it says so', input: input(), outcome: 'ok', messageId: 'checks.applicant.competent', field: 'applicant.actor', says: 'Voorzitter van de veiligheidsregio Zuid-Limburg' },
    ],
    silent: [{ when: 'the chair asks', input: input() }],
  },
  'applicant.mandate': {
    fires: [
      { when: 'signed under a mandate that is not named', input: input({ 'sending.signature': { office: 'Directeur', name: 'plaatshouder', mandated: true, mandate: ' ' } }), outcome: 'blocks', messageId: 'checks.mandate.missing', field: 'sending.signature', says: 'Mandaat ontbreekt', source: 'LOCC' },
      { when: 'the mandate is named, it says which', input: input({ 'sending.signature': { office: 'Directeur', name: 'plaatshouder', mandated: true, mandate: 'Mandaatbesluit 2020, art. 4' } }), outcome: 'ok', messageId: 'checks.mandate.given', field: 'sending.signature', says: 'Mandaatbesluit 2020' },
    ],
    silent: [{ when: 'the authority signs itself', input: input({ 'sending.signature': { office: 'Voorzitter', name: 'plaatshouder', mandated: false } }) }],
  },
  'basis.kings-commissioner': {
    fires: [
      { when: 'not informed', input: input({ 'basis.kingsCommissionerInformed': false }), outcome: 'warns', messageId: 'checks.kingsCommissioner.open', field: 'basis.kingsCommissionerInformed', says: 'in kennis', source: 'Wvr art. 51 lid 1' },
      { when: 'nothing said', input: input({ 'basis.kingsCommissionerInformed': undefined }), outcome: 'warns', messageId: 'checks.kingsCommissioner.open', field: 'basis.kingsCommissionerInformed', says: 'noteer het tijdstip' },
      { when: 'informed, it says when', input: input(), outcome: 'ok', messageId: 'checks.kingsCommissioner.done', says: '14-07-2021 15:45 (CEST)' },
    ],
    silent: [
      { when: 'informed', input: input() },
      { when: 'the basis has no such duty', input: input({ 'basis.kingsCommissionerInformed': false }, { basis: { ...basis, chain: basis.chain.filter((step) => step.to !== 'kingsCommissioner') } }) },
    ],
  },
  'period.complete': {
    fires: [
      { when: 'no period', input: input({ 'effect.period': undefined }), outcome: 'blocks', messageId: 'checks.period.noStart', field: 'effect.period', says: 'begin' },
      { when: 'only an end', input: input(period(undefined, nextEvening)), outcome: 'blocks', messageId: 'checks.period.noStart', field: 'effect.period', says: 'Periode ontbreekt' },
      { when: 'a start that no calendar has', input: input(period('2021-02-30T18:00:00+01:00[Europe/Amsterdam]', nextEvening)), outcome: 'blocks', messageId: 'checks.period.noStart', field: 'effect.period', says: 'Periode ontbreekt' },
      { when: 'no end', input: input(period(evening)), outcome: 'warns', messageId: 'checks.period.noEnd', field: 'effect.period', says: 'Einde ontbreekt' },
    ],
    silent: [{ when: 'start and end', input: input() }],
  },
  'period.consistent': {
    fires: [
      { when: 'the end is before the start', input: input(period(nextEvening, evening)), outcome: 'blocks', messageId: 'checks.period.reversed', field: 'effect.period', says: 'niet na het begin' },
      { when: 'the end is the start', input: input(period(evening, evening)), outcome: 'blocks', messageId: 'checks.period.reversed', field: 'effect.period', says: '14-07-2021 18:00 (CEST)' },
      { when: 'the period is over', input: input({}, { now: '2021-07-16T08:00:00.000Z' }), outcome: 'warns', messageId: 'checks.period.past', field: 'effect.period', says: 'voorbij' },
      { when: 'the start has passed', input: input({}, { now: '2021-07-14T17:00:00.000Z' }), outcome: 'informs', messageId: 'checks.period.begun', field: 'effect.period', says: 'mondeling' },
      { when: 'start and end are in order, it says how long', input: input(), outcome: 'ok', messageId: 'checks.period.ok', field: 'effect.period', says: '24 uur' },
      { when: 'the night in which summer begins has 23 hours', input: input(period('2026-03-28T18:00:00+01:00[Europe/Amsterdam]', '2026-03-29T18:00:00+02:00[Europe/Amsterdam]')), outcome: 'ok', messageId: 'checks.period.ok', says: '23 uur' },
      { when: 'the night in which summer ends has 25 hours', input: input(period('2026-10-24T18:00:00+02:00[Europe/Amsterdam]', '2026-10-25T18:00:00+01:00[Europe/Amsterdam]')), outcome: 'ok', messageId: 'checks.period.ok', says: '25 uur' },
      { when: 'within the hour that comes twice, the later is later', input: input(period('2026-10-25T02:30:00+02:00[Europe/Amsterdam]', '2026-10-25T02:30:00+01:00[Europe/Amsterdam]')), outcome: 'ok', messageId: 'checks.period.ok', says: 'klopt: 1 uur' },
    ],
    silent: [
      { when: 'in order and ahead', input: input() },
      { when: 'begun, but asked orally first', input: input({ 'applicant.oral': true }, { now: '2021-07-14T17:00:00.000Z' }) },
      { when: 'there is no start to compare', input: input({ 'effect.period': undefined }) },
    ],
  },
  'effect.not-means': {
    fires: [
      { when: 'only troops', input: input({ 'effect.text': '70 militairen met 10 vrachtwagens' }), outcome: 'warns', messageId: 'checks.effect.onlyMeans', field: 'effect.text', says: '‘militairen’', source: 'antwoord 8 en 22' },
      { when: 'only equipment', input: input({ 'effect.text': 'Twee Chinooks.' }), outcome: 'warns', messageId: 'checks.effect.onlyMeans', field: 'effect.text', says: 'bereikt' },
      { when: 'equipment that must be sent', input: input({ 'effect.text': 'Stuur zo snel mogelijk een noodbrug naar Valkenburg' }), outcome: 'warns', messageId: 'checks.effect.onlyMeans', field: 'effect.text', says: '‘noodbrug’' },
    ],
    silent: [
      { when: 'an aim', input: input() },
      { when: 'an aim with its means', input: input({ 'effect.text': 'Met helikopters de natuurbrand bestrijden tot de rand van het dorp veilig is' }) },
      { when: 'a word that only begins like means', input: input({ 'effect.text': 'Het dorp wordt bedreigd door het water' }) },
      { when: 'no means named', input: input({ 'effect.text': 'Het dorp blijft droog' }) },
      { when: 'nothing written', input: input({ 'effect.text': undefined }) },
    ],
  },
  'motivation.otherwise': {
    fires: [
      { when: 'no reason at all', input: input({ 'motivation.notOtherwise': undefined, 'motivation.notInTime': undefined }), outcome: 'warns', messageId: 'checks.motivation.missing', field: 'motivation.notOtherwise', says: 'Motivering ontbreekt', source: 'antwoord 56' },
      { when: 'nothing said of what was tried', input: input({ 'motivation.tried': undefined }), outcome: 'informs', messageId: 'checks.motivation.notTried', field: 'motivation.tried', says: 'geprobeerd', source: 'LOCC' },
      { when: 'reasons given, it says so', input: input(), outcome: 'ok', messageId: 'checks.motivation.given', says: 'Motivering is gegeven' },
    ],
    silent: [{ when: 'one of three reasons carries it', input: input({ 'motivation.notOtherwise': undefined, 'motivation.notInTime': undefined, 'motivation.notSufficient': 'Te weinig boten' }) }],
  },
  'force.powers': {
    fires: [
      { when: 'asked where the basis has none', input: input({ 'conditions.armed': true }), outcome: 'blocks', messageId: 'checks.force.none', field: 'conditions.armed', says: 'Politiewet 2012', source: 'antwoord 44' },
      { when: 'asked where it is not established', input: input({ 'conditions.armed': true }, withForce('notEstablished')), outcome: 'warns', messageId: 'checks.force.notEstablished', field: 'conditions.armed', says: 'juridisch advies' },
      { when: 'asked where the basis gives them', input: input({ 'conditions.armed': true }, withForce('yes')), outcome: 'ok', messageId: 'checks.force.given', says: 'bevoegdheden' },
      { when: 'not asked, it says what the basis gives', input: input(), outcome: 'ok', messageId: 'checks.force.notAsked', says: 'geeft ook geen geweldsbevoegdheden' },
    ],
    silent: [{ when: 'not asked', input: input() }],
  },
  'capability.readiness': {
    fires: [
      { when: 'readiness not demonstrable', input: input(lines(line('engineers'))), outcome: 'warns', messageId: 'checks.readiness.open', field: 'capabilities.lines', says: 'niet aantoonbaar', source: 'Algemene Rekenkamer 2025' },
      { when: 'readiness unknown', input: input(lines(line('staff-capacity'))), outcome: 'warns', messageId: 'checks.readiness.open', field: 'capabilities.lines', says: 'onbekend', source: 'antwoord 18' },
      { when: 'an alternative is named', input: input(lines(line('engineers', { substitutes: 'Civiele noodbrug van Rijkswaterstaat' }))), outcome: 'informs', messageId: 'checks.readiness.alternative', field: 'capabilities.lines', says: 'Civiele noodbrug' },
    ],
    silent: [{ when: 'no source reports on it', input: input() }],
  },
  'capability.notice': {
    fires: [
      { when: 'the start is sooner than the formal notice', input: input(lines(line('fire-helicopter-chinook'))), outcome: 'warns', messageId: 'checks.notice.short', field: 'capabilities.lines', says: '24 uur, tot het begin 2 uur; bel vooraf. In de praktijk 2 tot 4 uur' },
      { when: 'the start has passed and the period goes on', input: input(lines(line('fire-helicopter-chinook')), { now: '2021-07-14T20:00:00.000Z' }), outcome: 'warns', messageId: 'checks.notice.short', field: 'capabilities.lines', says: 'geen tijd meer' },
    ],
    silent: [
      { when: 'enough time', input: input({ ...lines(line('fire-helicopter-chinook')), ...period('2021-07-16T18:00:00+02:00[Europe/Amsterdam]', weekLater) }) },
      { when: 'exactly enough time', input: input({ ...lines(line('fire-helicopter-chinook')), ...period('2021-07-15T16:00:00+02:00[Europe/Amsterdam]', weekLater) }) },
      { when: 'the formal notice is not public', input: input(lines(line('advanced-search'))) },
      { when: 'the period is over', input: input({}, { now: '2021-07-20T08:00:00.000Z' }) },
    ],
  },
  'capability.validity': {
    fires: [
      { when: 'the period runs beyond the entry', input: input(period(evening, nextEvening), withCapability('general-force', { validUntil: '2021-07-14' })), outcome: 'warns', messageId: 'checks.validity.outdated', field: 'capabilities.lines', says: '14-07-2021' },
      { when: 'the catalogue does not hold the entry', input: input(lines(line('submarine', { description: 'Onderzeeboot' }))), outcome: 'informs', messageId: 'checks.validity.unknown', field: 'capabilities.lines', says: 'Onderzeeboot' },
      { when: 'without a period the clock counts', input: input({ 'effect.period': undefined, ...lines(line('engineers')) }, { now: '2027-02-01T12:00:00.000Z' }), outcome: 'warns', messageId: 'checks.validity.outdated', field: 'capabilities.lines', says: '31-12-2026' },
    ],
    silent: [
      { when: 'the entry is valid', input: input() },
      { when: 'the period ends on the last valid day', input: input(period(evening, nextEvening), withCapability('general-force', { validUntil: '2021-07-15' })) },
      { when: 'something outside the catalogue is described in words', input: input(lines(line(undefined, { description: 'Feldjäger' }))) },
    ],
  },
  'capability.direct-alarm': {
    fires: [{ when: 'called directly', input: input(lines(line('cbrn-advice'))), outcome: 'warns', messageId: 'checks.directAlarm.call', field: 'capabilities.lines', says: 'wacht niet op dit verzoek', source: 'CBRN' }],
    silent: [{ when: 'asked by request', input: input() }],
  },
  'capability.outlook': {
    fires: [
      { when: 'scarce under main task 1, once for all', input: input(), outcome: 'informs', messageId: 'checks.outlook.scarce', field: 'capabilities.lines', says: 'Algemene eenheid met vrachtauto\'s en Evacuatie per voertuig', source: 'antwoord 1 en 4' },
      { when: 'our estimate says that it is ours', input: input(), outcome: 'informs', messageId: 'checks.outlook.scarce', says: 'inschatting van Steunpunt' },
    ],
    silent: [{ when: 'nothing established', input: input(lines(line('kmar-lbo'))) }],
  },
  'municipality.region': {
    fires: [
      { when: 'a municipality of another region', input: input({ 'applicant.municipalities': ['GM0994', 'GM0983'] }), outcome: 'warns', messageId: 'checks.municipality.elsewhere', field: 'applicant.municipalities', says: 'Venlo ligt in Limburg-Noord, niet in Zuid-Limburg' },
      { when: 'a code that no pack holds', input: input({ 'applicant.municipalities': ['GM9999'] }), outcome: 'warns', messageId: 'checks.municipality.unknown', field: 'applicant.municipalities', says: 'GM9999' },
      {
        when: 'a municipality that has ended',
        input: input({ 'applicant.region': 'VR14', 'applicant.municipalities': ['GM1696'], ...period('2027-02-01T18:00:00+01:00[Europe/Amsterdam]', '2027-02-02T18:00:00+01:00[Europe/Amsterdam]') }),
        outcome: 'warns', messageId: 'checks.municipality.gone', field: 'applicant.municipalities', says: 'kies Hilversum',
      },
      { when: 'all in the region, it counts them', input: input({ 'applicant.municipalities': ['GM0994', 'GM0938'] }), outcome: 'ok', messageId: 'checks.municipality.ok', says: 'alle 2 liggen in Zuid-Limburg' },
    ],
    silent: [
      { when: 'in the region', input: input() },
      { when: 'no municipality chosen', input: input({ 'applicant.municipalities': undefined }) },
      { when: 'no region chosen yet', input: input({ 'applicant.region': undefined }) },
    ],
  },
  'wording.term': {
    fires: [
      { when: 'support where the basis is assistance', input: input({ 'situation.description': 'Wij vragen militaire steunverlening.' }), outcome: 'informs', messageId: 'checks.wording.term', field: 'situation.description', says: 'bijstand, geen steunverlening', source: 'antwoord 44' },
      { when: 'assistance where the basis is support', input: input({ 'situation.description': 'Een bijstandsverzoek.' }, { basis: { ...basis, term: 'support' } }), outcome: 'informs', messageId: 'checks.wording.term', field: 'situation.description', says: '‘bijstandsverzoek’' },
      { when: 'in the note of a line', input: input(lines(line('advanced-search', { note: 'als steunverlening' }))), outcome: 'informs', messageId: 'checks.wording.term', field: 'capabilities.lines', says: '‘steunverlening’' },
    ],
    silent: [{ when: 'the law\'s own word', input: input({ 'situation.description': 'Wij vragen militaire bijstand.' }) }],
  },
  'costs.arrangement': {
    fires: [
      { when: 'large or long, so that article 5 can apply', input: input({ 'costs.largeOrLong': true }), outcome: 'informs', messageId: 'checks.costs.mayAgree', field: 'costs.arrangement', says: 'nadere afspraken', source: 'antwoord 48' },
      { when: 'article 5 for what is neither large nor long', input: input({ 'costs.arrangement': 'fnikArticle5', 'costs.largeOrLong': false }), outcome: 'warns', messageId: 'checks.costs.notLarge', field: 'costs.arrangement', says: 'kies het convenant zonder artikel 5' },
      { when: 'article 5', input: input({ 'costs.arrangement': 'fnikArticle5' }), outcome: 'informs', messageId: 'checks.costs.article5', field: 'costs.arrangement', says: 'Een drempel in uren of euro’s is niet bekend', source: 'antwoord 48' },
      { when: 'another payer without a name', input: input({ 'costs.arrangement': 'otherPayer' }), outcome: 'warns', messageId: 'checks.costs.noPayer', field: 'costs.payer', says: 'Betaler ontbreekt' },
      { when: 'another payer', input: input({ 'costs.arrangement': 'otherPayer', 'costs.payer': 'De rederij' }), outcome: 'informs', messageId: 'checks.costs.otherPayer', field: 'costs.arrangement', says: 'De rederij betaalt' },
      { when: 'the covenant, it says so', input: input(), outcome: 'ok', messageId: 'checks.costs.fnik', says: 'FNIK' },
    ],
    silent: [
      { when: 'the covenant', input: input() },
      { when: 'nothing chosen', input: input({ 'costs.arrangement': undefined }) },
    ],
  },
  'capability.claimed': {
    fires: [
      { when: 'another request asks it in the same time', input: input(asked, { claims: [rival()] }), outcome: 'warns', messageId: 'checks.claims.taken', field: 'capabilities.lines', says: 'ook gevraagd in verzoek VR24-2026-007' },
      { when: 'one of its group under another basis asks it', input: input(asked, { claims: [rival({ groupId: otherIds[1], templateId: 'msob' })], requestId: otherIds[1], groupId: otherIds[1] }), outcome: 'warns', messageId: 'checks.claims.taken', says: 'VR24-2026-007' },
      { when: 'one without an end, and one more', input: input(asked, { claims: [rival({ period: { start: '2021-07-14T00:00+02:00[Europe/Amsterdam]' } }), rival({ requestId: otherIds[1], reference: 'VR24-2026-009' })] }), outcome: 'warns', messageId: 'checks.claims.taken', says: 'verzoeken VR24-2026-007, VR24-2026-009' },
    ],
    silent: [
      { when: 'nothing is known of other requests', input: input(asked) },
      { when: 'the claim is its own', input: input(asked, { claims: [rival()], requestId: otherIds[0] }) },
      { when: 'the claim is of its group', input: input(asked, { claims: [rival({ groupId: otherIds[1] })], requestId: otherIds[1], groupId: otherIds[1] }) },
      { when: 'another capability is asked', input: input(asked, { claims: [rival({ capabilityId: 'advanced-search' })] }) },
      { when: 'the other ends as this one begins', input: input(asked, { claims: [rival({ period: { start: '2021-07-13T18:00+02:00[Europe/Amsterdam]', end: '2021-07-14T16:00+00:00[UTC]' } })] }) },
      { when: 'the other begins as this one ends', input: input(asked, { claims: [rival({ period: { start: '2021-07-16T18:00+02:00[Europe/Amsterdam]' } })] }) },
      { when: 'the other has no period yet', input: input(asked, { claims: [rival({ period: {} })] }) },
    ],
  },
  'double-count.people': {
    fires: [
      { when: 'one capability on two lines', input: input(lines(line('general-force', { people: 70, description: 'zandzakken' }), line('general-force', { people: 30, description: 'evacuatie' }))), outcome: 'warns', messageId: 'checks.people.twice', field: 'capabilities.lines', says: '2 keer in de lijst, samen 100 personen', source: 'FEMA' },
      { when: 'one thing in words on two lines', input: input(lines(line(undefined, { people: 5, description: 'Tolken' }), line(undefined, { people: 5, description: ' tolken' }))), outcome: 'warns', messageId: 'checks.people.twice', field: 'capabilities.lines', says: 'Tolken staat 2 keer' },
      { when: 'people counted once, it says how many', input: input(), outcome: 'ok', messageId: 'checks.people.once', says: '70 personen in 1 regel' },
    ],
    silent: [
      { when: 'two capabilities', input: input() },
      { when: 'twice without people', input: input(lines(line('general-force', { description: 'a' }), line('general-force', { description: 'bb' }))) },
    ],
  },
};
