import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url).pathname;
const goodCase = path.join(root, 'test/scenarios/zuid-limburg-2021.json');

function scenario(...args: string[]): { status: number | null; said: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [path.join(root, 'build/scenario.ts'), ...args], { encoding: 'utf8' });
  return { status, said: stdout + stderr };
}

describe('npm run scenario, before it runs anything', () => {
  let dir = '';
  let out = '';
  beforeEach(() => {
    dir = mkdtempSync(path.join(tmpdir(), 'steunpunt-command-'));
    out = path.join(dir, 'out');
  });
  afterEach(() => {
    rmSync(dir, { recursive: true });
  });

  it('says path and reason of every error of every file, ends with 2 and writes nothing, though another case is good', () => {
    const raw = JSON.parse(readFileSync(goodCase, 'utf8'));
    raw.values['basis.ground'] = 'flood';
    delete raw.now;
    const bad = path.join(dir, 'bad.json');
    const broken = path.join(dir, 'broken.json');
    writeFileSync(bad, JSON.stringify(raw));
    writeFileSync(broken, '{');
    const { status, said } = scenario(goodCase, bad, broken, '--out', out);
    expect(status).toBe(2);
    expect(said).toContain(`${bad}: now: `);
    expect(said).toContain(`${bad}: values.basis.ground: no option flood; there is fire, disaster, crisis, seriousFear`);
    expect(said).toContain(`${broken}: `);
    expect(said).toContain('3 errors; nothing was run or written');
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    ['nothing', []],
    ['no folder', [goodCase]],
    ['no case', ['--out', 'x']],
    ['an unknown option', [goodCase, '--out', 'x', '--fast']],
  ])('shows how it is called and ends with 2 when given %s', (_what, args) => {
    const { status, said } = scenario(...args);
    expect(status).toBe(2);
    expect(said).toContain('usage: npm run scenario -- CASE.json... --out DIR');
  });
});
