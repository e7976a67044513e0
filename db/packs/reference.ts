/**
 * The reference data of the post as the loaded packs give it, read once and kept in memory (a few hundred kilobytes); and the same with
 * the packs of an exercise laid over it, of which nothing is written.
 */
import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { AssessmentReference } from '../../shared/domain/assessment.ts';
import type { AdviceCriterion } from '../../shared/domain/advice.ts';
import type { Capability, Effect } from '../../shared/domain/capability.ts';
import type { Contact } from '../../shared/domain/contact.ts';
import { libraryOf, resolvedTemplate } from '../../shared/domain/field-library.ts';
import type { FinderData } from '../../shared/domain/finder.ts';
import type { LegalBasis } from '../../shared/domain/legal-basis.ts';
import type { LifeReason } from '../../shared/domain/life.ts';
import { type Pack, type LaidEntries, type PackSummary, type PackVersions, pack as packShape } from '../../shared/domain/pack.ts';
import type { Municipality, Region } from '../../shared/domain/region.ts';
import type { Template } from '../../shared/domain/template.ts';
import { AppError } from '../../shared/errors.ts';
import { exercisePackId, laidOver } from '../../shared/rules/script-packs.ts';
import { type StoreFile, sql } from '../file/driver.ts';
import { whereThereIsRoom } from '../file/failures.ts';
import { canonicalJson } from '../documents/canonical.ts';
import { fold } from '../search/fold.ts';
import { packFiles, packInvalid, readPack } from './read.ts';

export interface ReferenceData {
  readonly regions: Region[];
  readonly municipalities: Municipality[];
  readonly effects: Effect[];
  readonly capabilities: Capability[];
  readonly legalBases: LegalBasis[];
  readonly templates: Template[];
  readonly adviceCriteria: AdviceCriterion[];
  readonly lifeReasons: LifeReason[];
  readonly finder?: FinderData;
}

export interface Reference {
  readonly all: ReferenceData;
  /** all but the capabilities */
  readonly others: Omit<ReferenceData, 'capabilities'>;
  readonly contacts: readonly Contact[];
  readonly summaries: readonly PackSummary[];
  readonly packVersions: PackVersions;
  readonly forAssessment: AssessmentReference;
  /** codes of the regions of which a name holds this folded part of a word */
  readonly regionsNamed: (part: string) => readonly string[];
  /** throws `reference.unknown` */
  readonly template: (id: string) => Template;
  /** throws `reference.unknown` */
  readonly legalBasis: (id: string) => LegalBasis;
  /** throws `reference.unknown` */
  readonly map: () => z.output<ReturnType<typeof z.json>>;
  /** without what an exercise lays over it; itself where nothing is laid over it */
  readonly installed: Reference;
  /** what an exercise lays over it, lowest first: from which pack which entries come */
  readonly laid: readonly LaidEntries[];
  /** the installed packs with these laid over them, lowest first */
  readonly with: (laid: readonly LaidPack[]) => Reference;
  /** tells two apart: what was derived from one is not derived from the other */
  readonly key: string;
}

/** A pack of an exercise: from its inject, with the SHA-256 of its canonical JSON. */
export interface LaidPack {
  readonly id: string;
  readonly at: string;
  readonly hash: string;
  readonly pack: Pack;
}

/** Reads the loaded packs. `shapes` names the shapes of this version of the application: see `packOf`. */
export function readReference(file: StoreFile, shapes = ''): Reference {
  const rows = file.rows<PackRow>(sql`SELECT id, hash, header, content_hash, validated_by FROM pack ORDER BY id`);
  const packs = rows.map((row) => packOf(file, row, shapes));
  const made = new Map<string, Reference>();
  const files = rows.map(({ id, hash }) => ({ id, hash }));
  const installed: Reference = {
    ...referenceOf(packs, [], canonicalJson(files)),
    get installed() {
      return installed;
    },
    with: over,
  };
  function over(laid: readonly LaidPack[]): Reference {
    if (laid.length === 0) return installed;
    const key = canonicalJson([...files, ...laid.map(({ id, hash }) => ({ exercise: id, hash }))]);
    const held = made.get(key);
    if (held) return held;
    // an exercise goes from one to the next and rarely back
    if (made.size >= mostLaid) made.clear();
    const reference: Reference = { ...referenceOf(packs, laid, key), installed, with: over };
    made.set(key, reference);
    return reference;
  }
  return installed;
}

const mostLaid = 8;

function referenceOf(packs: readonly Pack[], laid: readonly LaidPack[], key: string): Omit<Reference, 'installed' | 'with'> {
  const over = laid.map(({ pack }) => pack);
  const { capabilities, ...others } = entriesOfPacks(packs, over);
  const all = { ...others, capabilities };
  const regionNames = all.regions.map(({ code, name, statutoryName = '', aliases }) => ({ code, names: fold([name, statutoryName, ...aliases].join(' ')) }));
  const maps = packs.flatMap((read) => (read.kind === 'map' ? read.entries : []));
  return {
    all,
    others,
    contacts: laidOver(packs.flatMap(contactsOf), over.flatMap(contactsOf)),
    summaries: [...packs.map(summarise), ...over.map((pack) => ({ ...summarise(pack), id: exercisePackId(pack.id), exercise: true as const }))],
    packVersions: Object.fromEntries([...packs.map(({ id, version }) => [id, version]), ...over.map(({ id, version }) => [exercisePackId(id), version])]),
    forAssessment: { regions: byKey(all.regions, 'code'), municipalities: byKey(all.municipalities, 'code'), capabilities: byKey(all.capabilities, 'id') },
    regionsNamed: (part) => regionNames.flatMap(({ code, names }) => (names.includes(part) ? [code] : [])),
    template: (id) => found(all.templates.find((template) => template.id === id), 'template', id),
    legalBasis: (id) => found(all.legalBases.find((basis) => basis.id === id), 'legal basis', id),
    map: () => found(maps[0], 'map', 'map').topology,
    laid: laid.map(({ at, pack }) => {
      const held = new Set(packs.flatMap((read) => (read.kind === pack.kind ? idsOf(read) : [])));
      return { id: exercisePackId(pack.id), at, kind: pack.kind, title: pack.title, entries: idsOf(pack), added: idsOf(pack).filter((id) => !held.has(id)) };
    }),
    key,
  };
}

