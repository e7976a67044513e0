import { describe, expect, it } from 'vitest';
import { dayOf, dayText, hoursBetween, moment, momentOfInstant, momentText, zoneText } from '../../../shared/domain/moment.ts';
import { citation } from '../../../shared/rules/citation.ts';

const between = (from: string, to: string): number => hoursBetween(moment(from)!, moment(to)!);

describe('a moment', () => {
  it.each([
    ['nothing', undefined],
    ['no such day', '2021-02-30T18:00:00+01:00[Europe/Amsterdam]'],
    ['a zone that does not exist', '2021-07-14T18:00:00+02:00[Mars/Base]'],
    ['an offset that the zone never had then', '2021-07-14T18:00:00+05:00[Europe/Amsterdam]'],
    ['plain words', 'morgenavond'],
  ])('is not read from %s', (_, text) => {
    expect(moment(text)).toBeUndefined();
  });

  it('is said with its zone', () => {
    expect(momentText(moment('2021-07-14T18:00:00+02:00[Europe/Amsterdam]')!)).toBe('14-07-2021 18:00 (CEST)');
    expect(momentText(momentOfInstant('2026-11-22T02:14:00.000Z')!)).toBe('22-11-2026 03:14 (CET)');
    expect(zoneText(moment('2021-07-14T12:00:00-04:00[America/Curacao]')!)).toBe('UTC-04:00');
    expect(zoneText(momentOfInstant('2026-11-22T02:14:00.000Z', 'UTC')!)).toBe('UTC');
  });

  it('lies on the day of its own zone, not of UTC', () => {
    expect(dayOf(moment('2021-07-14T00:30:00+02:00[Europe/Amsterdam]')!)).toBe('2021-07-14');
    expect(dayText('2021-07-14')).toBe('14-07-2021');
  });

  it('counts real hours between zones and over the change of the clock', () => {
    expect(between('2021-07-14T12:00:00-04:00[America/Curacao]', '2021-07-14T18:00:00+02:00[Europe/Amsterdam]')).toBe(0);
    expect(between('2026-03-28T18:00:00+01:00[Europe/Amsterdam]', '2026-03-29T18:00:00+02:00[Europe/Amsterdam]')).toBe(23);
    expect(between('2026-10-24T18:00:00+02:00[Europe/Amsterdam]', '2026-10-25T18:00:00+01:00[Europe/Amsterdam]')).toBe(25);
  });
});

describe('a citation', () => {
  it('reads as a person would write it', () => {
    expect(citation({ source: 'Wvr', at: 'art. 51 lid 1' })).toBe('Wvr art. 51 lid 1');
    expect(citation({ source: 'S1', at: 'antwoord 44' })).toBe('Beantwoording Kamervragen 15-07-2025, antwoord 44');
    expect(citation({ source: 'NCTV' })).toBe('NCTV');
  });
});
