/** Processes, profiles, closing and locking, as the window and the person meet them. */
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { type RunningApp, startApp } from '../helpers/app.ts';
import { axeFindings } from '../helpers/axe.ts';
import { appClient } from '../helpers/client.ts';
import { call, goTo } from '../helpers/desk.ts';
import { smallDisk } from '../helpers/mounts.ts';
import { expect, test } from '../helpers/window.ts';

const identity = { name: 'Post Zuid', function: 'rmoa', regionCode: 'VR24' } as const;
const passphrase = 'vier losse woorden samen';

/** These look at processes by number; on Electron the tests of the packaged application do. */
function standInOf(app: { readonly standIn: RunningApp | undefined }): RunningApp {
  test.skip(app.standIn === undefined, 'not run on Electron: looks at the processes of the stand-in');
  if (!app.standIn) throw new Error('skipped above');
  return app.standIn;
}

async function createRequest(window: Page): Promise<string> {
  return await window.evaluate(
    async ([who, secret]) => {
      await self.steunpunt.call('post.create', { identity: who, passphrase: secret });
      const created = await self.steunpunt.call('request.create', { templateId: 'wvr-51' });
      if (!created.ok) throw new Error(created.error.code);
      return created.value.id;
    },
    [identity, passphrase] as const,
  );
}

test('the application says what it runs on', async ({ window }) => {
  const info = await window.evaluate(() => self.steunpunt.call('app.info', {}));
  expect(info).toMatchObject({ ok: true, value: { version: expect.stringMatching(/^\d+\.\d+\.\d+$/), node: expect.stringMatching(/^2\d\./) } });
});

test('two profiles run side by side, each with its own post', async ({ app, window, profile }) => {
  standInOf(app);
  const second = await startApp({ profile: path.join(profile, 'second') });
  const client = await appClient(second);
  try {
    await client.must('post.create', { identity: { ...identity, name: 'Post Noord' }, passphrase });
    expect(await client.call('post.status', {})).toMatchObject({ ok: true, value: { state: 'open', identity: { name: 'Post Noord' } } });
    expect(await window.evaluate(() => self.steunpunt.call('post.status', {}))).toEqual({ ok: true, value: { state: 'new' } });
  } finally {
    expect(await second.stop()).toBe(0);
  }
});

test('a second start of one profile brings the first forward and ends', async ({ app, window, profile }) => {
  standInOf(app);
  await window.evaluate(() => {
    self.focus = () => Reflect.set(self, 'forward', true);
  });
  const second = await startApp({ profile, expect: 'second' });
  expect(await second.exited).toBe(0);
  expect(second.address).toBe(app.address);
  expect(second.pids.store).toBe(0);
  await expect.poll(() => window.evaluate(() => Reflect.get(self, 'forward'))).toBe(true);
  expect(await window.evaluate(() => self.steunpunt.call('post.status', {}))).toMatchObject({ ok: true });
});

test('a lock file of a start that was killed keeps nobody out', async ({ profile }) => {
  const first = await startApp({ profile });
  await first.kill();
  const second = await startApp({ profile });
  expect(second.address).not.toBe(first.address);
  expect(await second.stop()).toBe(0);
});

test('a store process that is killed is started again; the window hears it and goes on, unlocked', async ({ app, window }) => {
  const standIn = standInOf(app);
  const id = await createRequest(window);
  await window.evaluate(() => {
    const heard: unknown[] = [];
    Reflect.set(self, 'heard', heard);
    self.steunpunt.on('store.state', (state) => heard.push(state));
  });
  const before = standIn.pids.store;
  await window.evaluate((which) => self.steunpunt.call('request.save', { id: which, changes: { 'effect.text': 'acknowledged' } }), id);
  process.kill(before, 'SIGKILL');
  const saved = await window.evaluate((which) => self.steunpunt.call('request.save', { id: which, changes: { 'situation.description': 'afterwards' } }), id);
  expect(saved).toMatchObject({ ok: true });
  const opened = await window.evaluate((which) => self.steunpunt.call('request.open', { id: which }), id);
  expect(opened).toMatchObject({ ok: true, value: { values: { 'effect.text': 'acknowledged', 'situation.description': 'afterwards' } } });
  expect(standIn.pids.store).not.toBe(before);
  expect(await window.evaluate(() => Reflect.get(self, 'heard'))).toEqual([
    { state: 'ready', restarts: 0 },
    { state: 'restarting', restarts: 1 },
    { state: 'ready', restarts: 1 },
  ]);
});