/** Regions and municipalities straight from the files: a post without a store must still choose its region. */
export function readRegionChoices(folder: string): Pick<ReferenceData, 'regions' | 'municipalities'> {
  const packs = packFiles(folder).flatMap(({ name, text }) => {
    const read = readPack(text);
    if (read.kind === 'invalid') throw packInvalid(name, read.errors);
    return read.kind === 'pack' ? [read.pack] : [];
  });
  const { regions, municipalities } = entriesOfPacks(packs);
  return { regions, municipalities };
}

interface PackRow {
  readonly id: string;
  readonly hash: string;
  readonly header: string;
  readonly content_hash: string;
  readonly validated_by: string;
}

/**
 * A stored pack. Validating again shows damage instead of passing it on, but takes longer than all the rest of a start: content that
 * these same shapes have seen, to the byte, is not validated twice. Without a name of shapes (run from the sources) it always is.
 */
function packOf(file: StoreFile, { id, header, content_hash, validated_by }: PackRow, shapes: string): Pack {
  const entries = file.rows<{ json: string }>(sql`SELECT json FROM pack_entry WHERE pack = ${id} ORDER BY position`).map(({ json }) => json);
  const hash = contentHash(header, entries);
  const stored: unknown = { ...jsonObject.parse(JSON.parse(header)), entries: entries.map((json): unknown => JSON.parse(json)) };
  // the hash says that it is what packShape gave
  if (shapes !== '' && validated_by === shapes && content_hash === hash) return stored as Pack;
  const read = packShape.parse(stored);
  if (shapes !== '') whereThereIsRoom(() => file.run(sql`UPDATE pack SET content_hash = ${hash}, validated_by = ${shapes} WHERE id = ${id}`));
  return read;
}

const jsonObject = z.record(z.string(), z.unknown());

function contentHash(header: string, entries: readonly string[]): string {
  const hash = createHash('sha256').update(header);
  for (const json of entries) hash.update('\n').update(json);
  return hash.digest('hex');
}

/** The entries of all packs, in the order of the pack ids, with what is laid over them. */
function entriesOfPacks(packs: readonly Pack[], over: readonly Pack[] = []): ReferenceData {
  const entries = <T extends { readonly id: string }>(of: (read: Pack) => readonly T[]): T[] => laidOver(packs.flatMap(of), over.flatMap(of));
  const [finder] = entries((read) => (read.kind === 'finder' ? read.entries : []));
  const library = libraryOf(entries((read) => (read.kind === 'fields' ? read.entries : [])));
  return {
    regions: packs.flatMap((read) => (read.kind === 'regions' ? read.entries : [])),
    municipalities: packs.flatMap((read) => (read.kind === 'municipalities' ? read.entries : [])),
    effects: entries((read) => (read.kind === 'effects' ? read.entries : [])),
    capabilities: entries((read) => (read.kind === 'capabilities' ? read.entries : [])),
    legalBases: entries((read) => (read.kind === 'legal-bases' ? read.entries : [])),
    // A template whose library is damaged is left out; its requests say so and stay safe.
    templates: entries((read) => (read.kind === 'templates' ? read.entries : [])).flatMap((written) => resolvedTemplate(written, library) ?? []),
    adviceCriteria: entries((read) => (read.kind === 'advice-criteria' ? read.entries : [])),
    lifeReasons: entries((read) => (read.kind === 'life-reasons' ? read.entries : [])),
    ...(finder ? { finder } : {}),
  };
}

const idsOf = ({ entries }: Pack): string[] => entries.map((entry) => ('code' in entry ? entry.code : entry.id));
const contactsOf = (read: Pack): readonly Contact[] => (read.kind === 'contacts' ? read.entries : []);

function byKey<T, K extends keyof T>(items: readonly T[], key: K): Readonly<Record<string, T>> {
  return Object.fromEntries(items.map((item) => [String(item[key]), item]));
}

function found<T>(value: T | undefined, what: string, id: string): T {
  if (value === undefined) throw new AppError('reference.unknown', `no pack holds ${what} ${id}`, { details: { id } });
  return value;
}

function summarise(read: Pack): PackSummary {
  const { id, kind, version, date, validFrom, validUntil, publisher, title, licence } = read;
  const sources = Object.entries(read.sources).map(([key, source]) => ({
    key,
    title: source.title,
    ...(source.url === undefined ? {} : { url: source.url }),
    ...(source.date === undefined ? {} : { date: source.date }),
    ...(source.note === undefined ? {} : { note: source.note }),
  }));
  return { id, kind, version, date, validFrom, validUntil, publisher, title, licence, entries: read.entries.length, sources };
}
