/** The first step of every npm script, run as npm runs it: by whatever Node, with arguments, signals and exit codes passed through. */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const bootstrap = path.resolve('build/bootstrap.mjs');
let folder: string;
const script = (name: string, code: string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, code);
  return file;
};
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bootstrap-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('runs the script on the pinned Node, with the packages first in PATH and the arguments as given', () => {
  const file = script('say.ts', "const said: string[] = [process.version, process.env['PATH']?.split(process.platform === 'win32' ? ';' : ':')[0] ?? '', ...process.argv.slice(2)]; console.log(JSON.stringify(said));");
  const { stdout, status } = spawnSync('node', [bootstrap, file, '--out', 'een map'], { encoding: 'utf8' });
  const [version, first, ...args] = JSON.parse(stdout) as string[];
  expect(status).toBe(0);
  expect(version).toMatch(/^v24\./);
  expect(first).toBe(path.resolve('node_modules/.bin'));
  expect(args).toEqual(['--out', 'een map']);
});

it('ends with the exit code of the script', () => {
  expect(spawnSync('node', [bootstrap, script('end.ts', 'process.exit(7);')]).status).toBe(7);
});

it('passes a signal on, and waits for the script to end in order', async () => {
  const file = script('wait.ts', "process.on('SIGTERM', () => { console.log('in order'); process.exit(3); }); setInterval(() => {}, 1000); console.log('ready');");
  const child = spawn('node', [bootstrap, file]);
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part;
    if (part.includes('ready')) child.kill('SIGTERM');
  });
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect(code).toBe(3);
  expect(said).toContain('in order');
});

it('says what it needs when no script is named', () => {
  const { status, stderr } = spawnSync('node', [bootstrap], { encoding: 'utf8' });
  expect(status).toBe(1);
  expect(stderr).toContain('usage');
});
