/**
 * `npm run check`: types of every project, lint, and the arrows of the house, in seconds. electron/main is compiled twice: against
 * Electron's definitions, and against the shell stand-in, so that a call which the stand-in lacks is found here.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { cache, root } from './bundle.ts';

export interface CheckResult {
  readonly name: string;
  readonly ok: boolean;
  readonly output: string;
}

/** The command of a package of node_modules, run by this Node on every system. */
function run(name: string, packageFile: string, args: readonly string[]): Promise<CheckResult> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', packageFile), ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (part: string) => (output += part));
    child.on('error', (error) => resolve({ name, ok: false, output: error.message }));
    child.on('close', (code) => resolve({ name, ok: code === 0, output }));
  });
}

/**
 * A copy of Electron's definitions whose modules have other names, beside which `electron` can be the stand-in: an ambient module
 * would win over the path mapping of tsconfig.stand-in.json.
 */
function copyDefinitions(): void {
  const definitions = readFileSync(path.join(root, 'node_modules', 'electron', 'electron.d.ts'), 'utf8');
  const renamed = definitions.replaceAll(/^declare module '(electron[^']*)'/gm, "declare module 'definitions-of-$1'");
  if (renamed === definitions) throw new Error('Electron declares its modules in another way now: build/check.ts must follow');
  mkdirSync(cache, { recursive: true });
  writeFileSync(path.join(cache, 'electron-definitions.d.ts'), renamed);
}

export async function check(): Promise<CheckResult[]> {
  copyDefinitions();
  // what was checked is kept by content beside node_modules: a second check looks only at what a change touches
  const types = (project: string): Promise<CheckResult> =>
    run(`types: ${project}`, 'typescript/bin/tsc', ['-p', `tsconfig.${project}.json`, '--pretty', 'false', '--incremental', '--tsBuildInfoFile', path.join(cache, `types-${project}.json`)]);
  const lint = run('lint', 'oxlint/bin/oxlint', []);
  const arrows = run('arrows', 'dependency-cruiser/bin/dependency-cruiser.mjs', ['--config', 'dependency-rules.config.mjs', 'shared', 'db', 'electron', 'renderer', 'build', 'test']);
  return [...(await Promise.all(['shared', 'node', 'renderer', 'stand-in'].map(types))), await lint, await arrows];
}

export function sayChecks(results: readonly CheckResult[]): void {
  for (const { name, ok, output } of results) {
    console.log(`${ok ? 'passed' : 'FAILED'}  ${name}`);
    if (!ok) console.log(output.trimEnd());
  }
}

if (import.meta.main) {
  const results = await check();
  sayChecks(results);
  process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;
}
