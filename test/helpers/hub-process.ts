/** A hub as its keeper runs it: a process of its own, that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';

export interface HubProcess {
  readonly url: string;
  readonly port: number;
  readonly pin: string;
  readonly pid: number | undefined;
  readonly alive: () => boolean;
  /** as a power cut does to a process; resolves when it is gone */
  readonly kill: () => Promise<void>;
  /** as its keeper stops it */
  readonly stop: () => Promise<void>;
  /** what it wrote in its log */
  readonly log: () => string;
}

const root = path.join(import.meta.dirname, '..', '..');

/** Resolves when posts can connect. `port` 0 takes a free one. */
export async function startHubProcess({ data, port = 0, more = [] }: { readonly data: string; readonly port?: number; readonly more?: readonly string[] }): Promise<HubProcess> {
  const child = spawn(process.execPath, [path.join(root, 'build', 'hub.ts'), '--data', data, '--port', String(port), '--host', '127.0.0.1', ...more], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
  let log = '';
  child.stderr.setEncoding('utf8').on('data', (part: string) => (log += part));
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const said = await firstWords(child, () => log);
  const found = /https:\/\/127\.0\.0\.1:(\d+)[\s\S]*?: ([0-9A-Z-]{29})\n/.exec(said);
  if (!found?.[1] || !found[2]) throw new Error(`the hub said something else: ${said}`);
  const alive = (): boolean => child.exitCode === null && child.signalCode === null;
  const end = (signal: NodeJS.Signals) => async (): Promise<void> => {
    if (alive()) child.kill(signal);
    await gone;
  };
  return { url: `https://127.0.0.1:${found[1]}`, port: Number(found[1]), pin: found[2], pid: child.pid, alive, kill: end('SIGKILL'), stop: end('SIGTERM'), log: () => log };
}

function firstWords(child: ChildProcess, log: () => string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stdout?.setEncoding('utf8').on('data', (part: string) => {
      said += part;
      if (said.includes("keeper's page")) resolve(said);
    });
    child.once('exit', () => reject(new Error(`the hub did not start: ${log()}`)));
  });
}
