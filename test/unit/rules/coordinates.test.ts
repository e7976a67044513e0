/** Coordinates as people read them to each other: every usual way gives the same point, and what is no point says why. */
import { describe, expect, it } from 'vitest';
import { coordinatesText, gridText, readCoordinates, toGrid } from '../../../shared/domain/coordinates.ts';

const valkenburg = '50.86520, 5.83200';

describe('coordinates', () => {
  it.each([
    '50.8652, 5.8320', '50.8652,5.832', '50,8652 5,8320', '50,8652; 5,8320', 'N 50.8652 E 5.8320', '50.8652N 5.832O', '5,832 O 50,8652 N', 'n50 51.912 o5 49.92', `50°51'54.72"N 5°49'55.2"E`,
  ])('%s is read', (typed) => {
    const found = readCoordinates(typed);
    expect(found.ok && coordinatesText(found.at)).toBe(valkenburg);
  });

  it.each([
    ['12.1 N 68.9 W', { lat: 12.1, lon: -68.9 }],
    ['12,1 -68,9', { lat: 12.1, lon: -68.9 }],
    ['Z 1.5 W 2.5', { lat: -1.5, lon: -2.5 }],
    ['-0 30 0, 5 0 0', { lat: -0.5, lon: 5 }],
  ])('%s keeps its side of the world', (typed, at) => {
    expect(readCoordinates(typed)).toEqual({ ok: true, at });
  });

  // the Westertoren in Amsterdam, a point whose two coordinates the Kadaster gives
  it.each(['RD 120700 487525', '120700, 487525', 'x 120700 y 487525', '120.700 / 487.525', '120 700; 487 525'])('%s is read as the Dutch grid', (typed) => {
    const found = readCoordinates(typed);
    expect(found.ok && [found.at.lat.toFixed(4), found.at.lon.toFixed(4)]).toEqual(['52.3745', '4.8835']);
  });

  it('gives the grid back to the metre over the whole country', () => {
    for (let x = 20_000; x <= 270_000; x += 25_000) {
      for (let y = 320_000; y <= 600_000; y += 40_000) {
        const found = readCoordinates(`${x} ${y}`);
        const back = found.ok ? toGrid(found.at) : undefined;
        if (back) expect(Math.max(Math.abs(back.x - x), Math.abs(back.y - y)), `${x} ${y}`).toBeLessThanOrEqual(1);
      }
    }
  });

  it('has no Dutch grid outside the Netherlands', () => {
    expect([gridText({ lat: 12.1, lon: -68.9 }), gridText({ lat: 52.37453, lon: 4.88353 })]).toEqual([undefined, 'RD 120701, 487525']);
  });

  it.each([
    ['Valkenburg', 'numbers'],
    ['50.8652', 'numbers'],
    ['50 71 5 4', 'range'],
    ['50.86 5.83 12', 'numbers'],
    ['95.1, 5.8', 'range'],
    ['50 61.2, 5 49.9', 'range'],
    ['50.8 N 5.8 N', 'letters'],
    ['50.8 X 5.8 Y', 'letters'],
    ['186500 219300', 'range'],
  ] as const)('%s is refused: %s', (typed, fault) => {
    expect(readCoordinates(typed)).toEqual({ ok: false, fault });
  });
});
