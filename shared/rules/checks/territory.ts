/** Where the basis holds: the Caribbean part of the Kingdom has legal bases of its own. */
import { coordinatesText, readCoordinates } from '../../domain/coordinates.ts';
import { answers, citation } from '../citation.ts';
import { read, readText } from '../values.ts';
import { type Check, both, none, nothing, remark } from './check.ts';
import { islands, liesIn } from './territory-places.ts';

const territoryField = 'basis.territory';
const placeFields = ['situation.locations', 'applicant.organ'] as const;

/**
 * The support regulation holds only in the Netherlands (art. 2); on Bonaire, Sint Eustatius and Saba the Veiligheidswet BES does, in
 * Aruba, Curaçao and Sint Maarten the Aanwijzingen (answer 43). A text that names an island of another territory is asked about.
 */
export const reach: Check = ({ values, basis, shown }) => {
  const field = shown.get(territoryField);
  const source = field ? citation(field.provenance) : answers('43');
  const chosen = field ? read(values, territoryField, 'choice') : undefined;
  if (chosen !== undefined && chosen !== basis.territory) {
    const where = field?.options?.find((option) => option.value === chosen)?.label ?? { nl: chosen, en: chosen };
    return [remark('blocks', 'checks.territory.outside', territoryField, source, { ...both('where', where), basis: basis.short, caribbean: chosen === 'caribbean' ? 'yes' : none })];
  }
  const inDutchMunicipality = (read(values, 'applicant.municipalities', 'municipalities') ?? []).length > 0;
  return placeFields.flatMap((id) => {
    const text = shown.has(id) ? (readText(values, id) ?? '') : '';
    const named = islands.find(({ territory, name, alsoVillage }) => territory !== basis.territory && !(alsoVillage && inDutchMunicipality) && name.test(text));
    return named ? [remark('warns', 'checks.territory.island', id, source, { island: named.name.exec(text)?.[0] ?? '', basis: basis.short, territory: named.territory })] : [];
  });
};

/** Coordinates that nobody can read, or that lie outside the territory of the basis: two numbers changed about, or a digit lost. */
export const coordinates: Check = ({ values, basis, shown }) =>
  [...shown.values()].flatMap((field) => {
    const typed = field.type === 'place' ? (read(values, field.id, 'place')?.coordinates?.trim() ?? '') : '';
    if (typed === '') return nothing;
    const source = citation(field.provenance);
    const found = readCoordinates(typed);
    if (!found.ok) return [remark('warns', 'checks.place.unreadable', field.id, source, { ...both('label', field.label), typed, fault: found.fault })];
    return liesIn(found.at, basis.territory) ? nothing : [remark('warns', 'checks.place.outside', field.id, source, { ...both('label', field.label), at: coordinatesText(found.at), basis: basis.short })];
  });
