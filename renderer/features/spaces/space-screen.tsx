/** One space: who belongs to it, what happened, and what a person can do with it. */
import { type ReactNode, useState } from 'react';
import type { SpaceDetail } from '../../../shared/domain/space.ts';
import { useHanded } from '../../app/handed-file.ts';
import { href } from '../../app/routes.ts';
import { useFollowing } from '../../app/use-following.ts';
import { useNow } from '../../app/use-now.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { Button, ErrorState, PlusIcon, Room, RoomStack, ScreenHead, Skeleton, Tag, useSay } from '../../ui/index.ts';
import { AboutPanel } from './about-panel.tsx';
import { EnterButton } from './enter-button.tsx';
import { EventsPanel } from './events-panel.tsx';
import { InviteDialog } from './invite-dialog.tsx';
import { MemberPanel } from './member-panel.tsx';
import { MembersPanel } from './members-panel.tsx';
import { SpaceActions } from './space-actions.tsx';
import { SpaceBanners } from './space-banners.tsx';
import { spaceName } from './space-words.ts';
import { StandingTag } from './standing-tag.tsx';
import { mayInSpace } from './what-may.ts';

export function SpaceScreen({ id }: { readonly id: string }): ReactNode {
  const space = useCall('space.open', { id });
  useFollowing(space.refresh);
  useEvent('exchange.ended', space.refresh);
  if (space.state === 'error') return <ErrorState isPage error={space.error} onRetry={space.refresh} />;
  if (space.state === 'loading') return <Skeleton lines={12} />;
  return <OneSpace space={space.value} onChanged={space.refresh} />;
}

function OneSpace({ space, onChanged }: { readonly space: SpaceDetail; readonly onChanged: () => void }): ReactNode {
  const say = useSay();
  const now = useNow();
  const { summary, members, events } = space;
  const may = mayInSpace(space);
  const [chosen, setChosen] = useState<string | null>(null);
  const handed = useHanded('card');
  const [inviting, setInviting] = useState(handed.file !== undefined && may.invite);
  const closeInvite = (): void => {
    setInviting(false);
    handed.putAway();
  };
  const member = members.find(({ signKey }) => signKey === chosen) ?? members.find(({ own }) => own) ?? members[0];
  return (
    <>
      <ScreenHead
        kicker={
          <>
            <a href={href({ room: 'spaces' })}>{say('spaces.back')}</a> · {summary.standing === 'awaiting' ? null : `${say(`spaces.kind.${summary.kind}`)} `}
            <StandingTag standing={summary.standing} /> {summary.home && <Tag isPlain>{say('spaces.home')}</Tag>} {summary.frozen && <Tag isPlain>{say('spaces.frozen')}</Tag>}
          </>
        }
        title={spaceName(summary, say)}
        actions={
          <>
            {may.enter && <EnterButton spaceId={summary.id} />}
            <SpaceActions space={space} onChanged={onChanged} />
            {may.invite && (
              <Button variant="primary" icon={<PlusIcon />} onPress={() => setInviting(true)}>
                {say('spaces.invite')}
              </Button>
            )}
          </>
        }
      />
      <SpaceBanners space={space} />
      {members.length > 0 && (
        <Room
          asideWidth="reading"
          aside={
            <RoomStack label={say('spaces.aside')}>
              {member && <MemberPanel key={member.signKey} space={space} member={member} now={now} onChanged={onChanged} />}
              <AboutPanel space={space} />
            </RoomStack>
          }
        >
          <RoomStack>
            <MembersPanel members={members} now={now} selected={member?.signKey ?? null} onSelect={(signKey) => setChosen(signKey ?? chosen)} />
            <EventsPanel events={events} />
          </RoomStack>
        </Room>
      )}
      {inviting && <InviteDialog space={space} card={handed.file} onInvited={onChanged} onClose={closeInvite} />}
    </>
  );
}
