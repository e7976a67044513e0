import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { changePassphrase, createKeyFile, seal, unseal, unwrapWithPassphrase, unwrapWithRecovery } from '../../../db/file/keys.ts';
import { newRecoveryCode, readRecoveryCode } from '../../../db/file/recovery-code.ts';
import { codeOf, temporaryFolder } from '../../helpers/store.ts';

const words = 'een wachtzin van drie';

async function keyFile() {
  const path = join(temporaryFolder(), 'keys.json');
  return { path, ...(await createKeyFile(path, words)) };
}

test('the passphrase and the recovery code both give the data key back', async () => {
  const { path, dataKey, recoveryCode } = await keyFile();
  expect(await unwrapWithPassphrase(path, words)).toEqual(dataKey);
  expect(await unwrapWithRecovery(path, recoveryCode)).toEqual(dataKey);
});

test('neither the key file nor its names hold the data key or the recovery code', async () => {
  const { path, dataKey, recoveryCode } = await keyFile();
  const text = readFileSync(path, 'utf8');
  for (const secret of [dataKey.toString('hex'), dataKey.toString('base64'), recoveryCode, recoveryCode.replaceAll('-', ''), words]) expect(text).not.toContain(secret);
});

test('a wrong passphrase and a wrong recovery code have codes of their own and say nothing of what was typed', async () => {
  const { path } = await keyFile();
  const thrown = await unwrapWithPassphrase(path, 'een andere wachtzin').catch((error: unknown) => error);
  expect(thrown).toMatchObject({ code: 'passphrase.wrong' });
  expect(JSON.stringify(thrown)).not.toContain('andere wachtzin');
  expect(await codeOf(() => unwrapWithRecovery(path, newRecoveryCode()))).toBe('recovery.wrong');
  expect(await codeOf(() => unwrapWithRecovery(path, 'ABCD'))).toBe('recovery.wrong');
});

test('a composed and a decomposed accent are the same passphrase', async () => {
  const path = join(temporaryFolder(), 'keys.json');
  const { dataKey } = await createKeyFile(path, 'één lange wachtzin'.normalize('NFC'));
  expect(await unwrapWithPassphrase(path, 'één lange wachtzin'.normalize('NFD'))).toEqual(dataKey);
});

test('a passphrase under twelve characters is weak, also when blanks or emoji make it look longer', async () => {
  const path = join(temporaryFolder(), 'keys.json');
  for (const weak of ['elf tekens.', '            ', 'kort        ', '🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑🔑']) expect(await codeOf(() => createKeyFile(path, weak))).toBe('passphrase.weak');
});

test('after a change the new passphrase opens, the old one does not, and the recovery code still does', async () => {
  const { path, dataKey, recoveryCode } = await keyFile();
  await changePassphrase(path, dataKey, 'nu een heel andere');
  expect(await unwrapWithPassphrase(path, 'nu een heel andere')).toEqual(dataKey);
  expect(await codeOf(() => unwrapWithPassphrase(path, words))).toBe('passphrase.wrong');
  expect(await unwrapWithRecovery(path, recoveryCode)).toEqual(dataKey);
});

test('a damaged key file is told apart from a wrong passphrase', async () => {
  const { path } = await keyFile();
  const whole = readFileSync(path, 'utf8');
  const json = JSON.parse(whole);
  const damages: Record<string, string> = {
    empty: '',
    'cut short': whole.slice(0, whole.length / 2),
    'not an object': '[]',
    'one character of the ciphertext': whole.replace(json.passphrase.sealed, json.passphrase.sealed.replace(/^./, (first: string) => (first === 'A' ? 'B' : 'A'))),
    'one character of the salt': whole.replace(json.passphrase.kdf.salt, json.passphrase.kdf.salt.replace(/^./, (first: string) => (first === 'A' ? 'B' : 'A'))),
    'slots swapped': JSON.stringify({ ...json, passphrase: json.recovery, recovery: json.passphrase }),
    'memory that would exhaust the machine': JSON.stringify({ ...json, passphrase: { ...json.passphrase, kdf: { ...json.passphrase.kdf, memoryKiB: 2 ** 31 } } }),
  };
  for (const [name, text] of Object.entries(damages)) {
    writeFileSync(path, text);
    expect(await codeOf(() => unwrapWithPassphrase(path, words)), name).toBe('keyfile.damaged');
  }
  writeFileSync(path, whole.replace('steunpunt-keys/1', 'steunpunt-keys/2'));
  expect(await codeOf(() => unwrapWithPassphrase(path, words))).toBe('file.newer');
});

test('a missing key file is damaged, not a new post', async () => {
  expect(await codeOf(() => unwrapWithPassphrase(join(temporaryFolder(), 'keys.json'), words))).toBe('keyfile.damaged');
});

test('the recovery code is read whatever a person makes of it, and refused with one wrong character', () => {
  const code = newRecoveryCode();
  const plain = code.replaceAll('-', '');
  expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
  for (const typed of [code, plain, code.toLowerCase(), code.replaceAll('-', ' '), ` ${code}\n`, plain.replaceAll('0', 'O').replaceAll('1', 'l'), plain.replaceAll('0', 'o').replaceAll('1', 'I')]) {
    expect(readRecoveryCode(typed), typed).toBe(plain);
  }
  for (let at = 0; at < plain.length; at += 1) {
    const other = plain[at] === '7' ? '8' : '7';
    expect(readRecoveryCode(plain.slice(0, at) + other + plain.slice(at + 1))).toBeUndefined();
  }
  expect(readRecoveryCode(plain.slice(1))).toBeUndefined();
});

test('what is sealed opens only under the same key, the same context and unchanged', () => {
  const key = randomBytes(32);
  const context = Buffer.from('here');
  const sealed = seal(key, Buffer.from('data'), context);
  expect(unseal(key, sealed, context)?.toString()).toBe('data');
  expect(unseal(randomBytes(32), sealed, context)).toBeUndefined();
  expect(unseal(key, sealed, Buffer.from('there'))).toBeUndefined();
  expect(unseal(key, sealed.subarray(0, 20), context)).toBeUndefined();
  for (let at = 0; at < sealed.length; at += 1) {
    const changed = Buffer.from(sealed);
    changed[at] = (changed[at] ?? 0) ^ 1;
    expect(unseal(key, changed, context)).toBeUndefined();
  }
});
