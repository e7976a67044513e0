/** All spaces of this post: what it shares, with how many, and what it is there. */
import { type ReactNode, useMemo, useState } from 'react';
import type { SpaceSummary } from '../../../shared/domain/space.ts';
import { useHanded } from '../../app/handed-file.ts';
import { type Format, useFormat } from '../../app/language/index.ts';
import { navigate } from '../../app/routes.ts';
import { useFollowing } from '../../app/use-following.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { Banner, Button, type Column, DataTable, EmptyState, ErrorState, Panel, PlusIcon, type Say, ScreenHead, Skeleton, Tag, useSay } from '../../ui/index.ts';
import { CardDialog } from './card-dialog.tsx';
import { JoinDialog } from './join-dialog.tsx';
import { NewSpaceDialog } from './new-space-dialog.tsx';
import { spaceName } from './space-words.ts';
import flow from '../../ui/flow.module.css';
import { StandingTag } from './standing-tag.tsx';

type Asked = 'new' | 'join' | 'card';

export function SpacesScreen(): ReactNode {
  const say = useSay();
  const list = useCall('space.list', {});
  const handed = useHanded('invitation');
  const [asked, setAsked] = useState<Asked | undefined>(handed.file && 'join');
  useFollowing(list.refresh);
  useEvent('exchange.ended', list.refresh);
  const close = (): void => {
    setAsked(undefined);
    handed.putAway();
  };
  return (
    <>
      <ScreenHead
        title={say('spaces.title')}
        kicker={say('spaces.kicker')}
        actions={
          <>
            <Button onPress={() => setAsked('card')}>{say('spaces.card')}</Button>
            <Button onPress={() => setAsked('join')}>{say('spaces.join')}</Button>
            <Button variant="primary" icon={<PlusIcon />} onPress={() => setAsked('new')}>
              {say('spaces.new')}
            </Button>
          </>
        }
      />
      {list.state === 'loading' && <Skeleton lines={6} />}
      {list.state === 'error' && <ErrorState error={list.error} onRetry={list.refresh} />}
      {list.state === 'ready' && <SpacesTable spaces={list.value} />}
      {asked === 'new' && <NewSpaceDialog onClose={close} />}
      {asked === 'join' && <JoinDialog spaces={list.state === 'ready' ? list.value : []} given={handed.file} onClose={close} />}
      {asked === 'card' && <CardDialog onClose={close} />}
    </>
  );
}

const idOf = ({ id }: SpaceSummary): string => id;

function SpacesTable({ spaces }: { readonly spaces: readonly SpaceSummary[] }): ReactNode {
  const say = useSay();
  const format = useFormat();
  const columns = useMemo(() => columnsFor(say, format), [say, format]);
  const isAlone = spaces.length > 0 && spaces.every(({ members, standing }) => members <= 1 && standing === 'keeper');
  return (
    <>
      {isAlone && (
        <Banner title={say('spaces.alone.title')}>
          <p>{say('spaces.alone.do')}</p>
        </Banner>
      )}
      <Panel isFlush>
        <DataTable
          label={say('spaces.title')}
          rows={spaces}
          rowId={idOf}
          rowText={(space) => spaceName(space, say)}
          columns={columns}
          onOpen={(id) => navigate({ room: 'space', id })}
          empty={
            <EmptyState title={say('spaces.none')}>
              <p>{say('spaces.none.do')}</p>
            </EmptyState>
          }
        />
      </Panel>
    </>
  );
}

function columnsFor(say: Say, { number }: Format): readonly Column<SpaceSummary>[] {
  return [
    {
      id: 'space',
      title: say('spaces.column.space'),
      isRowHeader: true,
      width: 'fill',
      sortBy: (space) => spaceName(space, say),
      cell: (space) => (
        <>
          {spaceName(space, say)}
          <span className={flow.under}>
            {space.standing === 'awaiting' ? null : say(`spaces.kind.${space.kind}`)} {space.home && <Tag isPlain>{say('spaces.home')}</Tag>} {space.frozen && <Tag isPlain>{say('spaces.frozen')}</Tag>}
          </span>
        </>
      ),
    },
    { id: 'standing', title: say('spaces.column.standing'), sortBy: ({ standing }) => say(`spaces.standing.${standing}`), cell: ({ standing }) => <StandingTag standing={standing} /> },
    { id: 'members', title: say('spaces.column.members'), align: 'end', sortBy: ({ members }) => members, cell: ({ members }) => number(members) },
    { id: 'documents', title: say('spaces.column.documents'), align: 'end', sortBy: ({ documents }) => documents, cell: ({ documents }) => number(documents) },
    {
      id: 'differences',
      title: say('spaces.column.differences'),
      align: 'end',
      sortBy: ({ differences }) => differences,
      cell: ({ differences }) => (differences === 0 ? number(0) : <Tag tone="warn">{number(differences)}</Tag>),
    },
  ];
}
