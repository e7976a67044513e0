/** Who belongs to a space and who did; one of them is chosen to be shown beside it. */
import { type ReactNode, useMemo } from 'react';
import type { SpaceMember } from '../../../shared/domain/space.ts';
import { useFormat } from '../../app/language/index.ts';
import { useReference } from '../../app/session.ts';
import { type Column, DataTable, Panel, Tag, type TagTone, useSay } from '../../ui/index.ts';
import { regionWords } from './member-facts.tsx';
import { postName, stateWord } from './space-words.ts';
import flow from '../../ui/flow.module.css';
import { hasLapsed } from './what-may.ts';

export interface MembersPanelProps {
  readonly members: readonly SpaceMember[];
  readonly now: string;
  readonly selected: string | null;
  readonly onSelect: (signKey: string | null) => void;
}

const keyOf = ({ signKey }: SpaceMember): string => signKey;

function toneOf(member: SpaceMember, now: string): TagTone {
  if (member.state === 'invited') return hasLapsed(member, now) ? 'bad' : 'warn';
  return member.state === 'member' ? 'ok' : 'neutral';
}

export function MembersPanel({ members, now, selected, onSelect }: MembersPanelProps): ReactNode {
  const say = useSay();
  const { dateTime } = useFormat();
  const { regionByCode } = useReference();
  const columns = useMemo(
    (): readonly Column<SpaceMember>[] => [
      {
        id: 'post',
        title: say('spaces.members.post'),
        isRowHeader: true,
        width: 'fill',
        sortBy: postName,
        cell: (member) => (
          <>
            {postName(member)} {member.own && <Tag isPlain>{say('spaces.members.own')}</Tag>}
            <span className={flow.under}>{member.name ? `${say(`frame.function.${member.name.function}`)} · ${regionWords(member.name, regionByCode)}` : say('spaces.members.unnamed')}</span>
          </>
        ),
      },
      { id: 'role', title: say('spaces.members.role'), cell: ({ state, role }) => (state === 'member' || state === 'invited' ? say(`spaces.standing.${role}`) : '') },
      { id: 'state', title: say('spaces.members.state'), cell: (member) => <Tag tone={toneOf(member, now)}>{stateWord(member, now, say, dateTime)}</Tag> },
    ],
    [say, dateTime, regionByCode, now],
  );
  return (
    <Panel title={say('spaces.members')} isFlush>
      <DataTable label={say('spaces.members')} rows={members} rowId={keyOf} rowText={postName} columns={columns} selectedId={selected} onSelect={onSelect} empty={say('spaces.members.none')} />
    </Panel>
  );
}
