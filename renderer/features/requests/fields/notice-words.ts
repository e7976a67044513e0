/** How the notice of a capability stands against the start that is asked, in one line. */
import type { Capability } from '../../../../shared/domain/capability.ts';
import { hoursBetween, moment, momentOfInstant } from '../../../../shared/domain/moment.ts';
import type { Say } from '../../../ui/index.ts';

/** `left` is how long from now to the start, whole hours; nothing when the start is not known or has passed, or no notice is public. */
export function noticeWords(capability: Capability, start: string | undefined, now: string, say: Say): string | undefined {
  const formal = capability.notice.formalHours;
  const [begin, clock] = [moment(start), momentOfInstant(now)];
  if (formal === undefined) return say('depth.noticeNotPublic');
  if (!begin || !clock) return say('depth.noticeNoStart', { formal });
  const left = hoursBetween(clock, begin);
  return left < 0 ? say('depth.noticePassed', { formal }) : say('depth.noticeLeft', { formal, left: Math.floor(left) });
}
