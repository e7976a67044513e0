/**
 * A hub: a store, a certificate and a server, put together and taken apart. Plain Node: it runs from the command line, in a process
 * that the application forks, and in a test.
 */
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { writeDurably } from '../../db/file/durable.ts';
import { makeFolder } from '../../db/file/lock.ts';
import { told } from '../../db/file/failures.ts';
import { crockford, inGroups } from '../../db/file/recovery-code.ts';
import { openPostgresHub } from '../../db/hub/postgres.ts';
import { openSqliteHub } from '../../db/hub/sqlite.ts';
import { hubCertificate } from './certificate.ts';
import { createServer } from './server.ts';
import type { HubSettings } from './settings.ts';

const keeperFile = 'keeper-code.txt';

export interface RunningHub {
  readonly port: number;
  /** fingerprint of the hub's key: goes into invitations */
  readonly pin: string;
  readonly generation: string;
  /** for the keeper's page and the metrics; also in the data folder */
  readonly keeperCode: string;
  /** lets what is under way end, then closes the store; safe to call twice */
  readonly stop: () => Promise<void>;
}

export interface HubSurroundings {
  /** where the log goes, one JSON object a line; absent: nowhere */
  readonly log?: { readonly write: (line: string) => void };
  readonly now?: () => Date;
}

/**
 * Throws an AppError: `file.busy` (another hub has the folder), `file.damaged`, `file.newer`, `keyfile.damaged`, `disk.full`,
 * `folder.readonly`, `hub.unreachable` (the database), `hub.port` (taken, or not allowed).
 */
export async function startHub(settings: HubSettings, { log, now = () => new Date() }: HubSurroundings = {}): Promise<RunningHub> {
  told(settings.data, () => makeFolder(settings.data));
  const { key, certificate, pin } = hubCertificate(settings.data);
  const keeperCode = codeOfKeeper(settings.data);
  const store = settings.database === undefined ? openSqliteHub(settings.data) : await openPostgresHub(settings.database);
  let server: Awaited<ReturnType<typeof createServer>> | undefined;
  let stopping: Promise<void> | undefined;
  try {
    server = await createServer({ store, settings, pin, key, certificate, keeperCode, now, log });
    const opened = server;
    await opened.listen();
    // listening on TCP: the address is no name of a pipe
    const { port } = opened.address() as AddressInfo;
    return {
      port,
      pin,
      generation: store.generation,
      keeperCode,
      stop: () =>
        (stopping ??= (async () => {
          await opened.close();
          await store.close();
        })()),
    };
  } catch (error) {
    await server?.close().catch(() => {});
    await store.close();
    throw error;
  }
}

/** 24 characters (120 bits), made at the first start. */
function codeOfKeeper(folder: string): string {
  const path = join(folder, keeperFile);
  if (!existsSync(path)) writeDurably(path, `${inGroups([...randomBytes(24)].map((byte) => crockford.charAt(byte & 31)).join(''))}\n`);
  return told(folder, () => readFileSync(path, 'utf8').trim());
}
