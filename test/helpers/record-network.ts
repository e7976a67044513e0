/**
 * Loaded before everything else in the Node processes of an application under test (`--import`): writes every connection and every
 * name look-up that goes beyond this machine to the file of STEUNPUNT_NETWORK_RECORD. Nothing is blocked: the file must stay empty.
 */
import dgram from 'node:dgram';
import dns from 'node:dns';
import { appendFileSync } from 'node:fs';
import net from 'node:net';

const file = process.env['STEUNPUNT_NETWORK_RECORD'];

const isHere = (host: unknown): boolean => {
  const name = typeof host === 'string' && host !== '' ? host : 'localhost';
  return name === 'localhost' || name.endsWith('.localhost') || name === '::1' || name.startsWith('127.') || name === '0.0.0.0' || name === '::';
};

function note(what: string, host: unknown): void {
  if (file !== undefined && !isHere(host)) appendFileSync(file, `${JSON.stringify({ what, host: String(host), pid: process.pid })}\n`);
}

/** Wraps a function of a module of Node: `hostOf` finds in its arguments where it wants to go. */
function watch(owner: object, name: string, hostOf: (args: readonly unknown[]) => unknown): void {
  const original: unknown = Reflect.get(owner, name);
  if (typeof original !== 'function') throw new Error(`Node has no ${name} any more: the record would be blind`);
  Reflect.set(owner, name, function watched(this: unknown, ...args: unknown[]) {
    note(name, hostOf(args));
    return Reflect.apply(original, this, args);
  });
}

const property = (value: unknown, key: string): unknown => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined);

// `connect` normalises its arguments into one array when it is called by net.connect
watch(net.Socket.prototype, 'connect', ([first, second]) => {
  const options = Array.isArray(first) ? first[0] : first;
  if (typeof options === 'string' || typeof property(options, 'path') === 'string') return 'localhost'; // a socket of this machine
  return typeof options === 'object' ? property(options, 'host') : second;
});
for (const name of ['lookup', 'resolve', 'resolve4', 'resolve6', 'resolveAny', 'resolveTxt', 'resolveSrv']) {
  watch(dns, name, ([host]) => host);
  watch(dns.promises, name, ([host]) => host);
}
watch(dgram.Socket.prototype, 'send', (args) => args.find((arg) => typeof arg === 'string' && /[.:]/.test(arg)));
watch(dgram.Socket.prototype, 'connect', (args) => args[1]);
