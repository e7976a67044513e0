/** Laying a request that exists already in this dossier. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { CallError } from '../../../shared/errors.ts';
import { requestName } from '../../app/request-name.ts';
import { link, useCall } from '../../link/index.ts';
import { Button, ComboBox, Dialog, EmptyState, ErrorState, type Option, Skeleton, notify, useSay } from '../../ui/index.ts';
import styles from './dossiers.module.css';

interface PlaceRequestDialogProps {
  readonly dossierId: string;
  readonly onClose: () => void;
  readonly onPlaced: () => void;
}

export function PlaceRequestDialog({ dossierId, onClose, onPlaced }: PlaceRequestDialogProps): ReactNode {
  const say = useSay();
  const formId = useId();
  const list = useCall('request.list', {});
  const [chosen, setChosen] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const offered = list.state === 'ready' ? list.value.filter((request) => request.dossierId !== dossierId) : [];
  const options = offered.map(
    (request): Option => ({
      value: request.id,
      label: requestName(request),
      description: [request.reference, ...(request.dossierId === undefined ? [] : [say('dossier.requestElsewhere')])].join(' · '),
    }),
  );

  const place = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const request = offered.find(({ id }) => id === chosen);
    if (!request) return;
    setBusy(true);
    const placed = await link.call('request.place', { id: request.id, dossierId });
    setBusy(false);
    if (!placed.ok) {
      setError(placed.error);
      return;
    }
    notify({ tone: 'ok', text: say('dossier.requestPlaced', { title: requestName(request) }) });
    onPlaced();
    onClose();
  };

  return (
    <Dialog
      title={say('dossier.requestPlaceTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('dossier.newCancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={busy} isDisabled={chosen === null}>
            {say('dossier.requestPlaceGo')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void place(event)}>
        {list.state === 'loading' && <Skeleton lines={2} />}
        {list.state === 'error' && <ErrorState error={list.error} onRetry={list.refresh} />}
        {list.state === 'ready' && offered.length === 0 && <EmptyState title={say('dossier.requestPlaceNone')} />}
        {offered.length > 0 && (
          <ComboBox autoFocus label={say('dossier.requestPlaceField')} placeholder={say('dossier.requestPlaceFind')} options={options} value={chosen} onChange={setChosen} />
        )}
        {error && <ErrorState error={error} />}
      </form>
    </Dialog>
  );
}
