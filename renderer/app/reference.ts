/** The facts of the packs, loaded once after unlocking, with the indexes that screens look things up by. */
import type { CallOutput } from '../../shared/contract.ts';
import type { AdviceCriterion } from '../../shared/domain/advice-criterion.ts';
import type { Capability, Effect } from '../../shared/domain/capability.ts';
import type { FinderData } from '../../shared/domain/finder.ts';
import type { LegalBasis } from '../../shared/domain/legal-basis.ts';
import type { LifeReason } from '../../shared/domain/life-reason.ts';
import type { Municipality, Region } from '../../shared/domain/region.ts';
import type { LaidEntries } from '../../shared/domain/pack.ts';
import type { Template } from '../../shared/domain/template.ts';

export interface Reference {
  /** false while capabilities are still on their way: of thousands, the window opens before the last has come */
  readonly isWhole: boolean;
  readonly regions: readonly Region[];
  readonly municipalities: readonly Municipality[];
  readonly effects: readonly Effect[];
  readonly capabilities: readonly Capability[];
  readonly legalBases: readonly LegalBasis[];
  readonly templates: readonly Template[];
  /** absent when no pack of the kind is loaded */
  readonly finder?: FinderData | undefined;
  readonly adviceCriteria: readonly AdviceCriterion[];
  readonly lifeReasons: readonly LifeReason[];
  readonly regionByCode: ReadonlyMap<string, Region>;
  readonly municipalityByCode: ReadonlyMap<string, Municipality>;
  readonly effectById: ReadonlyMap<string, Effect>;
  readonly capabilityById: ReadonlyMap<string, Capability>;
  readonly legalBasisById: ReadonlyMap<string, LegalBasis>;
  readonly templateById: ReadonlyMap<string, Template>;
  /** what the exercise in view lays over the packs */
  readonly laid: readonly LaidEntries[];
  /** the pack of the exercise in view from which an entry comes: exercise material */
  readonly exercisePackOf: (kind: LaidEntries['kind'], id: string) => LaidEntries | undefined;
}

export function indexReference(all: CallOutput<'reference.all'>, capabilities: readonly Capability[], isWhole: boolean): Reference {
  return {
    ...all,
    capabilities,
    isWhole,
    regionByCode: new Map(all.regions.map((region) => [region.code, region])),
    municipalityByCode: new Map(all.municipalities.map((municipality) => [municipality.code, municipality])),
    effectById: new Map(all.effects.map((effect) => [effect.id, effect])),
    capabilityById: new Map(capabilities.map((capability) => [capability.id, capability])),
    legalBasisById: new Map(all.legalBases.map((basis) => [basis.id, basis])),
    templateById: new Map(all.templates.map((template) => [template.id, template])),
    exercisePackOf: (kind, id) => all.laid.findLast((pack) => pack.kind === kind && pack.entries.includes(id)),
  };
}
