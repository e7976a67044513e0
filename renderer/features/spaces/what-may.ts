/** What a person may do in a space, told by what the post is there; the store holds to the same. */
import type { SpaceDetail, SpaceMember } from '../../../shared/domain/space.ts';

export interface MayInSpace {
  readonly invite: boolean;
  readonly setHome: boolean;
  readonly leave: boolean;
  readonly freeze: boolean;
  readonly erase: boolean;
  readonly forget: boolean;
  /** to work in it: an exercise is worked in by itself */
  readonly enter: boolean;
}

const keeps = ({ summary }: SpaceDetail): boolean => summary.standing === 'keeper' && !summary.frozen;
const belongs = ({ state }: SpaceMember): boolean => state === 'member' || state === 'invited';

/** Nobody could invite, remove or freeze any more without this post. */
export function isOnlyKeeper({ summary, members }: SpaceDetail): boolean {
  return summary.standing === 'keeper' && !members.some((member) => member.role === 'keeper' && belongs(member) && !member.own);
}

export function mayInSpace(space: SpaceDetail): MayInSpace {
  const { standing, frozen, kind, home } = space.summary;
  const writes = !frozen && (standing === 'keeper' || standing === 'editor');
  return {
    invite: keeps(space),
    setHome: writes && !home && kind !== 'exercise',
    leave: !frozen && (standing === 'editor' || standing === 'reader' || (standing === 'keeper' && !isOnlyKeeper(space))),
    freeze: keeps(space) && kind === 'exercise',
    erase: kind === 'exercise' && standing !== 'awaiting',
    forget: standing === 'awaiting',
    enter: kind === 'exercise' && standing !== 'awaiting',
  };
}

export interface MayWithMember {
  readonly changeRole: boolean;
  readonly remove: boolean;
  readonly showInvitation: boolean;
}

/** `now`: an instant; an invitation that has run out is no use to anybody. */
export function mayWithMember(space: SpaceDetail, member: SpaceMember, now: string): MayWithMember {
  const canKeep = keeps(space) && belongs(member);
  return {
    changeRole: canKeep && !(member.own && isOnlyKeeper(space)),
    remove: canKeep && !member.own,
    showInvitation: canKeep && member.state === 'invited' && !hasLapsed(member, now),
  };
}

export const hasLapsed = ({ state, until }: SpaceMember, now: string): boolean => state === 'invited' && until !== undefined && until < now;

/** The post came in by invitation and nothing of the space is here yet: what is there must be fetched. */
export function isFresh({ summary, members, events }: SpaceDetail): boolean {
  const own = members.find((member) => member.own);
  return own?.state === 'member' && summary.documents === 0 && events.some(({ act, subject }) => act === 'admit' && subject === own.fingerprint);
}
