/**
 * The first step of every npm script: `node build/bootstrap.mjs build/X.ts args...`. It runs on whatever Node >= 20 started npm,
 * installs what is missing, and then runs the script on the Node that the project pins (the `node` package), because the SQLite
 * driver crashes an older one. Plain JavaScript with built-ins only: it has to run before anything is installed.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { constants } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const windows = process.platform === 'win32';
const modules = path.join(root, 'node_modules');
const marker = path.join(modules, '.steunpunt-lock');
const pinnedNode = path.join(modules, 'node', 'bin', windows ? 'node.exe' : 'node');

/** @param {string} message @returns {never} */
function fail(message) {
  process.stderr.write(`\nSteunpunt: ${message}\n`);
  process.exit(1);
}

/** Whether npm's own record of node_modules names the same packages as the lock file: then an install would change nothing. */
function holdsWhatTheLockNames(lockText) {
  try {
    const wanted = JSON.parse(lockText).packages;
    const held = JSON.parse(readFileSync(path.join(modules, '.package-lock.json'), 'utf8')).packages;
    return Object.entries(wanted).every(([where, entry]) => {
      if (where === '') return true;
      const present = held[where];
      if (!present) return entry.optional === true || entry.devOptional === true;
      return present.version === entry.version && present.integrity === entry.integrity;
    });
  } catch {
    return false;
  }
}

function install() {
  const lockText = readFileSync(path.join(root, 'package-lock.json'), 'utf8');
  const wanted = createHash('sha256').update(lockText).digest('hex');
  const held = existsSync(marker) ? readFileSync(marker, 'utf8').trim() : '';
  if (held === wanted && existsSync(pinnedNode)) return;
  if (!(existsSync(pinnedNode) && holdsWhatTheLockNames(lockText))) {
    process.stdout.write('Steunpunt: installing packages (npm ci)\n');
    const npm = process.env['npm_execpath'];
    const result = npm
      ? spawnSync(process.execPath, [npm, 'ci', '--loglevel=error'], { cwd: root, stdio: 'inherit' })
      : spawnSync('npm', ['ci', '--loglevel=error'], { cwd: root, stdio: 'inherit', shell: windows });
    if (result.error) fail(`npm could not be started (${result.error.message}). Node.js >= 20 with npm must be in PATH.`);
    if (result.status !== 0) fail('npm ci failed; what it said stands above. It needs the npm registry once; after that no network.');
    if (!existsSync(pinnedNode)) fail(`npm ci ended well but ${pinnedNode} is not there: install scripts of the package "node" were blocked.`);
  }
  writeFileSync(marker, `${wanted}\n`);
}

const [script, ...args] = process.argv.slice(2);
if (!script) fail('usage: node build/bootstrap.mjs build/X.ts args...');
if (Number(process.versions.node.split('.')[0]) < 20) fail(`Node.js >= 20 is needed, this is ${process.version}.`);
install();

const searchPath = [path.join(modules, '.bin'), process.env['PATH'] ?? process.env['Path'] ?? ''].join(path.delimiter);
const environment = { ...process.env };
delete environment['Path'];
environment['PATH'] = searchPath;
const child = spawn(pinnedNode, [path.resolve(root, script), ...args], { stdio: 'inherit', env: environment });
child.on('error', (error) => fail(`the pinned Node could not be started: ${error.message}`));

// A terminal sends Ctrl+C to the whole group, so the child has it already; from elsewhere the signal comes to us alone.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
  });
}
child.on('exit', (code, signal) => process.exit(signal ? 128 + (constants.signals[signal] ?? 1) : (code ?? 1)));
