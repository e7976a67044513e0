/** Debian's PostgreSQL, started for a test in a folder of its own; undefined where it is not installed, and the test says so. */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';

export interface Postgres {
  /** makes an empty database and gives its address */
  readonly database: () => Promise<string>;
  /** as kill -9 does; `start` brings it back */
  readonly crash: () => void;
  readonly start: () => void;
  readonly stop: () => void;
}

const homes = '/usr/lib/postgresql';

function binaries(): string | undefined {
  if (process.platform !== 'linux' || !existsSync(homes)) return undefined;
  const newest = readdirSync(homes).toSorted((one, other) => Number(other) - Number(one))[0];
  const folder = newest === undefined ? undefined : join(homes, newest, 'bin');
  return folder !== undefined && existsSync(join(folder, 'initdb')) ? folder : undefined;
}

/** PostgreSQL refuses to run as root: then it runs as the user that its package made. */
function asUser(file: string, args: readonly string[]): void {
  const root = process.getuid?.() === 0;
  const env = { PATH: process.env['PATH'] ?? '', LC_ALL: 'C.UTF-8', TZ: 'UTC' };
  if (root) execFileSync('runuser', ['-u', 'postgres', '--', file, ...args], { stdio: 'pipe', env, cwd: '/' });
  else execFileSync(file, [...args], { stdio: 'pipe', env, cwd: '/' });
}

export function startPostgres(parent = '/tmp'): Postgres | undefined {
  const bin = binaries();
  if (bin === undefined) return undefined;
  // the path of a socket may have 107 characters
  const folder = mkdtempSync(join(parent, 'stpt-pg-'));
  chmodSync(folder, 0o700);
  if (process.getuid?.() === 0) {
    const id = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
    chownSync(folder, id('-u'), id('-g'));
  }
  const data = join(folder, 'data');
  const start = (): void => asUser(join(bin, 'pg_ctl'), ['-D', data, '-w', '-s', '-l', join(folder, 'log'), '-o', `-k ${folder} -c listen_addresses= -c shared_buffers=64MB`, 'start']);
  const halt = (mode: 'fast' | 'immediate'): void => asUser(join(bin, 'pg_ctl'), ['-D', data, '-w', '-s', '-m', mode, 'stop']);
  const address = (name: string): string => `postgres://steunpunt@localhost/${name}?host=${encodeURIComponent(folder)}`;
  try {
    asUser(join(bin, 'initdb'), ['-D', data, '-U', 'steunpunt', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
    start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  return {
    database: async () => {
      const name = `hub_${randomBytes(6).toString('hex')}`;
      const client = new Client({ connectionString: address('postgres') });
      await client.connect();
      try {
        await client.query(`CREATE DATABASE ${name}`);
      } finally {
        await client.end();
      }
      return address(name);
    },
    crash: () => halt('immediate'),
    start,
    stop: () => {
      halt('fast');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
