/**
 * `npm run scenario -- CASE.json... --out DIR`: runs cases headless in the built application and writes what came of them.
 * Format, results and exit codes: test/scenarios/README.md.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { caseJsonSchema } from '../test/scenarios/case.ts';
import { bundle, root } from './bundle.ts';
import { readCases, refuseOutput } from './scenario/read-cases.ts';
import { type CaseOutcome, runCases } from './scenario/run.ts';

const usage = 'usage: npm run scenario -- CASE.json... --out DIR\n       npm run scenario -- --write-schema';

async function main(argv: readonly string[]): Promise<0 | 1 | 2> {
  const args = readArguments(argv);
  if (!args) {
    console.error(usage);
    return 2;
  }
  if ('writeSchema' in args) {
    writeFileSync(path.join(root, 'test/scenarios/case.schema.json'), `${JSON.stringify(caseJsonSchema(), null, 1)}\n`);
    return 0;
  }

  const read = readCases(args.files);
  const errors = [...read.errors, ...refuseOutput(args.out, read.cases)];
  for (const { file, path: place, reason } of errors) console.error([file, place, reason].filter((part) => part !== '').join(': '));
  if (errors.length > 0) {
    console.error(`${errors.length} ${errors.length === 1 ? 'error' : 'errors'}; nothing was run or written`);
    return 2;
  }
  if (read.cases.length === 0) {
    console.error(`no case among the files\n${usage}`);
    return 2;
  }

  await bundle((line) => console.error(line));
  const outcomes: CaseOutcome[] = [];
  await runCases(read.cases, args.out, (outcome) => {
    outcomes.push(outcome);
    report(outcome, args.out);
  });
  const good = outcomes.filter((one) => one.result?.differences.length === 0).length;
  console.log(`${good} of ${read.cases.length} cases as expected`);
  return good === read.cases.length ? 0 : 1;
}

type Arguments = { readonly writeSchema: true } | { readonly files: readonly string[]; readonly out: string };

function readArguments(argv: readonly string[]): Arguments | undefined {
  try {
    const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options: { out: { type: 'string' }, 'write-schema': { type: 'boolean' } } });
    if (values['write-schema'] === true && positionals.length === 0) return { writeSchema: true };
    if (values.out === undefined || values.out === '' || positionals.length === 0) return undefined;
    return { files: positionals, out: path.resolve(values.out) };
  } catch {
    return undefined;
  }
}

function report({ id, result, failure }: CaseOutcome, out: string): void {
  if (!result) {
    console.error(`${id}: FAILED: ${failure ?? 'no reason given'}`);
    return;
  }
  const { finder, checks, completeness, documents } = result;
  const count = (severity: string): number => (checks ?? []).filter((check) => check.severity === severity).length;
  const said = [
    ...(finder ? [`finder ${finder.state}${finder.outcome === null ? '' : ` ${finder.outcome}`}`] : []),
    ...(completeness ? [`${count('blocks')} block`, `${count('warns')} warn`, `${completeness.filled} of ${completeness.required} required`, `${documents.length} documents`] : []),
  ];
  console.log(`${id}: ${said.join(', ')} -> ${path.join(path.relative(process.cwd(), out), id)}`);
  for (const difference of result.differences) console.error(`  ${difference}`);
}

process.exitCode = await main(process.argv.slice(2)).catch((failure: unknown) => {
  console.error(failure instanceof Error ? failure.message : String(failure));
  return 1;
});
