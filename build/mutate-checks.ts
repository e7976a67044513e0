/**
 * `npm run mutate`: leaves out each check in turn and says which cases of test/scenarios notice. Exit 1 when a check is held by none, or
 * when a case differs from what it expects to begin with; 2 when a case file is wrong.
 */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from './bundle.ts';
import { mutateChecks } from './scenario/mutate.ts';
import { knownFromPacks, referenceFromPacks } from './scenario/packs.ts';
import { readCases } from './scenario/read-cases.ts';

const folder = path.join(root, 'test/scenarios');
const known = knownFromPacks();
const { cases, errors } = readCases(readdirSync(folder).filter((name) => name.endsWith('.json')).map((name) => path.join(folder, name)), known);
for (const { file, path: place, reason } of errors) console.error([path.basename(file), place, reason].filter((part) => part !== '').join(': '));

if (errors.length > 0) process.exitCode = 2;
else {
  const { broken, mutations } = mutateChecks(cases, known, referenceFromPacks());
  for (const id of broken) console.error(`${id}: differs from what it expects with every check in place; run npm run scenario for the differences`);
  for (const { check, heldBy } of mutations) console.log(`${heldBy.length === 0 ? 'SURVIVES' : 'held    '}  ${check}${heldBy.length === 0 ? '' : `  (${heldBy.length}: ${heldBy.slice(0, 3).join(', ')}${heldBy.length > 3 ? '…' : ''})`}`);
  const survivors = mutations.filter(({ heldBy }) => heldBy.length === 0);
  console.log(`${mutations.length - survivors.length} of ${mutations.length} checks are held by ${cases.length} cases${survivors.length === 0 ? '' : `; no case holds ${survivors.map(({ check }) => check).join(', ')}`}`);
  process.exitCode = broken.length + survivors.length > 0 ? 1 : 0;
}
