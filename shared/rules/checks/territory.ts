/** Where the basis holds: the Caribbean part of the Kingdom has legal bases of its own. */
import { answers, citation } from '../citation.ts';
import { read, readText } from '../values.ts';
import { type Check, both, none, nothing, remark } from './check.ts';

const territoryField = 'basis.territory';
const placeFields = ['situation.locations', 'applicant.organ'] as const;

/** Islands by name. Sint Maarten is also a village in Noord-Holland: it counts only where no Dutch municipality was chosen. */
const islands = /\b(?:Bonaire|Saba|Sint[ -]Eustatius|Statia|Aruba|Cura[cç]ao)\b/iu;
const sintMaarten = /\bSint[ -]Maarten\b/iu;

/**
 * The support regulation holds only in the Netherlands (art. 2); in the Caribbean the Veiligheidswet BES or the Aanwijzingen for
 * Aruba, Curaçao and Sint Maarten do (answer 43).
 */
export const inNetherlands: Check = ({ values, basis, shown }) => {
  if (basis.territory !== 'netherlands') return nothing;
  const field = shown.get(territoryField);
  const source = field ? citation(field.provenance) : answers('43');
  const chosen = field ? read(values, territoryField, 'choice') : undefined;
  if (chosen !== undefined && chosen !== 'netherlands') {
    const where = field?.options?.find((option) => option.value === chosen)?.label ?? { nl: chosen, en: chosen };
    return [remark('blocks', 'checks.territory.outside', territoryField, source, { ...both('where', where), basis: basis.short, caribbean: chosen === 'caribbean' ? 'yes' : none })];
  }
  const inDutchMunicipality = (read(values, 'applicant.municipalities', 'municipalities') ?? []).length > 0;
  return placeFields.flatMap((id) => {
    const text = shown.has(id) ? (readText(values, id) ?? '') : '';
    const island = islands.exec(text)?.[0] ?? (inDutchMunicipality ? undefined : sintMaarten.exec(text)?.[0]);
    return island === undefined ? [] : [remark('warns', 'checks.territory.island', id, source, { island, basis: basis.short })];
  });
};
