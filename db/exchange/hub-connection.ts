/**
 * One HTTPS conversation with a hub whose key is pinned. Nothing is sent before the key of the other side has been compared, and only
 * an answer that can come of that hub alone counts: not a redirect, not a login page that answers 200, not a cut body.
 */
import type { IncomingMessage } from 'node:http';
import type { RequestOptions } from 'node:https';
import type { Duplex } from 'node:stream';
import type { ConnectionOptions, TLSSocket } from 'node:tls';
import { AppError } from '../../shared/errors.ts';
import { fingerprintOf } from '../documents/identity.ts';
import { contentTypes, protocolHeader, refusalBody } from './hub-wire.ts';

export interface Ask {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly token?: string | undefined;
  readonly body?: { readonly type: string; readonly bytes: Uint8Array };
  /** the content type that the answer must have */
  readonly expect: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Told {
  readonly body: Buffer;
  readonly header: (name: string) => string | undefined;
}

/** The hub itself said no. */
export class HubSaidNo extends Error {
  readonly code: string;
  readonly retryAfterSeconds: number | undefined;
  constructor(code: string, message: string, retryAfterSeconds: number | undefined) {
    super(message);
    this.code = code;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export interface HubConnection {
  /** Throws HubSaidNo, or an AppError `hub.unreachable`, `hub.stranger` or `hub.portal`. A cancelled signal rejects with its reason. */
  readonly ask: (ask: Ask) => Promise<Told>;
  readonly bytes: () => { readonly sent: number; readonly received: number };
  readonly close: () => void;
}

export interface Patience {
  /** to connect and shake hands */
  readonly connectMs: number;
  /** without a byte either way */
  readonly silenceMs: number;
}

/** More than any page of a hub: what answers more is none. */
const largestAnswer = 64 * 1024 * 1024;

/** `url` is https://host:port; `pin` the fingerprint of the hub's key. */
export function connectTo(url: string, pin: string, { connectMs, silenceMs }: Patience): HubConnection {
  const { protocol, hostname, port } = new URL(url);
  if (protocol !== 'https:') throw new AppError('input.invalid', 'a hub is reached over https', { field: 'hub' });
  const host = hostname.replace(/^\[|\]$/g, '');
  // loaded when a hub is reached: a post that opens without one pays nothing for it
  const { Agent, request } = process.getBuiltinModule('node:https');
  const { connect } = process.getBuiltinModule('node:tls');
  const open = new Set<TLSSocket>();
  const bytes = { sent: 0, received: 0 };

  const agent = new Agent({ keepAlive: true, maxSockets: 4, maxFreeSockets: 2 });
  agent.createConnection = (_options, callback) => {
    const options: ConnectionOptions = { host, port: Number(port === '' ? 443 : port), minVersion: 'TLSv1.3', ALPNProtocols: ['http/1.1'], rejectUnauthorized: false, ...(/[a-z]/i.test(host) && !host.includes(':') ? { servername: host } : {}) };
    const socket = connect(options);
    open.add(socket);
    const timer = setTimeout(() => socket.destroy(new AppError('hub.unreachable', 'the hub did not answer in time')), connectMs);
    // Node checks no chain here (the certificate is the hub's own): the key is what counts, and it is compared before a byte is sent
    socket.once('secureConnect', () => {
      clearTimeout(timer);
      const key = socket.getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
      if (!key || fingerprintOf(key) !== pin) {
        const stranger = new AppError('hub.stranger', 'the key of the other side is not the pinned one');
        socket.destroy();
        callback?.(stranger, socket);
      } else {
        socket.setNoDelay(true);
        callback?.(null, socket);
      }
    });
    socket.once('error', (error) => {
      clearTimeout(timer);
      callback?.(error, socket as Duplex);
    });
    socket.once('close', () => {
      clearTimeout(timer);
      open.delete(socket);
      bytes.sent += socket.bytesWritten;
      bytes.received += socket.bytesRead;
    });
    return undefined;
  };

  const exchange = (ask: Ask): Promise<{ readonly answer: IncomingMessage; readonly body: Buffer }> =>
    new Promise((resolve, reject) => {
      const options: RequestOptions = {
        agent,
        host,
        method: ask.method,
        path: ask.path,
        headers: {
          host: new URL(url).host,
          accept: `${ask.expect}, ${contentTypes.json}`,
          ...(ask.token === undefined ? {} : { authorization: `Bearer ${ask.token}` }),
          ...(ask.body ? { 'content-type': ask.body.type, 'content-length': String(ask.body.bytes.length) } : {}),
        },
        ...(ask.signal ? { signal: ask.signal } : {}),
      };
      const outgoing = request(options, (answer) => {
        const parts: Buffer[] = [];
        let length = 0;
        answer.on('data', (part: Buffer) => {
          length += part.length;
          if (length > largestAnswer) outgoing.destroy(new AppError('hub.portal', 'the answer is larger than any of a hub'));
          else parts.push(part);
        });
        answer.on('end', () => (answer.complete ? resolve({ answer, body: Buffer.concat(parts, length) }) : reject(new AppError('hub.unreachable', 'the answer was cut'))));
        answer.on('error', reject);
      });
      outgoing.setTimeout(silenceMs, () => outgoing.destroy(new AppError('hub.unreachable', 'the hub fell silent')));
      outgoing.on('error', reject);
      outgoing.end(ask.body?.bytes);
    });

  return {
    ask: async (ask) => {
      ask.signal?.throwIfAborted();
      const { answer, body } = await exchange(ask).catch((error: unknown) => {
        ask.signal?.throwIfAborted();
        throw asFailure(error);
      });
      return judge(answer, body, ask.expect);
    },
    bytes: () => [...open].reduce((sum, socket) => ({ sent: sum.sent + socket.bytesWritten, received: sum.received + socket.bytesRead }), bytes),
    close: () => agent.destroy(),
  };
}

/** An answer of the hub, its no, or that of something else. */
function judge(answer: IncomingMessage, body: Buffer, expect: string): Told {
  const header = (name: string): string | undefined => {
    const value = answer.headers[name];
    return typeof value === 'string' ? value : undefined;
  };
  const type = header('content-type')?.split(';')[0]?.trim();
  const length = header('content-length');
  if (header(protocolHeader) === undefined) throw new AppError('hub.portal', `something else than the hub answered (${answer.statusCode ?? 0})`);
  if (length !== undefined && Number(length) !== body.length) throw new AppError('hub.unreachable', 'the answer was cut');
  if (answer.statusCode === 200 && type === expect) return { body, header };
  const said = type === contentTypes.json ? refusalBody.safeParse(parseJson(body)) : undefined;
  if (said?.success && (answer.statusCode ?? 0) >= 400) throw new HubSaidNo(said.data.error.code, said.data.error.message, said.data.error.retryAfterSeconds);
  throw new AppError('hub.portal', `an answer that is none of the protocol (${answer.statusCode ?? 0})`);
}

export function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

function asFailure(error: unknown): AppError {
  if (error instanceof AppError) return error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  // plain HTTP where TLS was expected: a login page that does not even try
  if (code.startsWith('ERR_SSL_') || code === 'EPROTO' || code.startsWith('HPE_')) return new AppError('hub.portal', `what answers does not speak as a hub does (${code})`, { cause: error });
  return new AppError('hub.unreachable', `no connection with the hub (${code || 'unknown'})`, { cause: error });
}
