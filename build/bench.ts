/**
 * `npm run bench -- --out FILE [--only NAME] [--documents N]`: measures and writes the figures as JSON:
 * { format: 'steunpunt-bench/1', at, machine, load, shell, figures: [{ id, what, unit, value, size, beside?, ratio?, expected? }] }.
 * `load` is what the machine did beside it: its average of a minute before each bench; above the number of cores times are not to be believed.
 * A figure stands beside a peer or floor of the same run; it is never a test that fails.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, platform, release, tmpdir, totalmem } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { autosave } from '../test/bench/autosave.ts';
import { desk } from '../test/bench/desk.ts';
import { exchangeBench } from '../test/bench/exchange.ts';
import { exchangeWindow } from '../test/bench/exchange-window.ts';
import { mergeBench } from '../test/bench/merge.ts';
import type { Figure } from '../test/bench/figure.ts';
import { javascript } from '../test/bench/javascript.ts';
import { memory } from '../test/bench/memory.ts';
import { passphrase } from '../test/bench/post.ts';
import { search } from '../test/bench/search.ts';
import { start } from '../test/bench/start.ts';
import { type ScaleName, makeScalePost, scaleSizes } from '../test/helpers/scale.ts';
import { bundle, root } from './bundle.ts';

const benches = [javascript, start, autosave, memory, search, desk, mergeBench, exchangeBench, exchangeWindow];

const { values: options } = parseArgs({ options: { out: { type: 'string' }, only: { type: 'string' }, documents: { type: 'string' } } });
const documents = options.documents === undefined ? undefined : Number(options.documents);
const chosen = benches.filter((bench) => options.only === undefined || bench.name === options.only);
if (options.out === undefined || chosen.length === 0 || (documents !== undefined && !(Number.isInteger(documents) && documents >= 10))) {
  console.error(`usage: npm run bench -- --out FILE [--only ${benches.map(({ name }) => name).join('|')}] [--documents N]   documents: of the exchange, 10 or more`);
  process.exit(2);
}

await bundle();
const folder = mkdtempSync(path.join(tmpdir(), 'steunpunt-bench-'));
const figures: Figure[] = [];
const load: Record<string, number> = {};
const posts = new Map<ScaleName, Promise<string>>();

async function makePost(name: ScaleName): Promise<string> {
  const profile = path.join(folder, `scale-${name}`);
  console.log(`making a post of ${name} size`);
  await makeScalePost({ profile, work: `${profile}-work`, passphrase, size: scaleSizes[name], seed: 1 });
  return profile;
}

function scalePost(name: ScaleName): Promise<string> {
  const made = posts.get(name) ?? makePost(name);
  posts.set(name, made);
  return made;
}

try {
  for (const bench of chosen) {
    const busy = Number((loadavg()[0] ?? 0).toFixed(2));
    load[bench.name] = busy;
    if (busy > cpus().length) console.log(`${bench.name}: the machine is busy (load ${busy} on ${cpus().length} cores): times are not to be believed`);
    for (const figure of await bench.measure({ folder, root, say: console.log, scalePost, ...(documents === undefined ? {} : { documents }) })) {
      figures.push(figure);
      const peer = figure.beside ? `, ${figure.ratio}x of ${figure.beside.value} ${figure.unit} (${figure.beside.what})` : '';
      const wish = figure.expected ? ` [${figure.expected.what}: ${figure.expected.met ? 'met' : 'NOT met'}]` : '';
      console.log(`${figure.id}: ${figure.value} ${figure.unit}${peer}${wish}`);
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
const machine = { system: `${platform()} ${release()}`, cores: cpus().length, processor: cpus()[0]?.model ?? 'unknown', memoryMb: Math.round(totalmem() / 1e6), node: process.version };
mkdirSync(path.dirname(path.resolve(options.out)), { recursive: true });
writeFileSync(options.out, `${JSON.stringify({ format: 'steunpunt-bench/1', at: new Date().toISOString(), machine, load, shell: 'stand-in', figures }, undefined, 2)}\n`);
console.log(`wrote ${options.out}`);