test('lock ends the store process and opens nothing by itself', async ({ app, window }) => {
  const standIn = standInOf(app);
  const id = await createRequest(window);
  const before = standIn.pids.store;
  const heard = window.evaluate(() => new Promise((resolve) => self.steunpunt.on('post.locked', resolve)));
  expect(await window.evaluate(() => self.steunpunt.call('post.lock', { by: 'idle' }))).toEqual({ ok: true, value: { state: 'locked' } });
  expect(await heard).toEqual({ by: 'idle' });
  expect(() => process.kill(before, 0)).toThrow('ESRCH');
  expect(await window.evaluate((which) => self.steunpunt.call('request.open', { id: which }), id)).toMatchObject({ ok: false, error: { code: 'post.locked' } });
  // and neither does a death of the locked process
  process.kill(standIn.pids.store, 'SIGKILL');
  expect(await window.evaluate(() => self.steunpunt.call('post.status', {}))).toEqual({ ok: true, value: { state: 'locked' } });
  expect(await window.evaluate((secret) => self.steunpunt.call('post.unlock', { passphrase: secret }), passphrase)).toMatchObject({ ok: true, value: { state: 'open' } });
});

test('the screen lock of the system locks an open post', async ({ app, window }) => {
  const standIn = standInOf(app);
  test.skip(process.platform === 'win32', 'not run on Windows: the stand-in is told by a signal');
  await createRequest(window);
  const heard = window.evaluate(() => new Promise((resolve) => self.steunpunt.on('post.locked', resolve)));
  process.kill(standIn.pids.main, 'SIGUSR2');
  expect(await heard).toEqual({ by: 'system' });
  expect(await window.evaluate(() => self.steunpunt.call('post.status', {}))).toEqual({ ok: true, value: { state: 'locked' } });
});

test('closing waits for what is typed, and no longer than three seconds', async ({ profile }) => {
  const app = await startApp({ profile });
  const client = await appClient(app, { holdClosing: true });
  await client.must('post.create', { identity, passphrase });
  const request = await client.must('request.create', { templateId: 'wvr-51' });
  const closing = new Promise<void>((resolve) => void client.on('app.closing', () => resolve()));
  const stopped = app.stop();
  await closing;
  await client.must('request.save', { id: request.id, changes: { 'effect.text': 'last word' } });
  await client.must('app.flushed', {});
  expect(await stopped).toBe(0);

  const again = await startApp({ profile });
  const other = await appClient(again, { holdClosing: true });
  await other.must('post.unlock', { passphrase });
  expect((await other.must('request.open', { id: request.id })).values['effect.text']).toBe('last word');
  const asked = performance.now();
  expect(await again.stop()).toBe(0);
  const waited = performance.now() - asked;
  expect(waited).toBeGreaterThan(2900);
  expect(waited).toBeLessThan(6000);
});

test('what the store refuses holds up a close: the window shows it, and closes without it only after it was copied', async ({ profile, context }) => {
  const app = await startApp({ profile });
  const page = await context.newPage();
  await page.goto(app.address);
  await call(page, 'post.create', { identity, passphrase });
  const { id: spaceId } = await call(page, 'space.create', { kind: 'exercise', name: 'Waterwolf' });
  await call(page, 'space.enter', { id: spaceId });
  const { id } = await call(page, 'request.create', { templateId: 'wvr-51' });
  await page.reload();
  await goTo(page, `#/verzoeken/${id}`);
  await page.getByRole('navigation', { name: 'Onderdelen' }).waitFor();
  await page.keyboard.press('Alt+3');
  // frozen between the keystroke and its save
  await page.getByRole('textbox', { name: /^Wat er gebeurd is/ }).focus();
  await page.evaluate(async (exercise) => {
    document.execCommand('insertText', false, 'Zandzakken voor het donker');
    await self.steunpunt.call('space.freeze', { id: exercise });
  }, spaceId);
  await expect(page.getByText('Nog niet bewaard')).toBeVisible();
  // a lock takes it along in the window, and says so
  await page.keyboard.press('Control+Shift+L');
  await expect(page.getByText('Niet alles is bewaard')).toBeVisible();
  await page.getByRole('textbox', { name: 'Wachtwoordzin' }).fill(passphrase);
  await page.keyboard.press('Enter');
  await page.getByRole('navigation', { name: 'Onderdelen' }).waitFor();

  const stopped = app.stop();
  const question = page.getByRole('alertdialog', { name: 'Nog niet sluiten: niet alles is bewaard' });
  await expect(question).toContainText('Zandzakken voor het donker');
  await expect(question.getByRole('button', { name: 'Sluit zonder dit' })).toHaveCount(0);
  expect(await axeFindings(page)).toEqual([]);
  await question.getByRole('button', { name: 'Terug' }).press('Enter');
  await expect(question).toHaveCount(0);
  void app.stop();
  await question.getByRole('button', { name: 'Kopieer dit' }).press('Enter');
  await question.getByRole('button', { name: 'Sluit zonder dit' }).press('Enter');
  expect(await stopped).toBe(0);
});

