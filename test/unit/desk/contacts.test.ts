import { describe, expect, it } from 'vitest';
import { dutyFaults, officesFor, reachOf, rosterOf } from '../../../renderer/features/contacts/contact-view.ts';
import type { Duty } from '../../../shared/domain/contact.ts';
import { packOf } from '../../helpers/packs.ts';

const contacts = packOf('contacts').entries;
const regions = packOf('regions').entries;

describe('the offices of a page', () => {
  it.each(regions.map(({ code }) => [code]))('%s has an RMOA and an RMC of its own, and every national office', (code) => {
    const { own, national } = officesFor(contacts, code);
    expect(own.map(({ id }) => id)).toEqual([`rmoa-${code.toLowerCase()}`, `rmc-${code.toLowerCase()}`]);
    expect(national.map(({ id }) => id)).toEqual(expect.arrayContaining(['locc', 'cbrn-response', 'eod', 'doc']));
    expect(own.length + national.length).toBe(contacts.length - 2 * (regions.length - 1));
  });

  it('puts what is public before what must be filled in, on the national page too', () => {
    const { own, national } = officesFor(contacts, undefined);
    expect(own).toEqual([]);
    const marks = national.map(({ placeholder }) => placeholder);
    expect(marks).toEqual(marks.toSorted((one, other) => Number(one) - Number(other)));
    expect(national.find(({ id }) => id === 'locc')?.channels.map(({ value }) => value)).toContain('088 662 80 48');
  });
});

describe('how well an office can be reached', () => {
  const [rmoa, locc] = [contacts.find(({ id }) => id === 'rmoa-vr24')!, contacts.find(({ id }) => id === 'locc')!];
  const completion = (channels: readonly { kind: 'phone'; value: string }[], note?: string) => ({ contactId: 'rmoa-vr24', channels: [...channels], savedAt: '2026-11-22T01:00:00.000Z', ...(note === undefined ? {} : { note }) });

  it('is open until the post fills in a number; a note alone is none', () => {
    expect(reachOf(rmoa, undefined)).toBe('open');
    expect(reachOf(rmoa, completion([], 'bel de meldkamer'))).toBe('open');
    expect(reachOf(rmoa, completion([{ kind: 'phone', value: '06 12 34 56 78' }]))).toBe('filled');
  });

  it('stays public when the post adds to what a pack says', () => {
    expect(reachOf(locc, completion([{ kind: 'phone', value: '06 12 34 56 78' }]))).toBe('public');
  });
});

describe('the roster', () => {
  const duty = (id: string, start: string, end: string, contactId = 'rmoa-vr24'): Duty => ({ id, contactId, start, end, who: id });
  const at = (text: string): number => Date.parse(text);
  // the night of 25 October 2026: at 03:00 CEST the clock goes back to 02:00 CET
  const early = duty('early', '2026-10-24T20:00:00+02:00[Europe/Amsterdam]', '2026-10-25T02:30:00+02:00[Europe/Amsterdam]');
  const late = duty('late', '2026-10-25T02:30:00+02:00[Europe/Amsterdam]', '2026-10-25T02:30:00+01:00[Europe/Amsterdam]');
  const after = duty('after', '2026-10-25T02:30:00+01:00[Europe/Amsterdam]', '2026-10-25T08:00:00+01:00[Europe/Amsterdam]');
  const foreign = duty('foreign', early.start, after.end, 'rmoa-vr01');
  const names = (instant: string): Readonly<Record<string, readonly string[]>> => {
    const { now, later, past } = rosterOf([after, foreign, late, early], new Set(['rmoa-vr24']), at(instant));
    return { now: now.map(({ id }) => id), later: later.map(({ id }) => id), past: past.map(({ id }) => id) };
  };

  it('knows who is on call in the hour that comes twice', () => {
    expect(names('2026-10-25T00:29:59Z')).toEqual({ now: ['early'], later: ['late', 'after'], past: [] });
    expect(names('2026-10-25T00:30:00Z')).toEqual({ now: ['late'], later: ['after'], past: ['early'] });
    expect(names('2026-10-25T01:30:00Z')).toEqual({ now: ['after'], later: [], past: ['late', 'early'] });
  });

  it('shows two at once when their duties overlap', () => {
    const second = duty('second', '2026-10-24T23:00:00+02:00[Europe/Amsterdam]', '2026-10-25T09:00:00+01:00[Europe/Amsterdam]');
    expect(rosterOf([second, early], new Set(['rmoa-vr24']), at('2026-10-24T22:00:00Z')).now.map(({ id }) => id)).toEqual(['early', 'second']);
  });
});

describe('a duty before it is saved', () => {
  const whole = { contactId: 'locc', start: '2026-11-22T08:00:00+01:00[Europe/Amsterdam]', end: '2026-11-22T20:00:00+01:00[Europe/Amsterdam]', who: 'piket' };

  it('has no fault when it is whole', () => expect(dutyFaults(whole)).toEqual({}));
  it('misses what is empty', () => expect(dutyFaults({ contactId: null, start: null, end: null, who: ' ' })).toEqual({ contactId: 'missing', start: 'missing', end: 'missing', who: 'missing' }));
  it('ends after it begins, also when both are equal', () => {
    expect(dutyFaults({ ...whole, end: whole.start })).toEqual({ end: 'backwards' });
    expect(dutyFaults({ ...whole, start: whole.end, end: whole.start })).toEqual({ end: 'backwards' });
  });
});
