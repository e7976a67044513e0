import { expect, it } from 'vitest';
import { hoursUntil, packsOfNote } from '../../../renderer/features/workboard/attention.ts';
import type { PackSummary } from '../../../shared/domain/pack.ts';

const now = '2026-11-22T12:00:00.000Z';
const today = '2026-11-22';

const startsAt = (hour: string): string => `2026-11-${hour}:00+01:00[Europe/Amsterdam]`;
const pack = (id: string, validFrom: string, validUntil: string): PackSummary => ({
  id,
  kind: 'regions',
  version: '2026.1',
  date: validFrom,
  validFrom,
  validUntil,
  publisher: 'x',
  title: { nl: id, en: id },
  licence: 'x',
  entries: 1,
  sources: [],
});
it('counts whole hours to a start over time zones, below zero when it has passed', () => {
  const hours = (start: string): number | undefined => hoursUntil({ start }, now);
  expect([hours(startsAt('22T15')), hours('2026-11-24T12:00:00+00:00[UTC]'), hours(startsAt('22T11')), hoursUntil({}, now)]).toEqual([2, 48, -2, undefined]);
});

it('names packs that are outdated, end within thirty days or are not valid yet, and no others', () => {
  const packs = packsOfNote(
    [pack('valid', '2026-01-01', '2027-01-01'), pack('last-day', '2026-01-01', '2026-11-22'), pack('yesterday', '2026-01-01', '2026-11-21'), pack('in-30', '2026-01-01', '2026-12-22'), pack('tomorrow', '2026-11-23', '2027-12-31')],
    today,
  );
  expect(packs.map(({ pack: { id }, state }) => [id, state])).toEqual([
    ['last-day', 'endsSoon'],
    ['yesterday', 'outdated'],
    ['in-30', 'endsSoon'],
    ['tomorrow', 'notYet'],
  ]);
});
