/** What a run says of the advice and the life of a case, and how that differs from what the case expects. */
import type { Locale } from '../../shared/domain/basics.ts';
import type { CaseAdvice, CaseLife } from '../../test/scenarios/case.ts';
import { type ResultAdvice, type ResultLife, checkDifferences, checkOf } from './result.ts';
import type { OpenedAdvice, OpenedLife } from './run-life.ts';

export function describeAdvice({ advice, findings, suggestions }: OpenedAdvice, locale: Locale): ResultAdvice {
  return {
    outcome: advice.values.outcome ?? null,
    checks: findings.map((finding) => checkOf(finding, locale)),
    suggestions: Object.fromEntries(suggestions.map(({ criterionId, finding }) => [criterionId, finding ?? null])),
  };
}

export function describeLife({ state, tasks, comparison, lines, amendments, steps }: OpenedLife): ResultLife {
  return {
    state,
    tasks: tasks.map(({ kind }) => kind),
    differs: comparison.differs,
    lines: lines.map(({ asked, granted, deployed, returned }) => Object.fromEntries(Object.entries({ asked, granted, deployed, returned }).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))),
    changed: amendments.at(-1)?.fields ?? [],
    steps: steps.map(({ kind, at, correctedBy }) => ({ kind, at, corrected: correctedBy !== undefined })),
  };
}

const differ = (what: string, wanted: unknown, came: unknown): string[] =>
  wanted === undefined || JSON.stringify(wanted) === JSON.stringify(came) ? [] : [`${what}: expected ${JSON.stringify(wanted)}, came ${JSON.stringify(came)}`];

export function adviceDifferences(expect: CaseAdvice['expect'], came: ResultAdvice): string[] {
  if (!expect) return [];
  return [
    ...Object.entries(expect.suggestions ?? {}).flatMap(([criterion, finding]) => differ(`proposal for ${criterion}`, finding, came.suggestions[criterion] ?? null)),
    ...checkDifferences(expect, came.checks).map((difference) => `advice, ${difference}`),
    ...differ('advice, remarks that block', expect.blocks, came.checks.filter(({ severity }) => severity === 'blocks').length),
  ];
}

export function lifeDifferences(expect: CaseLife['expect'], came: ResultLife): string[] {
  if (!expect) return [];
  return [
    ...differ('state', expect.state, came.state),
    ...differ('tasks', expect.tasks, came.tasks),
    ...differ('advice beside decision', expect.differs, came.differs),
    ...differ('numbers per line', expect.lines, came.lines),
    ...differ('fields changed', expect.changed, came.changed),
  ];
}
