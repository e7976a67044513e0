/**
 * The process of a hub: `npm run hub` starts it with its settings as arguments. Forked by the application ('this post is the hub'), it
 * says over the port when it is ready or why not, and stops when it is told to or when its parent is gone.
 */
import { networkInterfaces } from 'node:os';
import { AppError, toCallError } from '../../shared/errors.ts';
import type { FromHub, ToHub } from './entry-messages.ts';
import { type RunningHub, startHub } from './hub.ts';
import { type HubSettings, readSettings, usage } from './settings.ts';

const out = (line: string): void => void process.stdout.write(`${line}\n`);
/** absent outside Electron's utility process and its stand-in */
const parent: typeof process.parentPort | undefined = process.parentPort;
const tell = (message: FromHub): void => parent?.postMessage(message);

function settingsOrExit(): HubSettings {
  try {
    return readSettings(process.argv.slice(2), process.env);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : 'wrong arguments'}\n${usage}\n`);
    process.exit(2);
  }
}

/** The addresses at which posts on the same network find this machine. */
function addresses(settings: HubSettings, port: number): string[] {
  const everywhere = settings.host === '::' || settings.host === '0.0.0.0';
  const hosts = everywhere
    ? Object.values(networkInterfaces()).flatMap((list) => (list ?? []).filter(({ internal, family }) => !internal && family === 'IPv4').map(({ address }) => address))
    : [settings.host];
  return (hosts.length === 0 ? ['localhost'] : hosts).map((host) => `https://${host.includes(':') ? `[${host}]` : host}:${port}`);
}

const settings = settingsOrExit();
let stopping = false;

function stopOn(hub: RunningHub): void {
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void hub.stop().then(
      () => {
        tell({ type: 'stopped' });
        setTimeout(() => process.exit(0), 20);
      },
      () => process.exit(1),
    );
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  parent?.on('message', ({ data }: { data: ToHub }) => {
    if (data.type === 'stop') stop();
  });
}

/** How often the addresses of the machine are looked at, milliseconds: a laptop comes into another network. */
const lookMs = 5_000;

function tellReady({ port, pin, keeperCode }: RunningHub, reachable: readonly string[]): void {
  tell({ type: 'ready', port, pin, keeperCode, addresses: reachable });
  if (!parent) return;
  let told = reachable.join(' ');
  setInterval(() => {
    const now = addresses(settings, port);
    if (now.join(' ') === told || stopping) return;
    told = now.join(' ');
    tell({ type: 'ready', port, pin, keeperCode, addresses: now });
  }, lookMs).unref();
}

try {
  const hub = await startHub(settings, { log: { write: (line) => void process.stderr.write(line) } });
  stopOn(hub);
  const reachable = addresses(settings, hub.port);
  tellReady(hub, reachable);
  if (!parent) {
    out(`Steunpunt hub: ${reachable.join('  ')}`);
    out(`fingerprint (goes into invitations, compare it by voice): ${hub.pin}`);
    out(`keeper's page: ${reachable[0]}/keeper, any name, code ${hub.keeperCode}`);
  }
} catch (error) {
  tell({ type: 'failed', error: toCallError(error) });
  process.stderr.write(`the hub does not start: ${error instanceof AppError ? `${error.code}: ${error.message}` : error instanceof Error ? (error.stack ?? error.message) : 'unknown'}\n`);
  setTimeout(() => process.exit(1), 20);
}
