/** A pre-announcement that no request follows yet: read, linked to the request that follows on it, or the start of one. */
import { type ReactNode, useState } from 'react';
import type { CallError } from '../../../shared/errors.ts';
import { functionWord } from '../../app/function-word.ts';
import { useFormat } from '../../app/language/index.ts';
import { NewRequestDialog } from '../../app/new-request-dialog.tsx';
import { useReadOnlyView } from '../../app/read-only.tsx';
import { requestName } from '../../app/request-name.ts';
import { currentRoute, navigate } from '../../app/routes.ts';
import { link, useCall } from '../../link/index.ts';
import { Button, ComboBox, Dialog, ErrorState, Facts, Skeleton, notify, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';

const mostOffered = 50;

export function AnnouncementDialog({ id, onClose }: { readonly id: string; readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const mayWrite = useReadOnlyView() === undefined;
  const format = useFormat();
  const list = useCall('life.announcements', {});
  const [find, setFind] = useState('');
  const requests = useCall('request.list', { find: find.slice(0, 200), writable: true, limit: mostOffered }, { keepsLast: true });
  const [chosen, setChosen] = useState<string | null>(null);
  const [starting, setStarting] = useState(false);
  const [error, setError] = useState<CallError>();
  const announcement = list.state === 'ready' ? list.value.find((one) => one.id === id) : undefined;

  const join = async (requestId: string): Promise<void> => {
    if (!announcement) return;
    const recorded = await link.call('life.record', {
      requestId,
      step: { id: crypto.randomUUID(), kind: 'preAnnouncement', at: announcement.at, remark: announcement.text, announcement: id, ...(announcement.by === undefined ? {} : { by: announcement.by }) },
    });
    if (!recorded.ok) return setError(recorded.error);
    notify({ tone: 'ok', text: say('lifeDesk.announcementLinked', { reference: announcement.reference }) });
    onClose();
    navigate({ room: 'request', id: requestId, view: 'life' });
  };
  const started = (): void => {
    // Starting a request opens it.
    const at = currentRoute();
    if (at.room === 'request') void join(at.id);
  };
  if (starting) return <NewRequestDialog onClose={onClose} onStarted={started} />;
  return (
    <Dialog
      title={say('lifeDesk.announcementTitle', { reference: announcement?.reference ?? '' })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('frame.ui.leave')}</Button>
          {mayWrite && (
            <>
              <Button isDisabled={chosen === null} onPress={() => void (chosen !== null && join(chosen))}>
                {say('lifeDesk.announcementLinkGo')}
              </Button>
              <Button variant="primary" autoFocus onPress={() => setStarting(true)}>
                {say('lifeDesk.announcementStart')}
              </Button>
            </>
          )}
        </>
      }
    >
      {list.state === 'loading' && <Skeleton lines={3} />}
      {list.state === 'error' && <ErrorState error={list.error} onRetry={list.refresh} />}
      {announcement && (
        <div className={flow.stack}>
          <p>{announcement.text}</p>
          <Facts
            rows={[
              { label: say('lifeDesk.at'), value: format.dateTimeZone(announcement.at) },
              ...(announcement.by === undefined ? [] : [{ label: say('lifeDesk.by'), value: announcement.by }]),
              { label: say('lifeDesk.recordedBy'), value: say('dossier.entryBy', { function: functionWord(announcement.author.function, say), post: announcement.author.post }) },
            ]}
          />
          {mayWrite && (
            <ComboBox
              label={say('lifeDesk.announcementLink')}
              placeholder={say('lifeDesk.announcementFind')}
              options={(requests.state === 'ready' ? requests.value.requests : []).map((request) => ({ value: request.id, label: requestName(request), description: request.reference }))}
              onSearch={setFind}
              value={chosen}
              onChange={setChosen}
            />
          )}
        </div>
      )}
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}
