/** Which remarks of the checks belong to which line of capabilities: the checks name the line, the line shows them. */
import type { Finding } from '../../../../shared/domain/assessment.ts';
import type { CapabilityLine, FieldValue } from '../../../../shared/domain/request.ts';
import { asLines } from './narrow.ts';

const lineOf = (finding: Finding): string | undefined => {
  const { line } = finding.values;
  return typeof line === 'string' ? line : undefined;
};

/** True when a line of the field shows the remark. */
export function isAtLine(finding: Finding, value: FieldValue | undefined): boolean {
  const id = lineOf(finding);
  return id !== undefined && asLines(value).some((line) => line.id === id);
}

const capabilityOf = (line: CapabilityLine): string => line.capabilityId ?? line.description.trim().toLocaleLowerCase('nl-NL');

/**
 * A remark stands at the line it names and at every other line for the same capability: people who are counted twice are as wrong in
 * the second line as in the first.
 */
export function findingsOfLine(findings: readonly Finding[], lines: readonly CapabilityLine[], line: CapabilityLine): readonly Finding[] {
  const own = capabilityOf(line);
  return findings.filter((finding) => {
    if (finding.outcome === 'ok') return false;
    const named = lines.find((one) => one.id === lineOf(finding));
    return named !== undefined && (named.id === line.id || (own !== '' && capabilityOf(named) === own));
  });
}
