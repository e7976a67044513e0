import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { regionMap } from '../../../renderer/features/contacts/map-shapes.ts';

/** Two squares beside each other on 52 degrees north, one of them with a hole. */
const topology = {
  type: 'Topology',
  objects: {
    vr_features: {
      type: 'GeometryCollection',
      geometries: [
        { type: 'Polygon', properties: { code: 'VR01' }, arcs: [[0, 1]] },
        { type: 'MultiPolygon', properties: { code: 'VR02' }, arcs: [[[-1, 2]]] },
      ],
    },
  },
  arcs: [
    [[5, 51.5], [5, 52.5]],
    [[5, 52.5], [4, 52.5], [4, 51.5], [5, 51.5]],
    [[5, 51.5], [6, 51.5], [6, 52.5], [5, 52.5]],
  ],
};

it('draws north up and west left, with a degree of longitude shorter than one of latitude', () => {
  const map = regionMap(topology);
  expect(map?.width).toBe(600);
  // two degrees of longitude at 52° north are as long as 1.2313 degrees of latitude
  expect(map?.height).toBe(Math.ceil(600 / (2 * Math.cos((52 * Math.PI) / 180))));
  expect(map?.shapes[0]?.path).toMatch(/^M300\.0 487\.3L300\.0 0\.0L0\.0 0\.0L0\.0 487\.3L300\.0 487\.3Z$/);
});

it('names as neighbours the regions that share a border', () => {
  expect(regionMap(topology)?.shapes.map(({ code, neighbours }) => [code, neighbours])).toEqual([
    ['VR01', ['VR02']],
    ['VR02', ['VR01']],
  ]);
});

it.each([null, {}, [], 'map', { type: 'Topology' }, { type: 'Topology', objects: {} }, { type: 'Topology', arcs: [], objects: { vr_features: { type: 'GeometryCollection', geometries: [] } } }])('draws nothing from %j', (value) => {
  expect(regionMap(value)).toBeUndefined();
});

const packFile = new URL('../../../db/packs/map.json', import.meta.url);
it('draws all 25 regions of the map pack, each with an area and at least one neighbour', () => {
  const pack: unknown = JSON.parse(readFileSync(packFile, 'utf8'));
  const entries = (pack as { entries: readonly { topology: unknown }[] }).entries;
  const map = regionMap(entries[0]?.topology);
  expect(map?.shapes.map((shape) => shape.code).sort()).toEqual(Array.from({ length: 25 }, (_, index) => `VR${String(index + 1).padStart(2, '0')}`));
  for (const shape of map?.shapes ?? []) {
    expect(shape.path.length, shape.code).toBeGreaterThan(100);
    expect(shape.neighbours.length, shape.code).toBeGreaterThan(0);
  }
});
