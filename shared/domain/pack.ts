/** Reference packs: the facts the post works from, each with its source. One file holds one pack. */
import { z } from 'zod';
import { adviceCriterion } from './advice-criterion.ts';
import { bilingual, isoDate, slug } from './basics.ts';
import { capability, effect } from './capability.ts';
import { contact } from './contact.ts';
import { finderData } from './finder.ts';
import { legalBasis } from './legal-basis.ts';
import { lifeReason } from './life-reason.ts';
import { municipality, region } from './region.ts';
import { templateField, writtenTemplate } from './template.ts';

const header = {
  format: z.literal('steunpunt-pack/1'),
  id: slug,
  /** `year.number`; a higher one replaces a lower one of the same id in one transaction */
  version: z.string().regex(/^\d{4}\.\d+$/),
  date: isoDate,
  validFrom: isoDate,
  validUntil: isoDate,
  publisher: z.string().min(1),
  title: bilingual,
  licence: z.string().min(1),
  /** the works that entries name in their provenance, by key */
  sources: z.record(
    z.string(),
    z.strictObject({ title: z.string().min(1), url: z.string().optional(), date: z.string().optional(), consulted: isoDate.optional(), note: z.string().optional() }),
  ),
};

export const pack = z.discriminatedUnion('kind', [
  z.strictObject({ ...header, kind: z.literal('regions'), entries: z.array(region) }),
  z.strictObject({ ...header, kind: z.literal('municipalities'), entries: z.array(municipality) }),
  z.strictObject({ ...header, kind: z.literal('effects'), entries: z.array(effect) }),
  z.strictObject({ ...header, kind: z.literal('capabilities'), entries: z.array(capability) }),
  z.strictObject({ ...header, kind: z.literal('legal-bases'), entries: z.array(legalBasis) }),
  z.strictObject({ ...header, kind: z.literal('contacts'), entries: z.array(contact) }),
  /** the field library: fields that templates name by their id */
  z.strictObject({ ...header, kind: z.literal('fields'), entries: z.array(templateField) }),
  z.strictObject({ ...header, kind: z.literal('templates'), entries: z.array(writtenTemplate) }),
  z.strictObject({ ...header, kind: z.literal('advice-criteria'), entries: z.array(adviceCriterion) }),
  z.strictObject({ ...header, kind: z.literal('life-reasons'), entries: z.array(lifeReason) }),
  /** one entry: questions, rules and outcomes belong together */
  z.strictObject({ ...header, kind: z.literal('finder'), entries: z.array(finderData).length(1) }),
  /** one entry: the map as TopoJSON with objects vr_features, gm_features, nl_features */
  z.strictObject({ ...header, kind: z.literal('map'), entries: z.array(z.strictObject({ id: slug, topology: z.json() })).length(1) }),
]);
export type Pack = z.infer<typeof pack>;
export type PackKind = Pack['kind'];

/** What the status bar, the pack screen and a finalised document say of a pack. */
export const packSummary = z.strictObject({
  id: slug,
  kind: z.string(),
  version: z.string(),
  date: isoDate,
  validFrom: isoDate,
  validUntil: isoDate,
  publisher: z.string(),
  title: bilingual,
  licence: z.string(),
  entries: z.int().nonnegative(),
  /** of the exercise in view, laid over the installed ones */
  exercise: z.literal(true).optional(),
  sources: z.array(z.strictObject({ key: z.string(), title: z.string(), url: z.string().optional(), date: z.string().optional(), note: z.string().optional() })),
});
export type PackSummary = z.infer<typeof packSummary>;

/** A pack of the exercise in view that counts now, and the entries that it lays over the installed ones. */
export const laidEntries = z.strictObject({ id: slug, at: z.string(), kind: z.string(), title: bilingual, entries: z.array(slug), /** those that no installed pack holds */ added: z.array(slug) });
export type LaidEntries = z.infer<typeof laidEntries>;

/** Pack id to version: what a document was made with. */
export const packVersions = z.record(slug, z.string());
export type PackVersions = z.infer<typeof packVersions>;
