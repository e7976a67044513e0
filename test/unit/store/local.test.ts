/** What the post itself knows: completions of contacts, duties, notes. Apart from the packs, and there after a newer pack. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { completeContact, completions, duties, removeDuty, saveDuty } from '../../../db/local/contacts.ts';
import { halfTyped, keepTyped } from '../../../db/local/half-typed.ts';
import { notes, saveNote } from '../../../db/local/notes.ts';
import { loadPacks } from '../../../db/packs/load.ts';
import { readReference } from '../../../db/packs/reference.ts';
import { calls } from '../../../shared/contract.ts';
import { codeOf, testStore } from '../../helpers/store.ts';
import { samplePack, writePack } from '../../helpers/sample-packs.ts';

const at = (hour: string, day = '22'): string => `2026-11-${day}T${hour}:00+01:00[Europe/Amsterdam]`;
const channels = [{ kind: 'phone' as const, value: '043 000 00 00' }];

test('a completion takes the place of the one before, and goes when nothing is left of it', () => {
  const { desk, file } = testStore();
  expect(desk.reference.contacts.map(({ id }) => id)).toEqual(['locc', 'rmoa-vr24']);
  completeContact(desk, { contactId: 'rmoa-vr24', channels, note: ' vraag naar het piket ' });
  const kept = completeContact(desk, { contactId: 'rmoa-vr24', channels, note: 'ook via de meldkamer' });
  expect(completions(file)).toEqual([kept]);
  expect(calls['contacts.all'].output.safeParse({ contacts: desk.reference.contacts, completions: completions(file), duties: [] }).error).toBeUndefined();
  completeContact(desk, { contactId: 'rmoa-vr24', channels: [], note: '  ' });
  expect(completions(file)).toEqual([]);
});

test('a contact or capability that no pack holds takes nothing', async () => {
  const { desk } = testStore();
  expect(await codeOf(() => completeContact(desk, { contactId: 'nobody', channels }))).toBe('reference.unknown');
  expect(await codeOf(() => saveDuty(desk, { contactId: 'nobody', start: at('08:00'), end: at('16:00'), who: 'piket' }))).toBe('reference.unknown');
  expect(await codeOf(() => saveNote(desk, 'nothing', 'x'))).toBe('reference.unknown');
  expect(await codeOf(() => saveNote(desk, 'constructor', 'x'))).toBe('reference.unknown');
});

test('duties are told in the order in which they begin, change by id and go', async () => {
  const { desk, file } = testStore();
  const late = saveDuty(desk, { contactId: 'locc', start: at('16:00'), end: at('23:00'), who: 'late dienst' });
  // earlier than the other although its text sorts after it: another offset
  const early = saveDuty(desk, { contactId: 'locc', start: '2026-11-22T17:00+03:00[Europe/Moscow]', end: at('16:00'), who: 'vroege dienst', phone: '06' });
  expect(duties(file)).toEqual([early, late]);
  const { phone: _phone, ...without } = early;
  expect(saveDuty(desk, { ...without, who: 'reserve' })).toEqual({ ...without, who: 'reserve' });
  expect(duties(file)[0]).toEqual({ ...without, who: 'reserve' });
  removeDuty(file, early.id);
  removeDuty(file, early.id);
  expect(duties(file)).toEqual([late]);
  expect(await codeOf(() => saveDuty(desk, { ...late, id: randomUUID() }))).toBe('entry.unknown');
});

test('a duty ends after it begins, by the clock of the zone', async () => {
  const { desk } = testStore();
  const duty = (start: string, end: string) => () => saveDuty(desk, { contactId: 'locc', start, end, who: 'piket' });
  expect(await codeOf(duty(at('16:00'), at('16:00')))).toBe('input.invalid');
  expect(await codeOf(duty(at('16:00'), '2026-11-22T16:30+02:00[Europe/Helsinki]'))).toBe('input.invalid');
  expect(await codeOf(duty('2026-02-31T16:00+01:00[Europe/Amsterdam]', at('16:00')))).toBe('input.invalid');
});

test('notes and completions are there when a newer pack has replaced what they speak of', () => {
  const { desk, file, packs } = testStore();
  saveNote(desk, 'boats', 'vlet ligt in Roermond');
  completeContact(desk, { contactId: 'rmoa-vr24', channels });
  writePack(packs, 'contacts', { ...samplePack('contacts'), version: '2026.2', entries: [] });
  writePack(packs, 'capabilities', { ...samplePack('capabilities'), version: '2026.2', entries: [] });
  expect(loadPacks(file, { folder: packs, at: desk.now().toISOString() }).loaded.toSorted()).toEqual(['capabilities', 'contacts']);
  expect(readReference(file).contacts).toEqual([]);
  expect(notes(file)).toMatchObject([{ capabilityId: 'boats', text: 'vlet ligt in Roermond' }]);
  expect(completions(file)).toMatchObject([{ contactId: 'rmoa-vr24', channels }]);
});

test('an empty note removes the note', () => {
  const { desk, file } = testStore();
  saveNote(desk, 'boats', 'een');
  saveNote(desk, 'boats', 'twee');
  expect(notes(file)).toMatchObject([{ text: 'twee' }]);
  saveNote(desk, 'boats', ' ');
  expect(notes(file)).toEqual([]);
});

test('what is half typed is kept by place and form, and goes when the form is empty', () => {
  const { desk, file } = testStore();
  const place = randomUUID();
  keepTyped(desk, place, { logEntry: { text: 'De Geul st', kind: 'call' }, logCorrection: { text: 'Dertig' } });
  keepTyped(desk, randomUUID(), { logEntry: { text: 'elders' } });
  keepTyped(desk, place, { logEntry: { text: 'De Geul stijgt', kind: 'call', at: '' } });
  expect(halfTyped(file, place)).toEqual({ logEntry: { text: 'De Geul stijgt', kind: 'call', at: '' }, logCorrection: { text: 'Dertig' } });
  const change = { place, changes: { logEntry: null } };
  expect(calls['typing.keep'].input.safeParse(change).error).toBeUndefined();
  keepTyped(desk, change.place, change.changes);
  keepTyped(desk, change.place, change.changes);
  expect(halfTyped(file, place)).toEqual({ logCorrection: { text: 'Dertig' } });
  expect(halfTyped(file, 'nergens')).toEqual({});
});
