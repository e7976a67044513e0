/**
 * Builds what changed into dist/: main, preload, store, renderer and the packs. Each target is built beside its old version and put
 * in its place by a rename, so that a failed build leaves the last good one. `bundle()` is what the other scripts call.
 */
import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import react from '@vitejs/plugin-react';
import { type InlineConfig, type Plugin, build } from 'vite';
import { calls, events, rememberedEvents } from '../shared/contract.ts';
import { withLock } from './lock.ts';
import { noteShippedPackages, notices } from './notices.ts';

export const root = path.dirname(import.meta.dirname);
export const dist = path.join(root, 'dist');
/** what scripts remember between runs; beside dist/, because all of dist/ is shipped */
export const cache = path.join(root, 'node_modules', '.cache', 'steunpunt');

interface Target {
  readonly name: string;
  /** files and folders whose content decides whether the target is built again */
  readonly inputs: readonly string[];
  readonly make: (outDir: string) => Promise<void>;
}

/** The preload knows the contract by its names alone: schemas stay in main, so no zod runs in the window's isolated world. */
const contractNames: Plugin = {
  name: 'contract-names',
  resolveId: (id) => (id === 'virtual:contract-names' ? `\0${id}` : undefined),
  load: (id) =>
    id === '\0virtual:contract-names'
      ? [
          `export const callNames = ${JSON.stringify(Object.keys(calls))};`,
          `export const eventNames = ${JSON.stringify(Object.keys(events))};`,
          `export const rememberedEvents = ${JSON.stringify(rememberedEvents)};`,
        ].join('\n')
      : undefined,
};

/** React Aria brings its own words in some thirty languages; the window speaks two. English is what it falls back on. */
const spokenLocales: Plugin = {
  name: 'spoken-locales',
  enforce: 'pre',
  load: (id) => (/[\\/]react-(?:aria|stately|aria-components)[\\/]dist[\\/].*intl[\\/](?:.*[\\/])?(?!nl-NL|en-US)[a-z]{2}-[A-Z]{2}\.m?js$/.test(id) ? 'export default {};' : undefined),
};

/** Code that runs in Node: everything in one file a process, except Electron and the SQLite driver with its binary. */
function forNode(entries: Record<string, string>, outDir: string, more: { cjs?: boolean; define?: Record<string, string> } = {}): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    define: more.define ?? {},
    plugins: [contractNames, noteShippedPackages(outDir)],
    ssr: { target: 'node', noExternal: true, external: ['electron', 'better-sqlite3'] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: entries,
        output: more.cjs
          ? { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false }
          : { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunk-[name]-[hash].js' },
      },
    },
  };
}

function forWindow(outDir: string): InlineConfig {
  return {
    configFile: false,
    root: path.join(root, 'renderer'),
    base: '/',
    logLevel: 'warn',
    plugins: [spokenLocales, react(), noteShippedPackages(outDir)],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome140',
      // the policy of the page allows fonts and styles from its own origin only, never as data:
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
  };
}

const at = (...parts: string[]) => path.join(root, ...parts);

const targets: readonly Target[] = [
  { name: 'main', inputs: ['electron/main', 'electron/store/port.ts', 'shared'], make: async (outDir) => void (await build(forNode({ main: at('electron/main/main.ts') }, outDir))) },
  { name: 'preload', inputs: ['electron/preload', 'shared/contract.ts', 'shared/calls'], make: async (outDir) => void (await build(forNode({ preload: at('electron/preload/preload.ts') }, outDir, { cjs: true }))) },
  {
    name: 'store',
    inputs: ['electron/store', 'electron/export', 'db', 'shared'],
    make: async (outDir) => {
      const threads = { 'render-worker': at('electron/export/worker.ts'), 'log-mover': at('db/file/log-mover-thread.ts') };
      const define = { STEUNPUNT_PACK_SHAPES: JSON.stringify(inputsHash(['shared/domain', 'db/packs/read.ts'])) };
      await build(forNode({ store: at('electron/store/entry.ts'), ...threads }, outDir, { define }));
    },
  },
  { name: 'hub', inputs: ['electron/hub', 'db', 'shared'], make: async (outDir) => void (await build(forNode({ hub: at('electron/hub/entry.ts') }, outDir))) },
  { name: 'renderer', inputs: ['renderer', 'shared'], make: async (outDir) => void (await build(forWindow(outDir))) },
  {
    name: 'packs',
    inputs: ['db/packs'],
    make: async (outDir) => {
      mkdirSync(outDir, { recursive: true });
      for (const file of readdirSync(at('db/packs'))) if (file.endsWith('.json')) cpSync(at('db/packs', file), path.join(outDir, file));
    },
  },
];

/** Hash over names and contents of the inputs, and over what builds them. */
function inputsHash(inputs: readonly string[]): string {
  const hash = createHash('sha256');
  const add = (relative: string): void => {
    const full = at(relative);
    if (!existsSync(full)) return;
    const entries = readdirSync(full, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
    for (const entry of entries) {
      const name = `${relative}/${entry.name}`;
      if (entry.isDirectory()) add(name);
      else hash.update(`${name}\0`).update(readFileSync(at(name)));
    }
  };
  for (const input of [...inputs, 'build/bundle.ts', 'build/notices.ts', 'package-lock.json']) {
    if (path.extname(input)) hash.update(`${input}\0`).update(readFileSync(at(input)));
    else add(input);
  }
  return hash.digest('hex');
}

async function buildTarget(target: Target): Promise<string> {
  const started = performance.now();
  const outDir = path.join(dist, target.name);
  const mark = path.join(cache, 'built', target.name);
  const wanted = inputsHash(target.inputs);
  if (existsSync(outDir) && existsSync(mark) && readFileSync(mark, 'utf8') === wanted) return `${target.name}: unchanged`;
  const fresh = path.join(cache, 'new', target.name);
  rmSync(fresh, { recursive: true, force: true });
  await target.make(fresh);
  rmSync(outDir, { recursive: true, force: true });
  renameSync(fresh, outDir);
  mkdirSync(path.dirname(mark), { recursive: true });
  writeFileSync(mark, wanted);
  return `${target.name}: built in ${Math.round(performance.now() - started)} ms`;
}

/** Builds what changed, one line a target to `say`. Rejects with the first failure after every other target was tried. */
export async function bundle(say: (line: string) => void = console.log): Promise<void> {
  mkdirSync(dist, { recursive: true });
  mkdirSync(cache, { recursive: true });
  await withLock(path.join(cache, 'bundle.lock'), async () => {
    const failures: unknown[] = [];
    for (const target of targets) {
      try {
        say(await buildTarget(target));
      } catch (failure) {
        failures.push(failure);
        say(`${target.name}: FAILED ${stripVTControlCharacters(failure instanceof Error ? failure.message : String(failure))}`);
      }
    }
    writeFileSync(path.join(dist, 'NOTICES.txt'), notices(root, targets.map(({ name }) => name)));
    if (failures.length > 0) throw new Error(`${failures.length} of ${targets.length} targets could not be built`, { cause: failures[0] });
  });
}

if (import.meta.main) {
  await bundle().catch((failure: unknown) => {
    console.error(failure instanceof Error ? failure.message : failure);
    process.exitCode = 1;
  });
}
