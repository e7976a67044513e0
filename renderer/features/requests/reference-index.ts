/** The reference of the post by code and id, in the shape that the rules read. */
import type { AssessmentReference } from '../../../shared/domain/assessment.ts';
import type { Capability, Effect } from '../../../shared/domain/capability.ts';
import type { LegalBasis } from '../../../shared/domain/legal-basis.ts';
import type { Municipality, Region } from '../../../shared/domain/region.ts';
import type { Template } from '../../../shared/domain/template.ts';
import type { Reference } from '../../app/reference.ts';

export interface ReferenceIndex extends AssessmentReference {
  readonly effects: readonly Effect[];
  readonly capabilityList: readonly Capability[];
  readonly regionList: readonly Region[];
  readonly templates: Readonly<Record<string, Template>>;
  readonly legalBases: Readonly<Record<string, LegalBasis>>;
}

const indexes = new WeakMap<Reference, ReferenceIndex>();

const byKey = <T>(items: readonly T[], key: (item: T) => string): Record<string, T> => Object.fromEntries(items.map((item) => [key(item), item]));

/** Made once for the data that the session holds. */
export function referenceIndex(data: Reference): ReferenceIndex {
  const known = indexes.get(data);
  if (known) return known;
  const made: ReferenceIndex = {
    regions: byKey<Region>(data.regions, (region) => region.code),
    municipalities: byKey<Municipality>(data.municipalities, (municipality) => municipality.code),
    capabilities: byKey<Capability>(data.capabilities, (capability) => capability.id),
    templates: byKey<Template>(data.templates, (template) => template.id),
    legalBases: byKey<LegalBasis>(data.legalBases, (basis) => basis.id),
    effects: data.effects,
    capabilityList: data.capabilities,
    regionList: data.regions,
  };
  indexes.set(data, made);
  return made;
}
