import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openPreferences } from '../../../electron/main/preferences.ts';
import { initialPreferences } from '../../../shared/domain/post.ts';

let folder: string;
const file = (name = 'preferences.json'): string => path.join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'preferences-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

it('begins with the initial preferences and writes nothing for reading', async () => {
  expect(await openPreferences(folder).read()).toEqual(initialPreferences);
  expect(readdirSync(folder)).toEqual([]);
});

it('keeps a change over a restart and the rest as it was', async () => {
  expect(await openPreferences(folder).change({ theme: 'night' })).toEqual({ ...initialPreferences, theme: 'night' });
  expect(await openPreferences(folder).read()).toEqual({ ...initialPreferences, theme: 'night' });
});

it('loses none of several changes at once', async () => {
  const preferences = openPreferences(folder);
  await Promise.all([preferences.change({ theme: 'dark' }), preferences.change({ locale: 'en' }), preferences.change({ idleLockMinutes: 0 })]);
  expect(JSON.parse(readFileSync(file(), 'utf8'))).toEqual({ theme: 'dark', locale: 'en', idleLockMinutes: 0 });
});

it.each([['half a file', '{"locale":'], ['another shape', '{"locale":"fy"}'], ['a file of a newer version', '{"locale":"nl","theme":"dark","idleLockMinutes":5,"sound":true}'], ['nothing', '']])(
  'keeps %s aside when preferences are written over it',
  async (_what, text) => {
    writeFileSync(file(), text);
    const preferences = openPreferences(folder);
    expect(await preferences.read()).toEqual(initialPreferences);
    expect(readFileSync(file(), 'utf8')).toBe(text);
    await preferences.change({ theme: 'light' });
    expect(readFileSync(file('preferences.json.unreadable-1'), 'utf8')).toBe(text);
    expect(JSON.parse(readFileSync(file(), 'utf8'))).toMatchObject({ theme: 'light' });
  },
);

it('keeps a second unreadable file beside the first', async () => {
  for (const text of ['een', 'twee']) {
    writeFileSync(file(), text);
    await openPreferences(folder).change({ locale: 'en' });
  }
  expect(readFileSync(file('preferences.json.unreadable-1'), 'utf8')).toBe('een');
  expect(readFileSync(file('preferences.json.unreadable-2'), 'utf8')).toBe('twee');
});

it('goes on with the old preferences when a change cannot be written', async () => {
  const preferences = openPreferences(folder);
  await preferences.change({ theme: 'dark' });
  rmSync(folder, { recursive: true });
  await expect(preferences.change({ theme: 'light' })).rejects.toMatchObject({ code: 'internal' });
  expect(await preferences.read()).toMatchObject({ theme: 'dark' });
});
