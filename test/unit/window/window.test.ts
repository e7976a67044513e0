/** The parts of the window that need no window: addresses, palette, shortcuts, moments, validity, formats. */
import { describe, expect, it } from 'vitest';
import { formatFor } from '../../../renderer/app/language/format.ts';
import { type Command, findCommands, groupEntries, routeOfHit } from '../../../renderer/app/palette/entries.ts';
import { type Route, href, parseHash } from '../../../renderer/app/routes.ts';
import { flushAll, registerFlusher, reportSave, useSaveState } from '../../../renderer/app/save-state.ts';
import { keysOf } from '../../../renderer/app/shortcuts.ts';
import { validityOf } from '../../../renderer/features/packs/validity.ts';
import { momentFromText, otherReading, zoneName } from '../../../renderer/ui/zoned.ts';
import { parseZonedDateTime } from '@internationalized/date';
import type { SearchHit } from '../../../shared/domain/search.ts';

describe('addresses', () => {
  const routes: readonly Route[] = [
    { room: 'workboard' },
    { room: 'dossiers' },
    { room: 'dossier', id: '0198c7d2-3f60-7000-8000-000000000002' },
    { room: 'requests' },
    { room: 'request', id: '0198c7d2-3f60-7000-8000-000000000001' },
    { room: 'catalogue' },
    { room: 'catalogue', id: 'helicopter-blussen' },
    { room: 'contacts' },
    { room: 'contacts', code: 'VR24' },
    { room: 'legalBases' },
    { room: 'legalBases', id: 'wvr-51' },
    { room: 'packs' },
    { room: 'settings' },
    { room: 'design' },
  ];
  it.each(routes)('lead back to where they came from: %o', (route) => expect(parseHash(href(route))).toEqual(route));
  it('begin at the workboard', () => expect(parseHash('')).toEqual({ room: 'workboard' }));
  it.each(['#/nergens', '#/verzoeken/1/2', '#main'])('that do not exist are unknown: %s', (hash) => expect(parseHash(hash)).toEqual({ room: 'unknown' }));
  it('survive a broken escape', () => expect(parseHash('#/catalogus/%E0%A4%A')).toEqual({ room: 'catalogue', id: '%E0%A4%A' }));
});

describe('the palette', () => {
  const command = (title: string, words = ''): Command => ({ key: title, title, words, run: () => {} });
  const commands = [command('Nieuw verzoek', 'Bijstand Wvr art. 51'), command('Ga naar Verzoeken'), command('Vergrendel')];
  const hit = (kind: SearchHit['kind'], ref: string, title: string): SearchHit => ({ kind, ref, title: { nl: title, en: title }, subtitle: { nl: '', en: '' }, ...(kind === 'municipality' ? { regionCode: 'VR24' } : {}) });
  const kinds = (text: string, hits: readonly SearchHit[]) => groupEntries({ text, commands, hits, locale: 'nl', open: () => {} }).map((group) => group.kind);

  it('finds a command by the beginnings of its words, in any order', () => {
    expect(findCommands(commands, 'ver nieuw').map(({ title }) => title)).toEqual(['Nieuw verzoek']);
    expect(findCommands(commands, 'wvr 51').map(({ title }) => title)).toEqual(['Nieuw verzoek']);
  });
  it('starts with a new request when nothing is typed', () => expect(groupEntries({ text: '', commands, hits: [], locale: 'nl', open: () => {} })[0]?.entries[0]?.title).toBe('Nieuw verzoek'));
  it('puts a command first when what is typed begins it', () => expect(kinds('nieuw', [hit('municipality', 'GM0356', 'Nieuwegein')])).toEqual(['command', 'municipality']));
  it('puts what was found first otherwise, best kind first', () => expect(kinds('ver', [hit('capability', 'vervoer', 'Vervoer'), hit('region', 'VR01', 'Ver')])).toEqual(['command', 'capability', 'region']));
  it('leaves commands out that do not fit', () => expect(kinds('valkenburg', [hit('municipality', 'GM0994', 'Valkenburg aan de Geul')])).toEqual(['municipality']));
  it('leads a municipality to its region', () => expect(routeOfHit(hit('municipality', 'GM0994', 'Valkenburg aan de Geul'))).toEqual({ room: 'contacts', code: 'VR24' }));
});

