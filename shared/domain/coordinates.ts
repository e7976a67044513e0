/**
 * Coordinates as people read them from a telephone or a map: WGS84 in degrees, minutes or seconds, and the Dutch grid (RD). Between
 * the two goes the approximation of Schreutelkamp and Strang van Hees (Geodesia, 2001), better than half a metre in the Netherlands.
 */

export interface Coordinates {
  /** degrees north, WGS84 */
  readonly lat: number;
  /** degrees east, WGS84 */
  readonly lon: number;
}

/** 'numbers': not one pair; 'range': no such degrees, minutes or seconds; 'letters': the letters are not one of N, Z (S) and one of O (E), W */
export type CoordinatesFault = 'numbers' | 'range' | 'letters';
export type ReadCoordinates = { readonly ok: true; readonly at: Coordinates } | { readonly ok: false; readonly fault: CoordinatesFault };

export function readCoordinates(typed: string): ReadCoordinates {
  const text = typed.trim().toUpperCase();
  const grid = readGrid(text);
  if (grid) return grid;
  const plain = withPoints(text);
  const numbers = (plain.match(/-?\d+(?:\.\d+)?/g) ?? []).map(Number);
  const size = numbers.length / 2;
  if (size !== 1 && size !== 2 && size !== 3) return wrong('numbers');
  const letters = (plain.match(/[A-Z]+/g) ?? []).join('').replaceAll('Z', 'S').replaceAll('O', 'E');
  if (!/^([NS][EW]|[EW][NS])?$/.test(letters)) return wrong('letters');
  const first = degrees(numbers.slice(0, size));
  const second = degrees(numbers.slice(size));
  if (first === undefined || second === undefined) return wrong('range');
  const pair = [signed(first, letters[0]), signed(second, letters[1])] as const;
  const eastFirst = letters.startsWith('E') || letters.startsWith('W');
  const [lat, lon] = eastFirst ? [pair[1], pair[0]] : pair;
  return Math.abs(lat) > 90 || Math.abs(lon) > 180 ? wrong('range') : { ok: true, at: { lat: rounded(lat), lon: rounded(lon) } };
}

const wrong = (fault: CoordinatesFault): ReadCoordinates => ({ ok: false, fault });
const signed = (value: number, letter: string | undefined): number => (letter === 'S' || letter === 'W' ? -Math.abs(value) : value);
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6;

/** A decimal comma becomes a point. Where a point stands already, commas part the two numbers. */
const withPoints = (text: string): string => (text.includes('.') ? text : text.replace(/(\d),(\d)/g, '$1.$2'));

/** Degrees, minutes and seconds as one number; nothing when minutes or seconds are none. */
function degrees(parts: readonly number[]): number | undefined {
  const [whole = 0, minutes = 0, seconds = 0] = parts;
  if ([minutes, seconds].some((part) => part < 0 || part >= 60)) return undefined;
  const size = Math.abs(whole) + minutes / 60 + seconds / 3600;
  return Object.is(whole, -0) || whole < 0 ? -size : size;
}

/** 'RD 186500 319300', '186.500 / 319.300', 'X 186500 Y 319300': whole metres of the Dutch grid. */
function readGrid(text: string): ReadCoordinates | undefined {
  const found = /^(?:RD[\s:]*)?(?:X[\s:=]*)?(\d{1,3})[ .]?(\d{3})(?:\s*[,;/]\s*|\s+)(?:Y[\s:=]*)?(\d{3})[ .]?(\d{3})$/.exec(text);
  if (!found) return undefined;
  const grid = { x: Number(`${found[1]}${found[2]}`), y: Number(`${found[3]}${found[4]}`) };
  return isOnGrid(grid) ? { ok: true, at: fromGrid(grid) } : wrong('range');
}

export interface GridPoint {
  /** metres east and north in RD */
  readonly x: number;
  readonly y: number;
}

const isOnGrid = ({ x, y }: GridPoint): boolean => x >= 0 && x <= 290_000 && y >= 300_000 && y <= 630_000;

/** [power of the first, power of the second, factor] */
type Term = readonly [number, number, number];
const sum = (terms: readonly Term[], a: number, b: number): number => terms.reduce((total, [p, q, factor]) => total + factor * a ** p * b ** q, 0);

/** Amersfoort, the middle of the grid */
const middle = { x: 155_000, y: 463_000, lat: 52.1551744, lon: 5.38720621 };
const toLat: readonly Term[] = [
  [0, 1, 3235.65389], [2, 0, -32.58297], [0, 2, -0.2475], [2, 1, -0.84978], [0, 3, -0.0655], [2, 2, -0.01709], [1, 0, -0.00738], [4, 0, 0.0053], [2, 3, -0.00039], [4, 1, 0.00033], [1, 1, -0.00012],
];
const toLon: readonly Term[] = [
  [1, 0, 5260.52916], [1, 1, 105.94684], [1, 2, 2.45656], [3, 0, -0.81885], [1, 3, 0.05594], [3, 1, -0.05607], [0, 1, 0.01199], [3, 2, -0.00256], [1, 4, 0.00128], [0, 2, 0.00022], [2, 0, -0.00022], [5, 0, 0.00026],
];
const toX: readonly Term[] = [
  [0, 1, 190_094.945], [1, 1, -11_832.228], [2, 1, -114.221], [0, 3, -32.391], [1, 0, -0.705], [3, 1, -2.34], [1, 3, -0.608], [0, 2, -0.008], [2, 3, 0.148],
];
const toY: readonly Term[] = [
  [1, 0, 309_056.544], [0, 2, 3638.893], [2, 0, 73.077], [1, 2, -157.984], [3, 0, 59.788], [0, 1, 0.433], [2, 2, -6.439], [1, 1, -0.032], [0, 4, 0.092], [1, 4, -0.054],
];

function fromGrid({ x, y }: GridPoint): Coordinates {
  const [dx, dy] = [(x - middle.x) * 1e-5, (y - middle.y) * 1e-5];
  return { lat: rounded(middle.lat + sum(toLat, dx, dy) / 3600), lon: rounded(middle.lon + sum(toLon, dx, dy) / 3600) };
}

/** The point on the Dutch grid in whole metres; nothing outside the Netherlands. */
export function toGrid({ lat, lon }: Coordinates): GridPoint | undefined {
  if (lat < 50.5 || lat > 53.8 || lon < 3.1 || lon > 7.4) return undefined;
  const [dLat, dLon] = [0.36 * (lat - middle.lat), 0.36 * (lon - middle.lon)];
  const grid = { x: Math.round(middle.x + sum(toX, dLat, dLon)), y: Math.round(middle.y + sum(toY, dLat, dLon)) };
  return isOnGrid(grid) ? grid : undefined;
}

/** `50.86520, 5.83200`: as navigation takes it, five decimals, a metre */
export const coordinatesText = ({ lat, lon }: Coordinates): string => `${lat.toFixed(5)}, ${lon.toFixed(5)}`;

/** `RD 186500, 319300` where there is a grid. */
export function gridText(at: Coordinates): string | undefined {
  const grid = toGrid(at);
  return grid ? `RD ${grid.x}, ${grid.y}` : undefined;
}
