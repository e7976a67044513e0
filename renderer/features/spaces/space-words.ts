/** What is shown of spaces, posts and events, in words. */
import type { MemberName, SpaceContents, SpaceDetail, SpaceMember, SpaceSummary } from '../../../shared/domain/space.ts';
import type { MessageId } from '../../../shared/messages/index.ts';
import type { Say } from '../../ui/index.ts';
import { hasLapsed } from './what-may.ts';

/** By words a space comes without its name. */
export function spaceName({ id, name, standing, members }: SpaceSummary, say: Say): string {
  return standing === 'awaiting' && members === 0 ? say('spaces.unnamed', { id: id.slice(-8) }) : name;
}

/** A post by its name; while that has not arrived, by the beginning of its fingerprint. */
export function postName({ name, fingerprint }: { readonly name?: MemberName | undefined; readonly fingerprint: string }): string {
  return name?.post ?? fingerprint.split('-').slice(0, 2).join('-');
}

export function stateWord(member: SpaceMember, now: string, say: Say, moment: (instant: string) => string): string {
  if (member.state !== 'invited') return say(`spaces.state.${member.state}`);
  return hasLapsed(member, now) ? say('spaces.state.lapsed') : say('spaces.state.invited', { until: moment(member.until ?? now) });
}

const counted = ['requests', 'dossiers', 'advices', 'attachments'] as const;

/** Undefined when nothing is there. `list` joins: '2 verzoeken en 1 dossier'. */
export function contentsWords(contents: SpaceContents, say: Say, list: (items: readonly string[]) => string): string | undefined {
  const some = counted.filter((kind) => contents[kind] > 0);
  return some.length === 0 ? undefined : list(some.map((kind) => say(`spaces.about.${kind}`, { count: contents[kind] })));
}

export type SpaceEvent = SpaceDetail['events'][number];

export function eventWords({ act, by, byName, subject, subjectName, role }: SpaceEvent, say: Say): string {
  const words = {
    by: postName({ fingerprint: by, ...(byName ? { name: byName } : {}) }),
    subject: postName({ fingerprint: subject, ...(subjectName ? { name: subjectName } : {}) }),
    role: role === undefined ? '' : say(`spaces.standing.${role}`),
  };
  const id: MessageId = act === 'role' && by === subject ? 'spaces.event.ownRole' : `spaces.event.${act}`;
  return say(id, words);
}
