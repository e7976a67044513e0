/** A plain client of the hub's protocol, made from PROTOCOL.md alone: it shares no code with the client or the hub. */
import { createHash } from 'node:crypto';
import { Agent, request } from 'node:https';
import type { TLSSocket } from 'node:tls';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
  /** of a JSON answer */
  readonly json: Readonly<Record<string, unknown>>;
  /** code of a refusal, '' when it is none */
  readonly code: string;
}

export interface Wire {
  readonly ask: (method: string, path: string, options?: { token?: string; authorization?: string; json?: unknown; bytes?: Uint8Array; type?: string }) => Promise<Answer>;
  /** public key of the hub, SPKI DER */
  readonly hubKey: () => Buffer;
  readonly close: () => void;
}

export function openWire(url: string): Wire {
  const agent = new Agent({ keepAlive: true, maxSockets: 8, rejectUnauthorized: false });
  let key: Buffer | undefined;
  return {
    ask: (method, path, { token, authorization, json, bytes, type } = {}) =>
      new Promise((resolve, reject) => {
        const body = json === undefined ? bytes : Buffer.from(JSON.stringify(json));
        const outgoing = request(`${url}${path}`, {
          agent,
          method,
          headers: {
            ...(token === undefined ? (authorization === undefined ? {} : { authorization }) : { authorization: `Bearer ${token}` }),
            ...(body ? { 'content-type': type ?? (json === undefined ? 'application/vnd.steunpunt.envelopes' : 'application/json'), 'content-length': body.length } : {}),
          },
        });
        outgoing.on('socket', (socket) => {
          const read = (): void => {
            key ??= (socket as TLSSocket).getPeerX509Certificate()?.publicKey.export({ type: 'spki', format: 'der' });
          };
          if (key === undefined) socket.once('secureConnect', read);
        });
        outgoing.on('error', reject);
        outgoing.on('response', (incoming) => {
          const parts: Buffer[] = [];
          incoming.on('data', (part: Buffer) => parts.push(part));
          incoming.on('error', reject);
          incoming.on('end', () => {
            const whole = Buffer.concat(parts);
            const isJson = incoming.headers['content-type']?.startsWith('application/json') ?? false;
            const parsed = isJson ? (JSON.parse(whole.toString('utf8')) as Record<string, unknown>) : {};
            const error = parsed['error'] as { code?: string } | undefined;
            resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers as Record<string, string | undefined>, body: whole, json: parsed, code: error?.code ?? '' });
          });
        });
        outgoing.end(body);
      }),
    hubKey: () => {
      if (!key) throw new Error('no connection was made yet');
      return key;
    },
    close: () => agent.destroy(),
  };
}

/** 24 characters of Crockford's base 32 from the SHA-256 of a public key, in groups of four. */
export function pinOf(spki: Uint8Array): string {
  const digits = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
  let value = BigInt(`0x${createHash('sha256').update(spki).digest('hex').slice(0, 30)}`);
  let text = '';
  for (let index = 0; index < 24; index += 1) {
    text = `${digits[Number(value & 31n)]}${text}`;
    value >>= 5n;
  }
  return (text.match(/.{4}/g) ?? []).join('-');
}

/** Length (four bytes, big endian) and bytes of each. */
export function frame(...envelopes: readonly Uint8Array[]): Buffer {
  return Buffer.concat(
    envelopes.flatMap((envelope) => {
      const length = Buffer.alloc(4);
      length.writeUInt32BE(envelope.length);
      return [length, Buffer.from(envelope)];
    }),
  );
}

export function unframe(body: Buffer): Buffer[] {
  const found: Buffer[] = [];
  for (let at = 0; at < body.length; ) {
    const length = body.readUInt32BE(at);
    found.push(body.subarray(at + 4, at + 4 + length));
    at += 4 + length;
  }
  return found;
}

/** Outcome and id of each envelope of a push. */
export function receiptsIn(body: Buffer): { readonly outcome: number; readonly id: string }[] {
  return Array.from({ length: body.length / 33 }, (_, index) => ({ outcome: body[index * 33] ?? -1, id: body.toString('hex', index * 33 + 1, index * 33 + 33) }));
}

export const idOf = (envelope: Uint8Array): string => createHash('sha256').update(envelope).digest('hex');
