/** What of the reference data can be found, and by which words. Made anew when the loaded packs are others than it was made from. */
import type { Effect } from '../../shared/domain/capability.ts';
import type { Contact } from '../../shared/domain/contact.ts';
import type { Municipality, Region } from '../../shared/domain/region.ts';
import { canonicalJson } from '../documents/canonical.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import type { Reference } from '../packs/reference.ts';
import { type SearchEntry, keepTerms, putEntry, removeEntries, removeEntry } from './entries.ts';

/** Raise it when entries are made otherwise than before: a store that an older version indexed is indexed anew. */
const making = 3;

/** From which reference data the index was made, as long as this process knows. */
const indexed = new WeakMap<StoreFile, Reference>();

const named = ({ key }: Reference): string => `{"making":${making},"packs":${key}}`;

/**
 * Call before a search and where the packs may be others than before. From one reference to another of the same packs, into an exercise
 * with packs of its own or out of it, only what differs is written: afterwards the index says what it would say if it was made from this
 * one alone.
 */
export function bringReferenceIndexUpToDate(file: StoreFile, reference: Reference): void {
  const packs = file.row<{ packs: string }>(sql`SELECT packs FROM search_source`)?.packs;
  const before = indexed.get(file);
  if (packs !== named(reference)) {
    file.atomically(() => {
      if (before && packs === named(before)) indexDifference(file, before, reference);
      else indexReference(file, reference);
      file.run(sql`INSERT INTO search_source (only, packs) VALUES (1, ${named(reference)}) ON CONFLICT (only) DO UPDATE SET packs = excluded.packs`);
    });
  }
  if (before !== reference) indexed.set(file, reference);
}

/** Call inside a transaction. */
export function indexReference(file: StoreFile, reference: Reference): void {
  removeEntries(file, ['municipality', 'region', 'capability', 'effect', 'legalBasis', 'contact']);
  for (const entry of referenceEntries(reference)) putEntry(file, entry);
  keepTerms(file);
}

const keyed = (reference: Reference) => new Map(referenceEntries(reference).map((entry) => [`${entry.kind} ${entry.ref}`, { entry, said: canonicalJson(entry) }]));

function indexDifference(file: StoreFile, from: Reference, to: Reference): void {
  const [before, after] = [keyed(from), keyed(to)];
  for (const [key, { entry }] of before) if (!after.has(key)) removeEntry(file, entry);
  for (const [key, { entry, said }] of after) if (before.get(key)?.said !== said) putEntry(file, entry);
  keepTerms(file);
}

function referenceEntries({ all, contacts }: Reference): SearchEntry[] {
  const regionByCode = new Map(all.regions.map((region) => [region.code, region]));
  const effectById = new Map(all.effects.map((effect) => [effect.id, effect]));
  return [
    ...all.regions.map(regionEntry),
    ...all.municipalities.map((municipality) => municipalityEntry(municipality, regionByCode.get(municipality.regionCode))),
    ...all.effects.map(
      (effect): SearchEntry => ({
        kind: 'effect',
        ref: effect.id,
        title: effect.title,
        subtitle: effect.description,
        aliases: effect.terms,
        codes: [],
        family: effect.broader ?? effect.id,
        terms: effectTerms(effectById.get(effect.broader ?? '')),
        body: text(effect.description.nl, effect.description.en),
      }),
    ),
    ...all.capabilities.map((capability): SearchEntry => {
      // what finds an effect, or the effect above it, finds what reaches it
      const effects = capability.effects.flatMap((id) => effectById.get(id) ?? []).flatMap((effect) => [effect, effectById.get(effect.broader ?? '')]);
      return {
        kind: 'capability',
        ref: capability.id,
        title: capability.name,
        subtitle: capability.summary,
        aliases: capability.aliases,
        codes: [],
        terms: effects.flatMap(effectTerms),
        body: text(
          capability.summary.nl,
          capability.summary.en,
          ...[...capability.quantities, ...capability.limits, ...capability.needs].flatMap((fact) => [fact.text.nl, fact.text.en]),
        ),
      };
    }),
    ...all.legalBases.map(
      (basis): SearchEntry => ({
        kind: 'legalBasis',
        ref: basis.id,
        title: basis.title,
        subtitle: { nl: basis.short, en: basis.short },
        aliases: [basis.short],
        codes: [],
        body: text(basis.purpose.nl, basis.purpose.en, ...basis.articles.flatMap((article) => [article.title, article.text])),
      }),
    ),
    ...contacts.map((contact) => contactEntry(contact, regionByCode.get(contact.regionCode ?? ''))),
  ];
}

function effectTerms(effect: Effect | undefined): readonly string[] {
  return effect === undefined ? [] : [effect.title.nl, effect.title.en, ...effect.terms];
}

function regionEntry(region: Region): SearchEntry {
  const { command } = region;
  const subtitle = `${region.code} · ${command.name} · ${region.policeUnit}`;
  return {
    kind: 'region',
    ref: region.code,
    title: { nl: region.name, en: region.name },
    subtitle: { nl: subtitle, en: subtitle },
    regionCode: region.code,
    aliases: [...(region.statutoryName === undefined ? [] : [region.statutoryName]), ...region.aliases, `Veiligheidsregio ${region.name}`],
    codes: [region.code],
    terms: [command.name, command.brigade, command.seat, ...command.formerNames],
    body: region.policeUnit,
  };
}

function municipalityEntry(municipality: Municipality, region: Region | undefined): SearchEntry {
  const subtitle = region ? `${region.name} · ${region.code}` : municipality.regionCode;
  return {
    kind: 'municipality',
    ref: municipality.code,
    title: { nl: municipality.name, en: municipality.name },
    subtitle: { nl: subtitle, en: subtitle },
    regionCode: municipality.regionCode,
    aliases: municipality.aliases,
    codes: [municipality.code],
    terms: region ? [region.code, region.name, ...region.aliases] : [],
    body: '',
  };
}

/** By what the office is called, by what it does, and by its region in every name of that. What the post filled in stays out: it is personal. */
function contactEntry(contact: Contact, region: Region | undefined): SearchEntry {
  return {
    kind: 'contact',
    ref: contact.id,
    title: contact.title,
    subtitle: contact.role,
    ...(contact.regionCode === undefined ? {} : { regionCode: contact.regionCode }),
    aliases: contact.aliases,
    codes: [],
    terms: region ? [region.code, region.name, ...region.aliases, region.command.name, ...region.command.formerNames] : [],
    body: text(contact.role.nl, contact.role.en, contact.use?.nl ?? '', contact.use?.en ?? ''),
  };
}

function text(...parts: readonly string[]): string {
  return parts.join('\n');
}
