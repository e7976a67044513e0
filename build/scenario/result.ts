/** What a run says of a case, as it stands in result.json, and how that differs from what the case expects. */
import type { Assessment, Finding } from '../../shared/domain/assessment.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import { isMessageId, say } from '../../shared/messages/index.ts';
import { citation } from '../../shared/rules/citation.ts';
import type { ExpectedCheck, Expectation } from '../../test/scenarios/case.ts';
import type { FinderResultOfCase } from './finder.ts';

export interface ResultCheck {
  readonly id: string;
  readonly severity: string;
  readonly field: string | null;
  readonly source: string;
  readonly messageId: string;
  readonly message: string;
}

export interface ResultAdvice {
  readonly outcome: string | null;
  readonly checks: readonly ResultCheck[];
  /** what the assessment proposes, by criterion; null where it only informs */
  readonly suggestions: Readonly<Record<string, string | null>>;
}

export interface ResultLife {
  readonly state: string;
  readonly tasks: readonly string[];
  readonly differs: string;
  readonly lines: readonly Readonly<Record<string, number>>[];
  readonly changed: readonly string[];
  readonly steps: readonly { readonly kind: string; readonly at: string; readonly corrected: boolean }[];
}

export interface ResultDocument {
  readonly format: string;
  readonly name: string;
  readonly bytes: number;
  readonly sha256: string;
}

/** What the rules say of the request of a case. */
export interface Judgement {
  readonly legalBasis: string;
  readonly route: readonly { readonly id: string; readonly kind: string; readonly from: string; readonly to: string | null; readonly text: string; readonly source: string }[];
  readonly checks: readonly ResultCheck[];
  readonly completeness: Assessment['completeness'];
}

/** Of a case of the finder alone there is no request, and no document. */
export interface CaseResult extends Partial<Judgement> {
  readonly case: string;
  readonly applicationVersion: string;
  readonly finder?: FinderResultOfCase;
  readonly advice?: ResultAdvice;
  readonly life?: ResultLife;
  readonly documents: readonly ResultDocument[];
  readonly differences: readonly string[];
}

/** The assessment in the words that a person would see. Throws when a remark has no words: that is a defect, not a difference. */
export function describe(assessment: Assessment, locale: Locale): Judgement {
  return {
    legalBasis: assessment.legalBasisId,
    route: assessment.route.map((step) => ({ id: step.id, kind: step.kind, from: step.from, to: step.to ?? null, text: step.text[locale], source: citation(step.provenance) })),
    checks: assessment.findings.map((finding) => checkOf(finding, locale)),
    completeness: assessment.completeness,
  };
}

export function checkOf(finding: Finding, locale: Locale): ResultCheck {
  if (!isMessageId(finding.messageId)) throw new Error(`check ${finding.checkId} speaks of ${finding.messageId}, which has no words`);
  const message = say(locale, finding.messageId, finding.values);
  return { id: finding.checkId, severity: finding.outcome, field: finding.field ?? null, source: finding.source, messageId: finding.messageId, message };
}

const matches = (check: ResultCheck, wanted: ExpectedCheck): boolean =>
  check.id === wanted.id &&
  (wanted.severity === undefined || check.severity === wanted.severity) &&
  (wanted.field === undefined || check.field === wanted.field) &&
  (wanted.messageId === undefined || check.messageId === wanted.messageId);

const words = ({ id, severity, field, messageId }: ExpectedCheck): string =>
  [id, severity, field === undefined ? undefined : `at ${field}`, messageId].filter((part) => part !== undefined).join(' ');

/** Remarks that are missing, and remarks that must not be there. */
export function checkDifferences({ checks = [], absent = [] }: Pick<Expectation, 'checks' | 'absent'>, came: readonly ResultCheck[]): string[] {
  const found: string[] = [];
  for (const wanted of checks) {
    if (came.some((check) => matches(check, wanted))) continue;
    const others = came.filter((check) => check.id === wanted.id).map((check) => `${check.severity} at ${check.field ?? 'no field'} (${check.messageId})`);
    found.push(`check missing: ${words(wanted)}; the check said ${others.length === 0 ? 'nothing' : others.join(', ')}`);
  }
  for (const unwanted of absent) {
    for (const check of came.filter((one) => matches(one, unwanted))) found.push(`check not expected: ${words(unwanted)}; it said: ${check.message}`);
  }
  return found;
}

/** Every difference between what came and what the case expects, one sentence each; empty when it came true. */
export function differences(expect: Expectation | undefined, came: Judgement): string[] {
  if (!expect) return [];
  const found: string[] = [];
  const same = (what: string, wanted: unknown, got: unknown): void => {
    if (wanted !== undefined && JSON.stringify(wanted) !== JSON.stringify(got)) found.push(`${what}: expected ${JSON.stringify(wanted)}, came ${JSON.stringify(got)}`);
  };
  same('legal basis', expect.legalBasis, came.legalBasis);
  same('route', expect.route, came.route.map((step) => step.id));
  found.push(...checkDifferences(expect, came.checks));
  const count = (severity: string): number => came.checks.filter((check) => check.severity === severity).length;
  same('remarks that block', expect.blocks, count('blocks'));
  same('remarks that warn', expect.warns, count('warns'));
  const { required, filled } = came.completeness;
  same('completeness', expect.completeness && { required: expect.completeness.required, filled: expect.completeness.filled }, { required, filled });
  return found;
}
