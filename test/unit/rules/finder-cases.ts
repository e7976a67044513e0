/** What the finder says, branch by branch: each rule, redirect, contradiction and note of the pack by at least one set of answers. */
import type { FinderAnswers, FinderKind } from '../../../shared/domain/finder.ts';

export interface FinderCase {
  readonly name: string;
  readonly answers: FinderAnswers;
  readonly kind: FinderKind;
  readonly id: string;
  /** templates of the requests, in order; an asterisk: somebody else than who asks must sign */
  readonly templates?: readonly string[];
  /** words that a reason or the note of it holds */
  readonly says?: string;
}

const nl = { where: 'netherlands' } as const;
const bes = { where: 'bes' } as const;
const countries = { where: 'countries' } as const;
const disaster = { ...nl, task: 'disaster', what: 'people' } as const;
const order = { ...nl, task: 'publicOrder', what: 'people' } as const;
const criminal = { ...nl, task: 'criminalLaw', what: 'people' } as const;
const kmarTask = { ...nl, task: 'kmarTask', what: 'people' } as const;
const support = { ...nl, task: 'otherTask', what: 'people', forWhom: 'ownTask' } as const;

export const finderCases: readonly FinderCase[] = [
  // the European Netherlands
  { name: 'a flood, asked by the chair', answers: { ...disaster, asker: 'chairSafetyRegion' }, kind: 'basis', id: 'wvr-51', templates: ['wvr-51'], says: 'geen geweldsbevoegdheden' },
  { name: 'a flood, buildings of Defence', answers: { ...disaster, what: 'realEstate', asker: 'chairSafetyRegion' }, kind: 'basis', id: 'wvr-51', templates: ['wvr-51'], says: 'Rijksvastgoedbedrijf' },
  { name: 'a flood, pumps without soldiers', answers: { ...disaster, what: 'goods', asker: 'chairSafetyRegion' }, kind: 'basis', id: 'wvr-51', templates: ['wvr-51'], says: 'alleen materieel' },
  { name: 'a flood, with planned CBRN support', answers: { ...disaster, what: 'cbrnPlanned', asker: 'chairSafetyRegion' }, kind: 'basis', id: 'wvr-51', templates: ['wvr-51'], says: 'Geplande CBRN-ondersteuning' },
  { name: 'a flood, called support by the press', answers: { ...disaster, asker: 'chairSafetyRegion', word: 'support' }, kind: 'basis', id: 'wvr-51', templates: ['wvr-51'], says: 'steunverlening klopt hier niet' },
  { name: 'a flood, asked by a mayor', answers: { ...disaster, asker: 'mayor' }, kind: 'wrongApplicant', id: 'mayor-disaster.wvr-51', templates: ['wvr-51*'], says: 'opperbevel' },
  { name: 'a flood, asked by the director of the region', answers: { ...disaster, asker: 'regionStaff' }, kind: 'wrongApplicant', id: 'region-staff.wvr-51', templates: ['wvr-51*'], says: 'gemandateerde' },
  { name: 'a flood, asked by a water board chair', answers: { ...disaster, asker: 'waterBoardChair' }, kind: 'wrongApplicant', id: 'own-task-disaster.wvr-51', templates: ['wvr-51*'], says: 'Steunverlening' },
  { name: 'a flood, asked by the police', answers: { ...disaster, asker: 'police' }, kind: 'wrongApplicant', id: 'not-competent.wvr-51', templates: ['wvr-51*'] },
  { name: 'a flood, asked by a company', answers: { ...disaster, asker: 'privateParty' }, kind: 'wrongApplicant', id: 'private-party.wvr-51', templates: ['wvr-51*'], says: 'kan niet zelf vragen' },
  { name: 'trucks as a road block, asked by the mayor', answers: { ...order, asker: 'mayor' }, kind: 'basis', id: 'pw-58-order', templates: ['pw-58-order'], says: 'eigen verzoek' },
  { name: 'order in a crisis, asked by the chair', answers: { ...order, asker: 'chairSafetyRegion' }, kind: 'basis', id: 'pw-58-order', templates: ['pw-58-order'], says: 'meer dan plaatselijke betekenis' },
  { name: 'order, asked by the public prosecutor', answers: { ...order, asker: 'publicProsecutor' }, kind: 'wrongApplicant', id: 'prosecutor-order.pw-58-order', templates: ['pw-58-order*'] },
  { name: 'order, asked by the police', answers: { ...order, asker: 'police' }, kind: 'wrongApplicant', id: 'police.pw-58-order', templates: ['pw-58-order*'] },
  { name: 'order with the KMar', answers: { ...order, what: 'kmar', asker: 'mayor' }, kind: 'basis', id: 'pw-57-order', templates: ['pw-57-order'], says: 'verdringing' },
  { name: 'order with the KMar and other soldiers', answers: { ...order, what: 'both', asker: 'mayor' }, kind: 'several', id: 'pw-order-both', templates: ['pw-57-order', 'pw-58-order'] },
  { name: 'a search in an inquiry, asked by the prosecutor', answers: { ...criminal, asker: 'publicProsecutor' }, kind: 'basis', id: 'pw-58-criminal', templates: ['pw-58-criminal'], says: 'is niet gevonden' },
  { name: 'a search in an inquiry, asked by the mayor', answers: { ...criminal, asker: 'mayor' }, kind: 'wrongApplicant', id: 'mayor-criminal.pw-58-criminal', templates: ['pw-58-criminal*'] },
  { name: 'an inquiry with the KMar', answers: { ...criminal, what: 'kmar', asker: 'publicProsecutor' }, kind: 'basis', id: 'pw-57-criminal', templates: ['pw-57-criminal'] },
  { name: 'an inquiry with the KMar and other soldiers', answers: { ...criminal, what: 'both', asker: 'publicProsecutor' }, kind: 'several', id: 'pw-criminal-both', templates: ['pw-57-criminal', 'pw-58-criminal'] },
  { name: 'soldiers to help the KMar', answers: { ...kmarTask, asker: 'mayor' }, kind: 'basis', id: 'pw-62', templates: ['pw-62'], says: 'niet achterhaald' },
  { name: 'the KMar at its own border task', answers: { ...kmarTask, what: 'kmar' }, kind: 'noRequest', id: 'kmar-own-task', says: 'Taakveldenberaad' },
  { name: 'nurses, asked by the minister for a hospital', answers: { ...support, forWhom: 'otherBody', asker: 'minister' }, kind: 'basis', id: 'msob', templates: ['msob'], says: 'UMC Utrecht' },
  { name: 'a beach to clear, asked by the mayor', answers: { ...support, asker: 'mayor' }, kind: 'basis', id: 'msob', templates: ['msob'], says: 'marktpartij' },
  { name: 'a beach to clear, called assistance', answers: { ...support, asker: 'mayor', word: 'assistance' }, kind: 'basis', id: 'msob', templates: ['msob'], says: 'bijstand klopt hier niet' },
  { name: 'barracks for asylum seekers, asked by the minister', answers: { ...support, what: 'realEstate', asker: 'minister' }, kind: 'basis', id: 'msob', templates: ['msob'], says: 'Dienst der Domeinen' },
  { name: 'barracks for asylum seekers, asked by the COA', answers: { ...support, what: 'realEstate', asker: 'otherBody' }, kind: 'wrongApplicant', id: 'other-body.msob', templates: ['msob*'], says: 'COA' },
  { name: 'the KMar for registration', answers: { ...support, what: 'kmar', asker: 'minister' }, kind: 'basis', id: 'msob', templates: ['msob'], says: 'AVIM' },
  { name: 'support, asked by the chair', answers: { ...support, asker: 'chairSafetyRegion' }, kind: 'wrongApplicant', id: 'chair-support.msob', templates: ['msob*'] },
  { name: 'tents for a festival', answers: { ...support, forWhom: 'privateInterest' }, kind: 'noBasis', id: 'private-interest', says: 'maatschappelijke dienstverlening' },
  // no request
  { name: 'an aircraft bomb', answers: { ...nl, what: 'explosives' }, kind: 'noRequest', id: 'eod' },
  { name: 'mustard gas', answers: { ...nl, what: 'cbrnIncident' }, kind: 'noRequest', id: 'cbrn-alarm' },
  { name: 'a hijacked aeroplane', answers: { ...nl, what: 'airDefence' }, kind: 'noRequest', id: 'air-defence' },
  { name: 'somebody overboard', answers: { ...nl, what: 'coastGuard' }, kind: 'noRequest', id: 'coast-guard' },
  { name: 'hostages, asked by the prosecutor', answers: { ...nl, what: 'specialUnits', asker: 'publicProsecutor' }, kind: 'otherWay', id: 'special-units' },
  { name: 'hostages, asked by the mayor', answers: { ...nl, what: 'specialUnits', asker: 'mayor' }, kind: 'otherWay', id: 'special-units-prosecutor' },
  { name: 'hostages on Bonaire, asked by the procurator', answers: { ...bes, what: 'specialUnits', asker: 'procurator' }, kind: 'otherWay', id: 'special-units-bes' },
  { name: 'hostages on Bonaire, asked by the island governor', answers: { ...bes, what: 'specialUnits', asker: 'islandGovernor' }, kind: 'otherWay', id: 'special-units-bes-procurator' },
  // not Defence
  { name: 'a missing person and the veterans', answers: { what: 'veteranSearch' }, kind: 'notDefence', id: 'veteran-search' },
  { name: 'a collapsed flat and USAR', answers: { what: 'usar' }, kind: 'notDefence', id: 'usar' },
  // the Caribbean
  { name: 'a hurricane on Saba', answers: { ...bes, task: 'disaster', what: 'people', asker: 'islandGovernor' }, kind: 'basis', id: 'bes-58', templates: ['bes-58'] },
  { name: 'explosives on Sint Eustatius after a hurricane', answers: { ...bes, task: 'disaster', what: 'explosives', asker: 'islandGovernor' }, kind: 'basis', id: 'bes-58', templates: ['bes-58'], says: 'zegt geen bron' },
  { name: 'order on Bonaire', answers: { ...bes, task: 'publicOrder', what: 'people', asker: 'islandGovernor' }, kind: 'basis', id: 'bes-6', templates: ['bes-6'], says: 'niet vastgesteld' },
  { name: 'order on Bonaire, asked by the procurator', answers: { ...bes, task: 'publicOrder', what: 'people', asker: 'procurator' }, kind: 'wrongApplicant', id: 'procurator-not-order.bes-6', templates: ['bes-6*'] },
  { name: 'an inquiry on Bonaire', answers: { ...bes, task: 'criminalLaw', what: 'people', asker: 'procurator' }, kind: 'basis', id: 'bes-7', templates: ['bes-7'] },
  { name: 'an inquiry on Bonaire, asked by the island governor', answers: { ...bes, task: 'criminalLaw', what: 'people', asker: 'islandGovernor' }, kind: 'wrongApplicant', id: 'governor-not-criminal.bes-7', templates: ['bes-7*'] },
  { name: 'help to the KMar on Bonaire', answers: { ...bes, task: 'kmarTask', what: 'people' }, kind: 'noBasis', id: 'bes-kmar-task' },
  { name: 'support on Saba', answers: { ...bes, task: 'otherTask', what: 'people' }, kind: 'noBasis', id: 'support-not-caribbean' },
  { name: 'a hurricane on Sint Maarten', answers: { ...countries, task: 'disaster', what: 'people', asker: 'governmentOfCountry' }, kind: 'basis', id: 'acsm-3', templates: ['acsm-3'] },
  { name: 'looting on Sint Maarten', answers: { ...countries, task: 'publicOrder', what: 'people', asker: 'governmentOfCountry' }, kind: 'basis', id: 'acsm-1', templates: ['acsm-1'], says: 'instemming' },
  { name: 'hostages on Curaçao', answers: { ...countries, task: 'publicOrder', what: 'specialUnits', asker: 'governmentOfCountry' }, kind: 'basis', id: 'acsm-1', templates: ['acsm-1'], says: 'in geen bron gevonden' },
  { name: 'an aeroplane over Aruba', answers: { ...countries, task: 'publicOrder', what: 'airDefence', asker: 'governmentOfCountry' }, kind: 'basis', id: 'acsm-1', templates: ['acsm-1'], says: 'niet vastgesteld' },
  { name: 'an inquiry on Aruba', answers: { ...countries, task: 'criminalLaw', what: 'people' }, kind: 'noBasis', id: 'countries-police-task' },
  { name: 'a dyke in Belgium', answers: { where: 'elsewhere', what: 'people' }, kind: 'noBasis', id: 'outside-kingdom', says: 'LOCC' },
  // two tasks in one incident
  { name: 'Irma on Sint Maarten: relief and order', answers: { ...countries, task: 'disaster', alsoTask: 'publicOrder', what: 'people', asker: 'governmentOfCountry' }, kind: 'several', id: 'acsm-1+acsm-3', templates: ['acsm-3', 'acsm-1'] },
  { name: 'Irma on Saba: relief and order', answers: { ...bes, task: 'disaster', alsoTask: 'publicOrder', what: 'people', asker: 'islandGovernor' }, kind: 'several', id: 'bes-58+bes-6', templates: ['bes-58', 'bes-6'] },
  { name: 'a disaster and disorder, asked by the chair', answers: { ...disaster, alsoTask: 'publicOrder', asker: 'chairSafetyRegion' }, kind: 'several', id: 'pw-58-order+wvr-51', templates: ['wvr-51', 'pw-58-order'] },
  { name: 'disorder and a disaster, asked by the mayor', answers: { ...order, alsoTask: 'disaster', asker: 'mayor' }, kind: 'several', id: 'mayor-disaster.wvr-51+pw-58-order', templates: ['pw-58-order', 'wvr-51*'] },
  { name: 'a disaster and disorder, asked by the police', answers: { ...disaster, alsoTask: 'publicOrder', asker: 'police' }, kind: 'wrongApplicant', id: 'not-competent.wvr-51+police.pw-58-order', templates: ['wvr-51*', 'pw-58-order*'] },
  { name: 'disorder, and a festival that wants tents', answers: { ...order, alsoTask: 'otherTask', forWhom: 'privateInterest', asker: 'mayor' }, kind: 'several', id: 'private-interest+pw-58-order', templates: ['pw-58-order'] },
];

/** Answers that cannot go together, and the questions that say so. */
export const contradictory: readonly (readonly [FinderAnswers, readonly string[]])[] = [
  [{ ...nl, asker: 'procurator' }, ['where', 'asker']],
  [{ ...bes, task: 'disaster', asker: 'mayor' }, ['where', 'asker']],
  [{ ...countries, asker: 'islandGovernor' }, ['where', 'asker']],
  [{ task: 'disaster', alsoTask: 'disaster' }, ['task', 'alsoTask']],
  [{ task: 'publicOrder', alsoTask: 'publicOrder', what: 'people' }, ['task', 'alsoTask']],
  [{ task: 'criminalLaw', alsoTask: 'criminalLaw' }, ['task', 'alsoTask']],
  [{ task: 'otherTask', alsoTask: 'otherTask' }, ['task', 'alsoTask']],
];
