/**
 * `npm test`: everything that can be shown on this machine, from types to the application in a browser. Ends with one line of counts
 * over all of it; types, lint, arrows and the build count as one each.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { bundle, root } from './bundle.ts';
import { check, sayChecks } from './check.ts';
import { electronRuntime } from './electron-runtime.ts';
import { findChromium } from './shell-stand-in/chromium.ts';

interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}
const total: Counts = { passed: 0, failed: 0, skipped: 0 };
const add = ({ passed, failed, skipped }: Counts): void => {
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
};
const heading = (text: string): void => console.log(`\n— ${text}`);

/** Runs the command of a package with its output on the terminal; gives its exit code. */
function run(packageFile: string, args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', packageFile), ...args], { cwd: root, stdio: 'inherit', env: { ...process.env, ...env } });
    child.on('error', () => resolve(1));
    child.on('exit', (code) => resolve(code ?? 1));
  });
}

function readReport<T>(file: string): T | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as T;
  } catch {
    return undefined;
  }
}

/** A runner that ends badly without a failed test has failed all the same, and so has one that leaves no report. */
const atLeastOneFailure = (counts: Counts, exitCode: number): Counts => (exitCode !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts);

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
}

async function unitTests(): Promise<Counts> {
  const report = path.join(root, 'test-results', 'unit.json');
  rmSync(report, { force: true });
  const exitCode = await run('vitest/vitest.mjs', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]);
  const said = readReport<VitestReport>(report);
  if (!said) return { passed: 0, failed: 1, skipped: 0 };
  // a file that cannot be loaded holds no failed test
  const brokenFiles = said.testResults.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.every((test) => test.status !== 'failed')).length;
  return atLeastOneFailure({ passed: said.numPassedTests, failed: said.numFailedTests + brokenFiles, skipped: said.numPendingTests + said.numTodoTests }, exitCode);
}

interface PlaywrightReport {
  readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number; readonly skipped: number };
}

async function windowTests(): Promise<Counts> {
  const report = path.join(root, 'test-results', 'e2e.json');
  rmSync(report, { force: true });
  console.log(electronRuntime() === undefined ? "On the shell stand-in: Electron's runtime is not here." : 'On Electron.');
  const exitCode = await run('@playwright/test/cli.js', ['test', '--reporter=line,json'], { PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  const stats = readReport<PlaywrightReport>(report)?.stats;
  if (!stats) return { passed: 0, failed: 1, skipped: 0 };
  if (stats.flaky > 0) console.log(`${stats.flaky} of them passed only at the second try; they are named above as flaky.`);
  return atLeastOneFailure({ passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped }, exitCode);
}

const apt = (...args: string[]): boolean => spawnSync('apt-get', args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status === 0;

/** Whether the window tests have a browser; on Debian root installs it, elsewhere the command is named. */
function haveBrowser(): boolean {
  if (electronRuntime() !== undefined || findChromium() !== undefined) return true;
  const debian = existsSync('/etc/debian_version');
  if (debian && process.getuid?.() === 0) {
    if (apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')) return findChromium() !== undefined;
  }
  console.log(`The window tests need a Chromium. Run once: ${debian ? 'sudo apt-get install -y chromium' : 'the installer of Chromium, Chrome or Edge for this system'}`);
  return false;
}

async function build(): Promise<Counts> {
  try {
    await bundle();
    return { passed: 1, failed: 0, skipped: 0 };
  } catch (failure) {
    console.log(failure instanceof Error ? failure.message : failure);
    return { passed: 0, failed: 1, skipped: 0 };
  }
}

const started = performance.now();
heading('types, lint, arrows');
const checks = await check();
sayChecks(checks);
add({ passed: checks.filter(({ ok }) => ok).length, failed: checks.filter(({ ok }) => !ok).length, skipped: 0 });
heading('build');
add(await build());
heading('unit, property and scenario tests');
add(await unitTests());
heading('the application in its window');
add(haveBrowser() ? await windowTests() : { passed: 0, failed: 1, skipped: 0 });

console.log(`\nin ${Math.round((performance.now() - started) / 1000)} s`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;
