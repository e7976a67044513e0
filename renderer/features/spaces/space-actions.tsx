/** What can be done with a space as a whole, each behind its own question. */
import { type ReactNode, useState } from 'react';
import type { SpaceDetail } from '../../../shared/domain/space.ts';
import { ConfirmDialog } from '../../app/confirm-dialog.tsx';
import { ExerciseExportDialog } from '../../app/exercise-export-dialog.tsx';
import { refreshExchange, useExchange } from '../../app/exchange-state.ts';
import { useFormat } from '../../app/language/index.ts';
import { navigate } from '../../app/routes.ts';
import { link } from '../../link/index.ts';
import { Menu, type MenuAction, errorWords, notify, useSay } from '../../ui/index.ts';
import { contentsWords, spaceName } from './space-words.ts';
import { isOnlyKeeper, mayInSpace } from './what-may.ts';

type Asked = 'export' | 'leave' | 'freeze' | 'erase' | 'forget';

export interface SpaceActionsProps {
  readonly space: SpaceDetail;
  readonly onChanged: () => void;
}

function ended(text: string): void {
  notify({ tone: 'ok', text });
  void refreshExchange();
}

function goneToList(text: string): void {
  ended(text);
  navigate({ room: 'spaces' });
}

export function SpaceActions({ space, onChanged }: SpaceActionsProps): ReactNode {
  const say = useSay();
  const { list } = useFormat();
  const [asked, setAsked] = useState<Asked>();
  const { id } = space.summary;
  const unsent = useExchange((state) => state.status?.spaces.find(({ spaceId }) => spaceId === id)?.unsent) ?? 0;
  const may = mayInSpace(space);
  const name = spaceName(space.summary, say);
  const contents = contentsWords(space.contents, say, list);
  const close = (): void => setAsked(undefined);
  const setHome = async (): Promise<void> => {
    const set = await link.call('space.setHome', { id });
    notify(set.ok ? { tone: 'ok', text: say('spaces.setHome.done', { name }) } : { tone: 'error', text: errorWords(set.error, say).happened });
    onChanged();
  };
  const changed = (text: string): void => {
    ended(text);
    onChanged();
  };
  const offers: readonly (MenuAction & { readonly offered: boolean })[] = [
    { id: 'home', offered: may.setHome, label: say('spaces.setHome'), description: say('spaces.setHome.help'), onAction: () => void setHome() },
    { id: 'freeze', offered: may.freeze, label: say('spaces.freeze'), onAction: () => setAsked('freeze') },
    { id: 'export', offered: may.enter, label: say('exercise.export'), onAction: () => setAsked('export') },
    { id: 'leave', offered: may.leave, label: say('spaces.leave'), onAction: () => setAsked('leave') },
    { id: 'erase', offered: may.erase, label: say('spaces.erase'), onAction: () => setAsked('erase') },
    { id: 'forget', offered: may.forget, label: say('spaces.forget'), onAction: () => setAsked('forget') },
  ];
  const actions = offers.filter(({ offered }) => offered);
  return (
    <>
      {actions.length > 0 && <Menu label={say('spaces.more')} actions={actions} />}
      {asked === 'export' && <ExerciseExportDialog spaceId={id} onClose={close} />}
      {asked === 'leave' && (
        <ConfirmDialog
          onClose={close}
          act={() => link.call('space.leave', { id })}
          title={say('spaces.leave.title', { name })}
          points={[
            say('spaces.leave.keeps'),
            say('spaces.leave.after'),
            ...(unsent > 0 ? [say('spaces.leave.unsent', { count: unsent })] : []),
            ...(space.summary.home ? [say('spaces.leave.home')] : []),
          ]}
          doLabel={say('spaces.leave.do')}
          onDone={() => changed(say('spaces.leave.done', { name }))}
        />
      )}
      {asked === 'freeze' && (
        <ConfirmDialog
          onClose={close}
          act={() => link.call('space.freeze', { id })}
          title={say('spaces.freeze.title', { name })}
          points={[say('spaces.freeze.after'), say('spaces.freeze.keeps')]}
          doLabel={say('spaces.freeze.do')}
          onDone={() => changed(say('spaces.freeze.done', { name }))}
        />
      )}
      {asked === 'erase' && (
        <ConfirmDialog
          onClose={close}
          act={() => link.call('space.erase', { id })}
          title={say('spaces.erase.title', { name })}
          points={[
            contents === undefined ? say('spaces.erase.nothing') : say('spaces.erase.goes', { contents }),
            say('spaces.erase.stays'),
            ...(unsent > 0 ? [say('spaces.erase.unsent', { count: unsent })] : []),
            ...(isOnlyKeeper(space) && space.summary.members > 1 ? [say('spaces.erase.keeper')] : []),
          ]}
          doLabel={say('spaces.erase.do')}
          onDone={() => goneToList(say('spaces.erase.done', { name }))}
        />
      )}
      {asked === 'forget' && (
        <ConfirmDialog
          onClose={close}
          act={() => link.call('space.forget', { id })}
          title={say('spaces.forget.title')}
          points={[say('spaces.forget.text')]}
          doLabel={say('spaces.forget.do')}
          onDone={() => navigate({ room: 'spaces' })}
        />
      )}
    </>
  );
}
