/**
 * The three territories of the legal bases: names by which a text names an island, and the stretch in which coordinates lie. Data for
 * the checks on territory. The stretches are rough, with the waters around; they only tell a slip of the pen from a place.
 */
import type { Coordinates } from '../../domain/coordinates.ts';
import type { LegalBasis } from '../../domain/legal-basis.ts';

export type Territory = LegalBasis['territory'];

/** Sint Maarten is also a village in Noord-Holland and stands apart. */
export const islands: readonly { readonly territory: Territory; readonly name: RegExp; readonly alsoVillage?: true }[] = [
  { territory: 'bes', name: /\b(?:Bonaire|Saba|Sint[ -]Eustatius|Statia)\b/iu },
  { territory: 'countries', name: /\b(?:Aruba|Cura[cç]ao)\b/iu },
  { territory: 'countries', name: /\bSint[ -]Maarten\b/iu, alsoVillage: true },
];

interface Stretch {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

const stretches: Readonly<Record<Territory, readonly Stretch[]>> = {
  netherlands: [{ south: 50.7, north: 56, west: 2.3, east: 7.3 }],
  bes: [{ south: 11.9, north: 12.5, west: -68.6, east: -68 }, { south: 17.3, north: 17.8, west: -63.5, east: -62.8 }],
  countries: [{ south: 11.9, north: 12.8, west: -70.3, east: -68.6 }, { south: 17.9, north: 18.3, west: -63.4, east: -62.8 }],
};

export const liesIn = ({ lat, lon }: Coordinates, territory: Territory): boolean =>
  stretches[territory].some(({ south, north, west, east }) => lat >= south && lat <= north && lon >= west && lon <= east);
