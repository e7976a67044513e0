/** The thread that moves the log during long work: what it moves is in the file, and without it the work goes on. */
import { randomBytes } from 'node:crypto';
import { statSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { expect, onTestFinished, test } from 'vitest';
import { checkpoint } from '../../../db/file/checkpoint.ts';
import { type StoreFile, sql } from '../../../db/file/driver.ts';
import { createLogMover, longForThread, moveLogOn, pagesInLog } from '../../../db/file/log-mover.ts';
import { testStore } from '../../helpers/store.ts';

const rowsAtOnce = 500;

function table(file: StoreFile): void {
  file.script('CREATE TABLE long_work (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT');
  // only what is tested moves the log
  file.pragma('wal_autocheckpoint = 0');
}

/** Some 500 pages a time. */
function write(file: StoreFile, from: number): void {
  file.atomically(() => {
    for (let number = from; number < from + rowsAtOnce; number += 1) file.run(sql`INSERT INTO long_work (number, bytes) VALUES (${number}, ${randomBytes(3000)})`);
  });
}

const logBytes = ({ path }: StoreFile): number => statSync(`${path}-wal`).size;

test('a long log is moved on its thread and starts over; everything is in the file afterwards', async () => {
  const { file, key, close, reopen } = testStore();
  table(file);
  let given: Buffer | undefined;
  const mover = createLogMover(file, () => (given = Buffer.from(key)), (why) => expect.unreachable(String(why)));
  let rows = 0;
  let longest = 0;
  for (let round = 0; round < 60; round += 1) {
    write(file, rows);
    rows += rowsAtOnce;
    moveLogOn({ file, logMover: mover });
    // the thread has its time, as it has while the next page is fetched
    await after(5);
    longest = Math.max(longest, pagesInLog(file));
  }
  expect(given).toEqual(Buffer.alloc(32));
  expect(longest).toBeGreaterThanOrEqual(longForThread);
  // 30,000 pages were written and the log never held them all
  expect(logBytes(file)).toBeLessThan(26_000 * 4096);
  await mover.close();
  expect(checkpoint(file)).toBe(true);
  expect(logBytes(file)).toBe(0);
  close();
  const again = reopen();
  expect(again.file.row(sql`SELECT count(*) AS rows FROM long_work`)).toEqual({ rows });
  expect(again.file.row(sql`PRAGMA integrity_check`)).toEqual({ integrity_check: 'ok' });
});

test('a thread that cannot open the file leaves the moving to the work itself', async () => {
  const { file } = testStore();
  table(file);
  const told: unknown[] = [];
  const mover = createLogMover(file, () => randomBytes(32), (why) => told.push(why));
  onTestFinished(() => mover.close());
  let rows = 0;
  // until the thread has said that it cannot, and the log is moved here: short then, for good
  const shorter = async (): Promise<boolean> => {
    write(file, rows);
    rows += rowsAtOnce;
    mover.moveOn();
    await after(20);
    return rows > 20 * rowsAtOnce && pagesInLog(file) < longForThread / 2;
  };
  await expect.poll(shorter, { timeout: 20_000, interval: 0 }).toBe(true);
  expect(told.join(' ')).toMatch(/damaged|NOTADB/);
  expect(file.row(sql`SELECT count(*) AS rows FROM long_work`)).toEqual({ rows });
});