test('a window that is closed closes the application', async ({ profile, context }) => {
  const app = await startApp({ profile });
  const page = await context.newPage();
  await page.goto(app.address);
  await page.waitForFunction(() => 'steunpunt' in self);
  const { store } = app.pids;
  await page.close();
  expect(await app.exited).toBe(0);
  expect(() => process.kill(store, 0)).toThrow('ESRCH');
});

test('a reload is no close', async ({ window }) => {
  await window.reload();
  await window.reload();
  // longer than the stand-in waits for a page that has left
  await window.waitForTimeout(3000);
  expect(await window.evaluate(() => self.steunpunt.call('post.status', {}))).toMatchObject({ ok: true });
});

test('preferences stay over a restart, and a file that is none is kept aside', async ({ profile }) => {
  mkdirSync(profile, { recursive: true });
  writeFileSync(path.join(profile, 'preferences.json'), 'not json');
  const app = await startApp({ profile });
  const client = await appClient(app);
  expect(await client.must('app.preferences', {})).toEqual({ locale: 'nl', theme: 'system', idleLockMinutes: 15 });
  await client.must('app.setPreferences', { theme: 'night' });
  await app.stop();
  expect(readFileSync(path.join(profile, 'preferences.json.unreadable-1'), 'utf8')).toBe('not json');
  const again = await startApp({ profile });
  expect(await (await appClient(again)).must('app.preferences', {})).toMatchObject({ theme: 'night' });
  await again.stop();
});

test('a command line without a folder for --profile is refused, in words', async () => {
  await expect(startApp({ profile: '' })).rejects.toThrow('--profile needs a folder');
});

test.describe('export', () => {
  test('writes the PDF where the person says: tagged, with outline and language', async ({ app, window, profile }) => {
    standInOf(app);
    const id = await createRequest(window);
    const file = path.join(profile, 'elsewhere.pdf');
    const asked: string[] = [];
    window.on('dialog', (dialog) => {
      asked.push(path.extname(dialog.defaultValue()));
      void dialog.accept(file);
    });
    const result = await window.evaluate((which) => self.steunpunt.call('export.save', { id: which, formats: ['pdf'], locale: 'nl' }), id);
    expect(result).toMatchObject({ ok: true, value: { cancelled: false, folder: profile, files: [{ format: 'pdf', name: 'elsewhere.pdf' }] } });
    expect(asked).toEqual(['.pdf']);
    const pdf = readFileSync(file, 'latin1');
    expect(pdf.startsWith('%PDF-')).toBe(true);
    expect(pdf).toContain('/StructTreeRoot');
    expect(pdf).toContain('/Outlines');
    expect(pdf).toMatch(/\/Lang \(nl/);
    expect(app.standIn?.networkRecord()).toBe('');
  });

  test('a person who thinks better of it leaves nothing behind', async ({ app, window, profile }) => {
    standInOf(app);
    const id = await createRequest(window);
    const before = readdirSync(profile);
    window.on('dialog', (dialog) => void dialog.dismiss());
    expect(await window.evaluate((which) => self.steunpunt.call('export.save', { id: which, formats: ['lcms', 'readout'], locale: 'nl' }), id)).toEqual({ ok: true, value: { cancelled: true, folder: '', files: [] } });
    expect(readdirSync(profile)).toEqual(before);
  });

  test('a full disk and a read-only folder are told apart, and no half file stays', async ({ app, window }) => {
    standInOf(app);
    const disk = smallDisk(8192);
    test.skip(disk === undefined, 'not run: only root on Linux may mount a small disk');
    if (!disk) return;
    try {
      const id = await createRequest(window);
      window.on('dialog', (dialog) => void dialog.accept(path.join(disk.folder, 'verzoek.docx')));
      const save = () => window.evaluate((which) => self.steunpunt.call('export.save', { id: which, formats: ['docx'], locale: 'nl' }), id);
      expect(await save()).toMatchObject({ ok: false, error: { code: 'disk.full', details: { folder: disk.folder } } });
      expect(readdirSync(disk.folder)).toEqual([]);
      disk.remount('ro');
      expect(await save()).toMatchObject({ ok: false, error: { code: 'folder.readonly', details: { folder: disk.folder } } });
    } finally {
      disk.remove();
    }
  });

  test('a locked post exports nothing and asks nothing', async ({ app, window, profile }) => {
    standInOf(app);
    const id = await createRequest(window);
    await window.evaluate(() => self.steunpunt.call('post.lock', {}));
    let asked = 0;
    window.on('dialog', (dialog) => {
      asked += 1;
      void dialog.accept(path.join(profile, 'x.pdf'));
    });
    expect(await window.evaluate((which) => self.steunpunt.call('export.save', { id: which, formats: ['pdf'], locale: 'nl' }), id)).toMatchObject({ ok: false, error: { code: 'post.locked' } });
    expect(asked).toBe(0);
    expect(existsSync(path.join(profile, 'x.pdf'))).toBe(false);
  });
});
