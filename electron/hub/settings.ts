/** What the keeper of a hub sets, from the command line; everything has a value that a small region can start with. */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { largestEnvelope } from '../../db/exchange/envelope.ts';
import type { WireLimits } from '../../db/exchange/hub-wire.ts';
import type { Quota } from '../../db/hub/store.ts';
import type { Rate } from './rates.ts';

export interface HubSettings {
  /** folder with the key, the keeper's code and, without `database`, the data */
  readonly data: string;
  readonly port: number;
  /** address to listen on; '::' is every address of the machine */
  readonly host: string;
  /** postgres://… instead of SQLite in the folder */
  readonly database: string | undefined;
  /** a new space is taken only with this code */
  readonly admission: string | undefined;
  readonly quota: Quota;
  readonly limits: WireLimits;
  /** of one post */
  readonly rate: Rate;
  /** of one address that has not proven who it is */
  readonly strangerRate: Rate;
  /** requests of one post that are worked on at the same time */
  readonly atOnce: number;
}

const megabyte = 1_000_000;

export const defaults: Omit<HubSettings, 'data' | 'port'> = {
  host: '::',
  database: undefined,
  admission: undefined,
  quota: { spaceBytes: 20_000 * megabyte, postBytes: 5_000 * megabyte },
  limits: { batchBytes: 2 * largestEnvelope, batchEnvelopes: 4_000, envelopeBytes: largestEnvelope },
  rate: { perSecond: 100, burst: 400 },
  strangerRate: { perSecond: 20, burst: 100 },
  atOnce: 4,
};

export const usage = `usage: npm run hub -- --data DIR --port N [--host ADDRESS] [--database postgres://USER:PASSWORD@HOST/NAME]
                   [--admission CODE] [--space-quota-mb N] [--post-quota-mb N] [--requests-per-second N]`;

/** Throws an Error whose message says which option is wrong. `environment` may hold the database, so that its password is in no list of processes. */
export function readSettings(args: readonly string[], environment: Readonly<Record<string, string | undefined>>): HubSettings {
  const { values } = parseArgs({
    args: [...args],
    options: {
      data: { type: 'string' },
      port: { type: 'string' },
      host: { type: 'string' },
      database: { type: 'string' },
      admission: { type: 'string' },
      'space-quota-mb': { type: 'string' },
      'post-quota-mb': { type: 'string' },
      'requests-per-second': { type: 'string' },
    },
  });
  if (values.data === undefined || values.data === '') throw new Error('--data needs a folder');
  const port = whole('--port', values.port, 0, 65_535);
  const database = values.database ?? environment['STEUNPUNT_HUB_DATABASE'];
  if (database !== undefined && !/^postgres(ql)?:\/\//.test(database)) throw new Error('--database needs an address that begins with postgres://');
  const quota = (name: 'space-quota-mb' | 'post-quota-mb', otherwise: number): number => (values[name] === undefined ? otherwise : whole(`--${name}`, values[name], 1, 10_000_000) * megabyte);
  const perSecond = values['requests-per-second'] === undefined ? defaults.rate.perSecond : whole('--requests-per-second', values['requests-per-second'], 1, 100_000);
  return {
    ...defaults,
    data: path.resolve(values.data),
    port,
    host: values.host ?? defaults.host,
    database,
    admission: values.admission ?? environment['STEUNPUNT_HUB_ADMISSION'],
    quota: { spaceBytes: quota('space-quota-mb', defaults.quota.spaceBytes), postBytes: quota('post-quota-mb', defaults.quota.postBytes) },
    rate: { perSecond, burst: 4 * perSecond },
  };
}

function whole(name: string, text: string | undefined, least: number, most: number): number {
  const value = Number(text);
  if (text === undefined || !/^\d+$/.test(text) || value < least || value > most) throw new Error(`${name} needs a whole number from ${least} to ${most}`);
  return value;
}
