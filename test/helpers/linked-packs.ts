/** The sample packs with a second and a third legal basis, so that one incident can need several requests. */
import { join } from 'node:path';
import { sampleEntries, writePack, writeSamplePacks } from './sample-packs.ts';
import { type TestStore, temporaryFolder, testStore } from './store.ts';

const provenance = { source: 'test', confidence: 'placeholder' } as const;
const both = (text: string): { nl: string; en: string } => ({ nl: text, en: text });
const field = (id: string, type: string, more: object = {}): object => ({ id, type, label: both(id), provenance, ...more });
const options = (...values: readonly string[]): object => ({ options: values.map((value) => ({ value, label: both(value) })) });

/**
 * `relief` and `order` share the incident, the situation and the period; each has an effect, a number and lines of its own. The place of
 * who asks is common and of one municipality: a linked request begins with it. `order` offers another choice of priority.
 */
const template = (id: string, more: readonly object[]): object => ({
  id,
  legalBasis: `${id}-basis`,
  title: both(id),
  sections: [
    {
      id: 'all',
      title: both('Alles'),
      fields: [
        field('applicant.incident', 'text', { common: true }),
        field('applicant.region', 'region', { common: true, perMunicipality: true }),
        field('applicant.municipalities', 'municipalities', { common: true, perMunicipality: true }),
        field('applicant.exercise', 'yesNo', { common: true, initial: false }),
        field('situation.description', 'longText', { common: true }),
        field('effect.text', 'longText', { required: 'blocks' }),
        field('effect.period', 'period', { common: true }),
        field('effect.number', 'number'),
        field('capabilities.lines', 'capabilityLines'),
        ...more,
        field('sending.signature', 'signature', { perMunicipality: true, once: true }),
      ],
    },
  ],
  checks: ['required', 'capability.claimed'],
  provenance,
});

const priority = (...values: readonly string[]): object => field('effect.priority', 'choice', { common: true, ...options(...values) });
const [basis] = sampleEntries['legal-bases'] ?? [];

/** A store on them. */
export function linkedStore(): TestStore {
  const packs = writeSamplePacks(join(temporaryFolder(), 'packs'));
  const ids = ['relief', 'order', 'works'];
  writePack(packs, 'legal-bases', { entries: [basis, ...ids.map((id) => ({ ...basis, id: `${id}-basis`, short: id, templates: [id] }))] });
  writePack(packs, 'templates', {
    entries: [...(sampleEntries['templates'] ?? []), template('relief', [priority('high', 'normal')]), template('order', [priority('high', 'normal', 'lifeSaving')]), template('works', [priority('normal', 'high')])],
  });
  return testStore({ packs });
}
