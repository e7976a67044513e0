/** The record that proves silence must be able to hear: a Node process with it makes connections, and the file tells which. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, it } from 'vitest';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'record-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The hosts that `code` reached for, as the record tells them. */
function hostsOf(code: string): string[] {
  const file = path.join(folder, 'record');
  const hook = pathToFileURL(path.resolve('test/helpers/record-network.ts')).href;
  const result = spawnSync(process.execPath, ['--import', hook, '--input-type=module', '-e', code], { env: { ...process.env, STEUNPUNT_NETWORK_RECORD: file }, encoding: 'utf8', timeout: 15_000 });
  expect(result.stderr).not.toContain('record would be blind');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n').map((line) => JSON.parse(line).host) : [];
}
// addresses of RFC 5737 and names of RFC 6761: nobody is there
it.each([
  ['a connection', "import net from 'node:net'; net.connect(80, '192.0.2.1').on('error', () => {}); setTimeout(() => process.exit(), 50)", '192.0.2.1'],
  ['fetch', "fetch('http://192.0.2.2/').catch(() => {}); setTimeout(() => process.exit(), 200)", '192.0.2.2'],
  ['http', "import http from 'node:http'; http.get('http://192.0.2.3/').on('error', () => {}); setTimeout(() => process.exit(), 50)", '192.0.2.3'],
  ['tls', "import tls from 'node:tls'; tls.connect(443, '192.0.2.4').on('error', () => {}); setTimeout(() => process.exit(), 50)", '192.0.2.4'],
  ['a look-up', "import dns from 'node:dns'; dns.lookup('nobody.invalid', () => process.exit())", 'nobody.invalid'],
  ['a look-up by promise', "import { lookup } from 'node:dns/promises'; await lookup('nobody.invalid').catch(() => {})", 'nobody.invalid'],
  ['a datagram', "import dgram from 'node:dgram'; dgram.createSocket('udp4').send('x', 9, '192.0.2.5', () => process.exit())", '192.0.2.5'],
])('hears %s', (_what, code, host) => {
  expect(hostsOf(code)).toContain(host);
});

it('says nothing of this machine itself', () => {
  expect(hostsOf("import net from 'node:net'; net.connect(9, '127.0.0.1').on('error', () => {}); net.connect({ port: 9, host: 'localhost' }).on('error', () => process.exit())")).toEqual([]);
});
