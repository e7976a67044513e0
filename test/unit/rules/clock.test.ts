import { expect, it } from 'vitest';
import { clockDoubt } from '../../../shared/rules/clock.ts';

const now = '2026-11-22T09:00:00.000Z';
const times = new Map([
  ['calm', '2026-11-22T08:00:00.000Z'],
  ['future', '2031-01-01T00:00:00.000Z'],
]);
const doubt = (at: string, ...parents: string[]) => clockDoubt({ at, parents }, (revision) => times.get(revision), now);

it.each([
  ['a time between its parent and now', '2026-11-22T08:30:00.000Z', ['calm'], undefined],
  ['minutes before its parent: clocks differ by that', '2026-11-22T07:30:00.000Z', ['calm'], undefined],
  ['years before its parent', '2016-11-22T08:30:00.000Z', ['calm'], 'behind'],
  ['years after now', '2031-06-01T00:00:00.000Z', ['calm'], 'ahead'],
  ['before a parent whose own clock ran ahead: that one is told, not this', '2026-11-22T08:30:00.000Z', ['future'], undefined],
  ['no parent that is known', '2010-01-01T00:00:00.000Z', ['unknown'], undefined],
] as const)('%s', (_, at, parents, expected) => {
  expect(doubt(at, ...parents)).toBe(expected);
});
