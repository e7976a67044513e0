/**
 * One instance a profile: a lock file says who holds the profile, a local socket tells that process of the second start.
 * Electron's call answers at once, so the question is put by a small process of its own that is waited for.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

export interface SecondStart {
  readonly argv: readonly string[];
  readonly cwd: string;
  readonly additionalData: unknown;
}
export interface Claim {
  readonly release: () => void;
}

/** The name of a socket may hold about 100 bytes, a folder's name more: so it is made from a hash of it. */
function socketName(folder: string): string {
  const hash = createHash('sha256').update(folder).digest('hex').slice(0, 24);
  return process.platform === 'win32' ? `\\\\.\\pipe\\shell-stand-in-${hash}` : path.join(tmpdir(), `shell-stand-in-${process.getuid?.() ?? 0}-${hash}.sock`);
}

/** Tells the holder of the second start, and prints its answer. Fails when the holder is gone; tries while it may still be starting. */
const knock = `
const net = require('node:net');
const [socket, pid, message] = process.argv.slice(1);
const until = Date.now() + 5000;
const alive = () => { try { process.kill(Number(pid), 0); return true; } catch { return false; } };
const attempt = () => {
  let answer = '';
  const connection = net.connect(socket, () => connection.end(message));
  connection.setTimeout(3000, () => connection.destroy(new Error('no answer')));
  connection.on('data', (part) => { answer += part; });
  connection.on('error', () => { if (Date.now() < until && alive()) setTimeout(attempt, 50); else process.exit(1); });
  connection.on('close', (failed) => { if (!failed) { process.stdout.write(answer); process.exit(0); } });
};
attempt();`;

function ask(socket: string, pid: number, second: SecondStart): string | undefined {
  const result = spawnSync(process.execPath, ['-e', knock, socket, String(pid), JSON.stringify(second)], { encoding: 'utf8', timeout: 10_000 });
  return result.status === 0 ? result.stdout : undefined;
}

/** `onSecond` hears of each later start and gives the address that the person is told. */
export function claimProfile(userData: string, self: SecondStart, onSecond: (second: SecondStart) => string): Claim | { readonly heldBy: string } {
  const folder = path.resolve(userData);
  mkdirSync(folder, { recursive: true });
  const lock = path.join(folder, 'shell-stand-in.lock');
  const socket = socketName(folder);

  for (let attempt = 0; attempt < 5; attempt += 1) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      break;
    } catch (thrown) {
      if (!(thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST')) break; // a folder that cannot be written is the application's to tell
    }
    const answer = ask(socket, Number(readFileSync(lock, 'utf8')), self);
    if (answer !== undefined) return { heldBy: answer };
    rmSync(lock, { force: true });
  }

  if (process.platform !== 'win32') rmSync(socket, { force: true });
  const server = createServer({ allowHalfOpen: true }, (connection) => {
    let text = '';
    connection.setEncoding('utf8');
    connection.on('data', (part) => (text += part));
    connection.on('error', () => {});
    connection.on('end', () => {
      try {
        connection.end(onSecond(JSON.parse(text)));
      } catch {
        connection.destroy();
      }
    });
  });
  server.on('error', () => {});
  server.listen(socket).unref();
  return {
    release: () => {
      server.close();
      rmSync(lock, { force: true });
    },
  };
}
