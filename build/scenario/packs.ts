/** What a case may name: the packs as they ship, read from their files without a store. */
import { readFileSync, readdirSync } from 'node:fs';
import { z } from 'zod';
import type { AssessmentReference } from '../../shared/domain/assessment.ts';
import { adviceCriterion } from '../../shared/domain/advice-criterion.ts';
import { capability } from '../../shared/domain/capability.ts';
import { type FinderData, finderData } from '../../shared/domain/finder.ts';
import { libraryOf, missingFields, resolvedTemplate } from '../../shared/domain/field-library.ts';
import { type LegalBasis, legalBasis } from '../../shared/domain/legal-basis.ts';
import { lifeReason } from '../../shared/domain/life-reason.ts';
import { municipality, region } from '../../shared/domain/region.ts';
import { type Template, templateField, writtenTemplate } from '../../shared/domain/template.ts';

export interface Known {
  readonly templates: ReadonlyMap<string, Template>;
  readonly bases: ReadonlyMap<string, LegalBasis>;
  readonly regions: ReadonlySet<string>;
  readonly municipalities: ReadonlySet<string>;
  readonly capabilities: ReadonlySet<string>;
  readonly finder: FinderData;
  readonly criteria: ReadonlySet<string>;
  readonly reasons: ReadonlySet<string>;
}

const folder = new URL('../../db/packs/', import.meta.url);

/** The entries of every pack of the kind: the file of its name, and those whose name begins with it. */
function entries<T>(kind: string, entry: z.ZodType<T>): T[] {
  const files = readdirSync(folder).filter((name) => name === `${kind}.json` || (name.startsWith(`${kind}-`) && name.endsWith('.json')));
  return files.flatMap((name) => z.object({ kind: z.literal(kind), entries: z.array(entry) }).parse(JSON.parse(readFileSync(new URL(name, folder), 'utf8'))).entries);
}

function templates(): Template[] {
  const library = libraryOf(entries('fields', templateField));
  return entries('templates', writtenTemplate).map((written) => {
    const template = resolvedTemplate(written, library);
    if (!template) throw new Error(`template ${written.id} names fields that the library does not hold: ${missingFields(written, library).join(', ')}`);
    return template;
  });
}

function finder(): FinderData {
  const [data] = entries('finder', finderData);
  if (!data) throw new Error('no finder among the packs');
  return data;
}

/** Throws when a pack is not valid: then no case can be judged. */
export const knownFromPacks = (): Known => ({
  templates: new Map(templates().map((one) => [one.id, one])),
  bases: new Map(entries('legal-bases', legalBasis).map((one) => [one.id, one])),
  regions: new Set(entries('regions', region).map((one) => one.code)),
  municipalities: new Set(entries('municipalities', municipality).map((one) => one.code)),
  capabilities: new Set(entries('capabilities', capability).map((one) => one.id)),
  finder: finder(),
  criteria: new Set(entries('advice-criteria', adviceCriterion).map((one) => one.id)),
  reasons: new Set(entries('life-reasons', lifeReason).map((one) => one.id)),
});

/** What the rules may look at. */
export const referenceFromPacks = (): AssessmentReference => ({
  regions: Object.fromEntries(entries('regions', region).map((one) => [one.code, one])),
  municipalities: Object.fromEntries(entries('municipalities', municipality).map((one) => [one.code, one])),
  capabilities: Object.fromEntries(entries('capabilities', capability).map((one) => [one.id, one])),
});
