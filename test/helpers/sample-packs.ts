/** Small packs of the tests' own: every field type, places with the names people mix up, so that the store is tested apart from the data. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const provenance = { source: 'test', confidence: 'placeholder' } as const;
const both = (text: string): { nl: string; en: string } => ({ nl: text, en: text });
const stated = (text: string): object => ({ text: both(text), provenance });

const region = (code: string, name: string, aliases: readonly string[] = [], statutoryName?: string): object => ({
  code,
  name,
  ...(statutoryName === undefined ? {} : { statutoryName }),
  aliases,
  policeUnit: 'Limburg',
  command: { name: 'RMC Zuid', brigade: '13 Lichte Brigade', seat: 'Oirschot', formerNames: [] },
  provenance,
});
const municipality = (code: string, name: string, regionCode: string, aliases: readonly string[] = []): object => ({ code, name, aliases, regionCode, provenance });

const field = (id: string, type: string, more: object = {}): object => ({ id, type, label: both(id), provenance, ...more });

export const sampleEntries: Readonly<Record<string, readonly object[]>> = {
  regions: [
    region('VR02', 'Fryslân', ['Friesland']),
    region('VR10', 'Noord-Holland Noord'),
    region('VR15', 'Haaglanden'),
    region('VR21', 'Brabant-Noord'),
    region('VR23', 'Limburg-Noord'),
    region('VR24', 'Zuid-Limburg', [], 'Limburg-Zuid'),
  ],
  municipalities: [
    municipality('GM0373', 'Bergen (NH.)', 'VR10'),
    municipality('GM0893', 'Bergen (L.)', 'VR23'),
    municipality('GM0518', "'s-Gravenhage", 'VR15', ['Den Haag']),
    municipality('GM0796', "'s-Hertogenbosch", 'VR21', ['Den Bosch']),
    municipality('GM0502', 'Capelle aan den IJssel', 'VR15'),
    municipality('GM0994', 'Valkenburg aan de Geul', 'VR24'),
    municipality('GM1900', 'Súdwest-Fryslân', 'VR02', ['Zuidwest-Friesland']),
    municipality('GM1701', 'Westerveld', 'VR02'),
    municipality('GM0935', 'Maastricht', 'VR24'),
  ],
  effects: [{ id: 'evacuation', title: both('Evacueren'), description: both('Mensen uit het gebied brengen'), terms: ['ontruimen'], provenance }],
  capabilities: [
    {
      id: 'boats',
      name: { nl: 'Boten met bemanning', en: 'Boats with crew' },
      summary: both('Vaartuigen voor ondiep water, ook bij Maastricht ingezet'),
      effects: ['evacuation'],
      aliases: ['vlet'],
      supply: { class: 'incidental', provenance },
      quantities: [],
      notice: { text: both('onbekend'), provenance },
      limits: [stated('niet bij sterke stroming')],
      needs: [],
      call: { how: 'request', text: both('via het LOCC'), provenance },
      readiness: { state: 'notReported', text: both('geen bron'), provenance },
      outlook: { state: 'notEstablished', text: both('niet vastgesteld'), provenance },
      civilAlternatives: [],
      validUntil: '2027-12-31',
      provenance,
    },
  ],
  'legal-bases': [
    {
      id: 'sample-basis',
      law: { short: 'Proefwet', title: 'Wet voor de proef' },
      short: 'Proef art. 1',
      title: both('Bijstand bij ramp'),
      term: 'assistance',
      purpose: both('proef'),
      territory: 'netherlands',
      applicants: [{ actor: 'chairSafetyRegion', title: both('voorzitter'), provenance }],
      chain: [{ id: 'asks', kind: 'asks', from: 'chairSafetyRegion', to: 'minister', text: both('vraagt'), provenance }],
      forcePowers: { state: 'notEstablished', text: both('niet vastgesteld'), provenance },
      authority: stated('gezag'),
      mustMotivate: [],
      exclusions: [],
      urgency: { text: both('spoed'), provenance },
      settlement: { text: both('kosten'), provenance },
      articles: [{ id: 'one', title: 'Artikel 1', text: 'Proeftekst', textDate: '2017-01-01', mustBeChecked: true, provenance }],
      templates: ['sample'],
      provenance,
    },
  ],
  templates: [
    {
      id: 'sample',
      legalBasis: 'sample-basis',
      title: both('Proefverzoek'),
      sections: [
        {
          id: 'all',
          title: both('Alles'),
          fields: [
            field('applicant.incident', 'text'),
            field('applicant.region', 'region', { perMunicipality: true }),
            field('applicant.municipalities', 'municipalities', { perMunicipality: true }),
            field('applicant.contact', 'contact', { perMunicipality: true }),
            field('applicant.exercise', 'yesNo', { initial: false }),
            field('applicant.oralAt', 'dateTime', { once: true }),
            field('effect.text', 'longText', { required: 'blocks' }),
            field('effect.period', 'period'),
            field('effect.priority', 'choice', { options: [{ value: 'high', label: both('hoog') }, { value: 'normal', label: both('gewoon') }], initial: 'normal' }),
            field('effect.number', 'number'),
            field('capabilities.lines', 'capabilityLines'),
            field('sending.signature', 'signature', { perMunicipality: true, once: true }),
          ],
        },
      ],
      checks: ['required'],
      provenance,
    },
  ],
  'advice-criteria': [
    { id: 'legality', title: both('Rechtmatigheid'), question: both('Klopt het?'), checks: ['required'], excludes: ['positive', 'conditional'], provenance },
    { id: 'market', title: both('Markt'), question: both('Kan de markt het?'), checks: [], applies: { term: 'support' }, excludes: ['positive'], provenance },
  ],
  'life-reasons': [
    { id: 'need-lapsed', of: ['withdrawn', 'lapsed'], title: both('Niet meer nodig'), provenance },
    { id: 'no-capacity', of: ['rejected', 'grantedInPart'], title: both('Geen capaciteit'), provenance },
  ],
  contacts: [
    { id: 'locc', title: both('LOCC'), role: both('Loket'), aliases: ['bijstandsloket'], placeholder: false, channels: [{ kind: 'phone', label: both('Piket'), value: '088 000 00 00', provenance }], provenance },
    { id: 'rmoa-vr24', title: both('RMOA Zuid-Limburg'), role: both('Adviseur'), aliases: ['OVR'], regionCode: 'VR24', placeholder: true, channels: [], provenance },
  ],
  map: [{ id: 'netherlands', topology: { type: 'Topology', objects: { vr_features: {}, gm_features: {} }, arcs: [] } }],
};

export const samplePack = (kind: string, more: object = {}): object => ({
  format: 'steunpunt-pack/1',
  id: kind,
  kind,
  version: '2026.1',
  date: '2026-11-01',
  validFrom: '2026-11-01',
  validUntil: '2027-12-31',
  publisher: 'test',
  title: both(kind),
  licence: 'CC0',
  sources: { test: { title: 'made for tests' } },
  entries: sampleEntries[kind] ?? [],
  ...more,
});

export function writePack(folder: string, kind: string, more: object = {}, name = kind): void {
  writeFileSync(join(folder, `${name}.json`), JSON.stringify(samplePack(kind, more)));
}

/** All sample packs in a folder that is made. Gives the folder. */
export function writeSamplePacks(folder: string): string {
  mkdirSync(folder, { recursive: true });
  for (const kind of Object.keys(sampleEntries)) writePack(folder, kind);
  return folder;
}
