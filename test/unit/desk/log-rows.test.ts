import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byDay, filterRows, joined, logRows } from '../../../renderer/features/dossiers/log-rows.ts';
import { sizeText } from '../../../renderer/app/size.ts';
import { type LogEntry, type LogEntryKind, logEntryKind } from '../../../shared/domain/log-entry.ts';
import { say } from '../../../shared/messages/index.ts';

/** An entry of Dutch summer time; written as it happened unless told otherwise. */
const entry = (id: string, clock: string, more: Partial<LogEntry> = {}): LogEntry => ({
  id,
  dossierId: 'd',
  kind: 'entry',
  at: `2021-07-14T${clock}:00+02:00[Europe/Amsterdam]`,
  writtenAt: new Date(`2021-07-14T${clock}:20+02:00`).toISOString(),
  text: `text of ${id}`,
  author: { post: 'ZL-01', function: 'rmoa' },
  ...more,
});
const words: Record<LogEntryKind, string> = { entry: 'melding', preAnnouncement: 'vooraankondiging', decision: 'besluit', call: 'gesprek' };
const kindWord = (kind: LogEntryKind): string => words[kind];
const ids = (rows: ReturnType<typeof logRows>): readonly string[] => rows.map((row) => row.entry.id);
const all = { text: '', kind: undefined };

describe('the log as it is read', () => {
  it('stands in the order in which things happened, newest first, not in the order of writing', () => {
    const late = entry('late', '13:00', { writtenAt: '2021-07-14T20:00:00.000Z' });
    expect(ids(logRows([entry('b', '14:10'), late, entry('a', '14:00')]))).toEqual(['b', 'a', 'late']);
  });

  it('compares moments, not clocks: 10:30 UTC lies between 12:00 and 13:00 in Limburg', () => {
    const utc = entry('utc', '12:30', { at: '2021-07-14T10:30:00+00:00[UTC]' });
    expect(ids(logRows([entry('noon', '12:00'), utc, entry('one', '13:00')]))).toEqual(['one', 'utc', 'noon']);
  });

  it('puts the last written first within one minute', () => {
    expect(ids(logRows([entry('first', '14:00'), entry('second', '14:00', { writtenAt: '2021-07-14T12:00:40.000Z' })]))).toEqual(['second', 'first']);
  });

  it('says that an entry was recorded afterwards, but not when it was typed on the spot', () => {
    const [spot, after] = [entry('spot', '14:00'), entry('after', '13:00', { writtenAt: '2021-07-14T12:00:00.000Z' })].map((one) => logRows([one])[0]);
    expect([spot?.isRecordedLater, after?.isRecordedLater]).toEqual([false, true]);
  });

  it('joins a wrong entry to the last of its corrections, and a correction to what it puts right', () => {
    const wrong = entry('wrong', '14:00');
    const first = entry('first', '14:00', { corrects: 'wrong', writtenAt: '2021-07-14T12:10:00.000Z' });
    const last = entry('last', '14:00', { corrects: 'wrong', writtenAt: '2021-07-14T12:20:00.000Z' });
    const rows = new Map(logRows([wrong, last, first]).map((row) => [row.entry.id, row]));
    expect(rows.get('wrong')?.correctedBy?.id).toBe('last');
    expect(rows.get('last')?.corrects?.id).toBe('wrong');
    expect(rows.get('last')?.correctedBy).toBeUndefined();
  });

  it('holds an entry that the store gave and acknowledged only once', () => {
    expect(joined([entry('a', '14:00')], [entry('a', '14:00'), entry('b', '14:01')]).map(({ id }) => id)).toEqual(['a', 'b']);
  });

  it('stands under the day on which it happened in the Netherlands', () => {
    const days = byDay(logRows([entry('night', '00:10'), entry('eve', '23:50', { at: '2021-07-13T23:50:00+02:00[Europe/Amsterdam]' })]));
    expect(days.map(({ day, rows }) => [day, rows.length])).toEqual([
      ['2021-07-14', 1],
      ['2021-07-13', 1],
    ]);
  });
});

describe('finding in the log', () => {
  const log = [
    entry('flood', '14:00', { text: 'De Geul stijgt bij Valkenburg' }),
    entry('call', '14:05', { kind: 'call', text: 'LOCC gebeld' }),
    entry('wrong', '14:10', { text: '300 zandzakken nodig' }),
    entry('right', '14:20', { text: '30.000 gevulde zakken nodig', corrects: 'wrong', kind: 'decision' }),
  ];
  const find = (text: string, kind?: LogEntryKind): readonly string[] => ids(filterRows(logRows(log), { text, kind }, kindWord));

  it('wants every word, in any case, also in the kind', () => {
    expect(find('VALKENBURG geul')).toEqual(['flood']);
    expect(find('gesprek')).toEqual(['call']);
    expect(find('geul locc')).toEqual([]);
  });

  it('never gives a wrong entry without what puts it right', () => {
    expect(find('zandzakken')).toEqual(['right', 'wrong']);
    expect(find('', 'entry')).toEqual(['right', 'wrong', 'flood']);
  });

  it('gives all when nothing is asked', () => expect(ids(filterRows(logRows(log), all, kindWord))).toEqual(['right', 'wrong', 'call', 'flood']));

  const anyLog = fc
    .array(fc.record({ minute: fc.integer({ min: 0, max: 59 }), kind: fc.constantFrom(...logEntryKind.options), text: fc.constantFrom('water', 'zakken', 'water zakken', 'pont'), corrects: fc.option(fc.nat({ max: 30 })) }), { maxLength: 30 })
    .map((parts) =>
      parts.map(({ minute, kind, text, corrects }, index) =>
        entry(`e${index}`, `14:${String(minute).padStart(2, '0')}`, {
          kind,
          text,
          writtenAt: new Date(Date.UTC(2021, 6, 14, 13, 0, index)).toISOString(),
          // an entry can only put right what was written before it
          ...(corrects !== null && corrects < index ? { corrects: `e${corrects}` } : {}),
        }),
      ),
    );

  it('holds that for any log, keeps every entry unchanged, and keeps the order', () => {
    fc.assert(
      fc.property(anyLog, fc.constantFrom('', 'water', 'zakken pont'), fc.option(fc.constantFrom(...logEntryKind.options), { nil: undefined }), (entries, text, kind) => {
        const rows = logRows(entries);
        expect(new Set(rows.map((row) => row.entry))).toEqual(new Set(entries));
        const shown = filterRows(rows, { text, kind }, kindWord);
        const shownIds = new Set(shown.map((row) => row.entry.id));
        for (const { correctedBy } of shown) if (correctedBy) expect(shownIds).toContain(correctedBy.id);
        expect(rows.filter((row) => shown.includes(row))).toEqual(shown);
        if (text === '' && kind === undefined) expect(shown).toHaveLength(entries.length);
      }),
      { verbose: 1 },
    );
  });
});

it('says sizes in the units of the limit, rounded before the unit is chosen', () => {
  const size = (bytes: number): string => sizeText(bytes, (id, values) => say('nl', id, values));
  expect([size(1), size(999), size(1000), size(1234), size(999_949), size(999_950), size(25_000_000)]).toEqual(['1 byte', '999 bytes', '1 kB', '1,2 kB', '999,9 kB', '1 MB', '25 MB']);
});
