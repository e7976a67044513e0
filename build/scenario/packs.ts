/** What a case may name: the packs as they ship, read from their files without a store. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { capability } from '../../shared/domain/capability.ts';
import { type LegalBasis, legalBasis } from '../../shared/domain/legal-basis.ts';
import { municipality, region } from '../../shared/domain/region.ts';
import { type Template, template } from '../../shared/domain/template.ts';

export interface Known {
  readonly templates: ReadonlyMap<string, Template>;
  readonly bases: ReadonlyMap<string, LegalBasis>;
  readonly regions: ReadonlySet<string>;
  readonly municipalities: ReadonlySet<string>;
  readonly capabilities: ReadonlySet<string>;
}

function entries<T>(kind: string, entry: z.ZodType<T>): T[] {
  const text = readFileSync(new URL(`../../db/packs/${kind}.json`, import.meta.url), 'utf8');
  return z.object({ kind: z.literal(kind), entries: z.array(entry) }).parse(JSON.parse(text)).entries;
}

/** Throws when a pack is not valid: then no case can be judged. */
export const knownFromPacks = (): Known => ({
  templates: new Map(entries('templates', template).map((one) => [one.id, one])),
  bases: new Map(entries('legal-bases', legalBasis).map((one) => [one.id, one])),
  regions: new Set(entries('regions', region).map((one) => one.code)),
  municipalities: new Set(entries('municipalities', municipality).map((one) => one.code)),
  capabilities: new Set(entries('capabilities', capability).map((one) => one.id)),
});
