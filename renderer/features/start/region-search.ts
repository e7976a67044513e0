/** Finds the safety region by any municipality or region name, in every spelling that the packs know. */
import type { Municipality, Region } from '../../../shared/domain/region.ts';
import { plainText } from '../../app/plain-text.ts';

export interface RegionChoice {
  readonly region: Region;
  /** municipalities that fit what was typed; empty when the region's own name fits */
  readonly through: readonly Municipality[];
}

const shownThrough = 3;

/** All regions when nothing is typed; otherwise those whose name, code or municipality begins like it, regions by name first. */
export function findRegions(text: string, regions: readonly Region[], municipalities: readonly Municipality[]): readonly RegionChoice[] {
  const typed = plainText(text);
  if (typed === '') return regions.map((region) => ({ region, through: [] }));
  const byName: RegionChoice[] = [];
  const byMunicipality: RegionChoice[] = [];
  for (const region of regions) {
    const names = [region.code, region.name, `${region.code} ${region.name}`, region.statutoryName ?? '', ...region.aliases];
    if (names.some((name) => begins(name, typed))) {
      byName.push({ region, through: [] });
      continue;
    }
    const through = municipalities.filter((municipality) => municipality.regionCode === region.code && [municipality.name, ...municipality.aliases].some((name) => begins(name, typed)));
    if (through.length > 0) byMunicipality.push({ region, through: through.slice(0, shownThrough) });
  }
  return [...byName, ...byMunicipality];
}

/** At the start of the name or of a word in it: 'hertogenbosch' finds 's-Hertogenbosch. */
function begins(name: string, typed: string): boolean {
  return ` ${plainText(name)}`.includes(` ${typed}`);
}