describe('shortcuts', () => {
  const press = (key: string, more: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey', boolean>> = {}) =>
    keysOf({ key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more });
  it('read as they are written', () => {
    expect(press('k', { ctrlKey: true })).toBe('Ctrl+K');
    expect(press('L', { ctrlKey: true, shiftKey: true })).toBe('Ctrl+Shift+L');
    expect(press('1', { altKey: true })).toBe('Alt+1');
    expect(press('Tab', { shiftKey: true })).toBe('Shift+Tab');
  });
  it('take ? as ?, whatever keys a keyboard needs for it', () => expect(press('?', { shiftKey: true })).toBe('?'));
});

describe('moments', () => {
  it('are read as people write them, in Dutch time', () => {
    expect(momentFromText('14-07-2021 18:00')).toBe('2021-07-14T18:00:00+02:00[Europe/Amsterdam]');
    expect(momentFromText(' 1/2/2026, 9.05 uur')).toBe('2026-02-01T09:05:00+01:00[Europe/Amsterdam]');
  });
  it.each(['31-02-2026 10:00', '14-07-2021', '14-13-2021 18:00', '14-07-2021 25:00', '29-03-2026 02:30', 'morgen'])('that do not exist are not read: %s', (text) => expect(momentFromText(text)).toBeUndefined());
  it('name their zone', () => {
    expect(zoneName(parseZonedDateTime('2021-07-14T18:00:00+02:00[Europe/Amsterdam]'))).toBe('CEST');
    expect(zoneName(parseZonedDateTime('2021-12-14T18:00:00+01:00[Europe/Amsterdam]'))).toBe('CET');
  });
  it('offer the other reading in the hour that comes twice, and only there', () => {
    const first = parseZonedDateTime('2026-10-25T02:30:00+02:00[Europe/Amsterdam]');
    expect(otherReading(first)?.toString()).toBe('2026-10-25T02:30:00+01:00[Europe/Amsterdam]');
    expect(otherReading(parseZonedDateTime('2026-10-25T03:30:00+01:00[Europe/Amsterdam]'))).toBeNull();
  });
});

describe('formats', () => {
  it('are Dutch in Dutch', () => {
    const nl = formatFor('nl');
    expect(nl.number(12_500.5)).toBe('12.500,5');
    expect(nl.date('2026-12-31')).toBe('31-12-2026');
    expect(nl.dateTimeZone('2021-07-14T16:00:00.000Z')).toBe('14-07-2021 18:00 CEST');
    expect(nl.dateTime('2021-07-14T18:00:00+02:00[Europe/Amsterdam]')).toBe('14-07-2021 18:00');
    expect(nl.clock('2026-11-22T13:03:12.000Z')).toBe('14:03:12');
  });
  it('are English in English, still in Dutch time', () => expect(formatFor('en').dateTimeZone('2021-07-14T16:00:00.000Z')).toBe('14 Jul 2021 18:00 CEST'));
});

describe('the validity of a pack', () => {
  const pack = { validFrom: '2026-01-01', validUntil: '2026-12-31' };
  it.each([
    ['2025-12-31', 'notYet'],
    ['2026-01-01', 'valid'],
    ['2026-12-01', 'endsSoon'],
    ['2026-12-31', 'endsSoon'],
    ['2027-01-01', 'outdated'],
  ])('on %s is %s', (today, validity) => expect(validityOf(pack, today)).toBe(validity));
});

describe('the state of saving', () => {
  it('keeps the last acknowledged moment while a save is under way', () => {
    reportSave({ state: 'saved', at: '2026-11-22T13:03:12.000Z', seq: 12 });
    reportSave({ state: 'saving' });
    expect(useSaveState.getState().last).toEqual({ state: 'saving', at: '2026-11-22T13:03:12.000Z', seq: 12 });
  });

  it('waits for every flusher and says when one could not save', async () => {
    const done: string[] = [];
    const stopOne = registerFlusher(() => Promise.reject(new Error('disk full')));
    const stopOther = registerFlusher(async () => {
      await Promise.resolve();
      done.push('other');
    });
    expect(await flushAll()).toBe(false);
    expect(done).toEqual(['other']);
    stopOne();
    expect(await flushAll()).toBe(true);
    stopOther();
  });
});
