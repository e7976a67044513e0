/**
 * The map of the regions as SVG paths. The projection is equirectangular with the longitudes shortened by the cosine of the middle
 * latitude: on the three degrees of the Netherlands the distortion is below the width of a line, and it needs no map library.
 */
import { feature, neighbors } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';

export interface RegionShape {
  readonly code: string;
  readonly path: string;
  /** codes of the regions that share a border on the map */
  readonly neighbours: readonly string[];
}

export interface RegionMap {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly RegionShape[];
}

type Position = readonly number[];
type Rings = readonly (readonly Position[])[];

/** width of the drawing in its own units; one decimal is then finer than a pixel */
const mapWidth = 600;

function isRegionTopology(value: unknown): value is Topology<{ vr_features: GeometryCollection<{ code: string }> }> {
  if (typeof value !== 'object' || value === null || !('type' in value) || value.type !== 'Topology' || !('objects' in value)) return false;
  const { objects } = value;
  return typeof objects === 'object' && objects !== null && 'vr_features' in objects;
}

/** The shapes of the regions in a topology, or nothing when it holds none. */
export function regionMap(topology: unknown): RegionMap | undefined {
  if (!isRegionTopology(topology)) return undefined;
  const { geometries } = topology.objects.vr_features;
  const near = neighbors(geometries);
  const codes = geometries.map(({ properties }) => (properties && 'code' in properties ? properties.code : ''));
  const areas = geometries.map((geometry): readonly Rings[] => {
    if (geometry.type === 'Polygon') return [feature(topology, geometry).geometry.coordinates];
    if (geometry.type === 'MultiPolygon') return feature(topology, geometry).geometry.coordinates;
    return [];
  });
  const points = areas.flat(3);
  if (points.length === 0) return undefined;

  let [west, east, south, north] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const [longitude = 0, latitude = 0] of points) {
    west = Math.min(west, longitude);
    east = Math.max(east, longitude);
    south = Math.min(south, latitude);
    north = Math.max(north, latitude);
  }
  const shorten = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = mapWidth / ((east - west) * shorten);
  const place = ([longitude = 0, latitude = 0]: Position): string => `${((longitude - west) * shorten * scale).toFixed(1)} ${((north - latitude) * scale).toFixed(1)}`;
  const drawn = (rings: Rings): string => rings.map((ring) => `M${ring.map(place).join('L')}Z`).join('');

  return {
    width: mapWidth,
    height: Math.ceil((north - south) * scale),
    shapes: codes.map((code, index) => ({
      code,
      path: (areas[index] ?? []).map(drawn).join(''),
      neighbours: (near[index] ?? []).map((other) => codes[other] ?? '').filter((other) => other !== ''),
    })),
  };
}
