/** A finding in words. The words before the first colon are its head, the rest says what to do. */
import type { Finding } from '../../shared/domain/assessment.ts';
import { isMessageId } from '../../shared/messages/index.ts';
import type { Say } from '../ui/index.ts';

export interface FindingWords {
  readonly head: string;
  readonly rest: string;
}

export function findingWords(finding: Finding, say: Say): FindingWords {
  const whole = isMessageId(finding.messageId) ? say(finding.messageId, finding.values) : finding.checkId;
  const colon = whole.indexOf(':');
  return colon < 0 ? { head: whole, rest: '' } : { head: whole.slice(0, colon), rest: whole.slice(colon + 1).trim() };
}

/** One line for a place without two weights of type. */
export function findingText(finding: Finding, say: Say): string {
  const { head, rest } = findingWords(finding, say);
  return rest === '' ? head : `${head}: ${rest}`;
}
