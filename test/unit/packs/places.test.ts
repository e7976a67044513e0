import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packOf } from '../../helpers/packs.ts';

const regions = packOf('regions').entries;
const municipalities = packOf('municipalities').entries;

/** Municipalities per region in the list of June 2024 (CBS, Gebieden in Nederland). */
const members: Readonly<Record<string, number>> = {
  VR01: 10, VR02: 18, VR03: 12, VR04: 11, VR05: 14, VR06: 22, VR07: 15, VR08: 14, VR09: 26, VR10: 16, VR11: 7, VR12: 9, VR13: 6,
  VR14: 6, VR15: 9, VR16: 18, VR17: 13, VR18: 10, VR19: 13, VR20: 24, VR21: 11, VR22: 21, VR23: 15, VR24: 16, VR25: 6,
};

const under = (command: string): string[] => regions.filter((region) => region.command.name === command).map((region) => region.code.slice(2));

describe('regions', () => {
  it('are the 25 codes VR01 to VR25, each once', () => {
    expect(regions.map((region) => region.code)).toEqual(Object.keys(members));
  });

  it('stand under the three commands of the division of 21 June 2024', () => {
    expect(under('RMC Noord')).toEqual(['01', '02', '03', '04', '05', '09', '14', '25']);
    expect(under('RMC West/Midden')).toEqual(['06', '07', '08', '10', '11', '12', '13', '15', '16']);
    expect(under('RMC Zuid')).toEqual(['17', '18', '19', '20', '21', '22', '23', '24']);
  });

  it('have one brigade and seat for each command', () => {
    const seats = new Set(regions.map(({ command }) => `${command.name}, ${command.brigade}, ${command.seat}`));
    expect([...seats].toSorted()).toEqual([
      'RMC Noord, 43 Gemechaniseerde Brigade, Havelte',
      'RMC West/Midden, 11 Luchtmobiele Brigade, Schaarsbergen',
      'RMC Zuid, 13 Lichte Brigade, Oirschot',
    ]);
  });

  it('keep the statutory name where the annex of the Wvr differs', () => {
    const differing = regions.filter((region) => region.statutoryName !== undefined).map((region) => `${region.code} ${region.statutoryName}`);
    expect(differing).toEqual(['VR10 Noord-Holland-Noord', 'VR18 Zuid-Holland-Zuid', 'VR24 Limburg-Zuid']);
  });

  it('know the old RMC West only in Utrecht, Noord-Holland and Zuid-Holland', () => {
    const old = regions.filter((region) => region.command.formerNames.includes('RMC West')).map((region) => Number(region.code.slice(2)));
    expect(old).toEqual([9, 10, 11, 12, 13, 14, 15, 16, 17, 18]);
  });

  it('belong to ten police units', () => {
    expect(new Set(regions.map((region) => region.policeUnit)).size).toBe(10);
  });

  it('say which search words are our own', () => {
    const abbreviated = regions.filter((region) => region.aliases.some((alias) => /^V?[A-Z]{3,6}$/.test(alias)));
    expect(abbreviated.length).toBeGreaterThan(5);
    expect(abbreviated.filter((region) => !/Zoekhulp van Steunpunt|noemt de regio zich/.test(region.provenance.note ?? '')).map((region) => region.code)).toEqual([]);
  });
});

describe('municipalities', () => {
  it('are 342, with 342 codes', () => {
    expect(municipalities.length).toBe(342);
    expect(new Set(municipalities.map((one) => one.code)).size).toBe(342);
  });

  it('are as many per region as the list of June 2024 has', () => {
    const counted: Record<string, number> = {};
    for (const one of municipalities) counted[one.regionCode] = (counted[one.regionCode] ?? 0) + 1;
    expect(counted).toEqual(members);
  });

  it('have names that nobody can take for another', () => {
    expect(new Set(municipalities.map((one) => one.name)).size).toBe(342);
  });

  it.each([
    ['Den Haag', 'GM0518'],
    ['The Hague', 'GM0518'],
    ['Den Bosch', 'GM0796'],
    ['Bergen NH', 'GM0373'],
    ['Bergen Limburg', 'GM0893'],
    ['Zuidwest-Friesland', 'GM1900'],
    ['Tietjerksteradeel', 'GM0737'],
  ])('know %s as another name of %s', (alias, code) => {
    expect(municipalities.filter((one) => one.aliases.includes(alias)).map((one) => one.code)).toEqual([code]);
  });

  it('do not repeat their own name as another name', () => {
    expect(municipalities.filter((one) => one.aliases.includes(one.name) || new Set(one.aliases).size !== one.aliases.length).map((one) => one.name)).toEqual([]);
  });

  it('let Wijdemeren end in Hilversum on the last day of 2026, with the bill as source', () => {
    const ending = municipalities.filter((one) => one.validUntil !== undefined);
    expect(ending.map((one) => [one.name, one.validUntil, one.successor, one.regionCode])).toEqual([['Wijdemeren', '2026-12-31', 'GM0402', 'VR14']]);
    expect(municipalities.find((one) => one.code === 'GM0402')?.name).toBe('Hilversum');
    expect(ending[0]?.provenance.note).toContain('Wetsvoorstel Wijdemeren');
    expect(packOf('municipalities').sources['Wetsvoorstel Wijdemeren']?.date).toBe('2025-11-21');
  });
});

describe('the map', () => {
  const layer = z.object({ geometries: z.array(z.object({ properties: z.object({ code: z.string() }) })) });
  const topology = z.object({ type: z.literal('Topology'), objects: z.object({ vr_features: layer, gm_features: layer }) });
  const codes = (one: z.infer<typeof layer>): string[] => one.geometries.map((geometry) => geometry.properties.code).toSorted();
  const { objects } = topology.parse(packOf('map').entries[0]?.topology);

  it('draws exactly the regions and municipalities of the other packs', () => {
    expect(codes(objects.vr_features)).toEqual(regions.map((region) => region.code));
    expect(codes(objects.gm_features)).toEqual(municipalities.map((one) => one.code).toSorted());
  });

  it('names CBS and Kadaster in its licence, as CC BY asks', () => {
    expect(packOf('map').licence).toMatch(/CBS en Kadaster.*CC BY 4\.0/);
  });
});
