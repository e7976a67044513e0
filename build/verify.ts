/**
 * `npm run verify -- --profile DIR`: checks every hash, signature, parent and member in the store of a profile, and makes its derived tables
 * anew to compare them. It changes nothing; Steunpunt must not be running on the profile. The passphrase is read from the environment
 * (STEUNPUNT_PASSPHRASE) or from the first line of standard input, never from the command line, where others could read it.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { readPost } from '../db/documents/identity.ts';
import { verifyStore } from '../db/exchange/verify.ts';
import { connect } from '../db/file/driver.ts';
import { unwrapWithPassphrase } from '../db/file/keys.ts';
import { lockProfile } from '../db/file/lock.ts';
import { versionOf } from '../db/file/migrate.ts';
import { migrations } from '../db/file/migrations/index.ts';
import { keyFileName, storeFileName } from '../db/file/profile.ts';
import { readReference } from '../db/packs/reference.ts';
import { AppError } from '../shared/errors.ts';

const { values } = parseArgs({ options: { profile: { type: 'string' } } });
if (values.profile === undefined) {
  console.error('usage: STEUNPUNT_PASSPHRASE=… npm run verify -- --profile DIR   (or the passphrase on standard input)');
  process.exit(2);
}

async function main(profile: string): Promise<number> {
  const passphrase = process.env['STEUNPUNT_PASSPHRASE'] ?? readFileSync(0, 'utf8').split(/\r?\n/)[0] ?? '';
  const lock = lockProfile(profile);
  try {
    const key = await unwrapWithPassphrase(path.join(profile, keyFileName), passphrase);
    const file = connect(path.join(profile, storeFileName), { key, patienceMs: 0 });
    key.fill(0);
    try {
      const [version, known] = [versionOf(file), migrations.length];
      if (version !== known) throw new AppError('file.newer', `the store has version ${version}, this application ${known}: open it once with the application that fits`);
      const { checked, problems } = verifyStore({ file, reference: readReference(file), post: readPost(file), now: () => new Date() });
      for (const [what, count] of Object.entries(checked)) console.log(`${what}: ${count}`);
      for (const { what, id } of problems) console.log(`NOT RIGHT: ${what} (${id})`);
      console.log(problems.length === 0 ? 'everything holds' : `${problems.length} not right`);
      return problems.length === 0 ? 0 : 1;
    } finally {
      file.close();
    }
  } finally {
    lock.release();
  }
}

try {
  process.exitCode = await main(path.resolve(values.profile));
} catch (error) {
  console.error(error instanceof AppError ? `${error.code}: ${error.message}` : error);
  process.exitCode = 2;
}
