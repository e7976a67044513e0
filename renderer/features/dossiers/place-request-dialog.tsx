/** Laying a request that exists already in this dossier. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { DossierDocument } from '../../../shared/domain/dossier.ts';
import type { RequestSummary } from '../../../shared/domain/request.ts';
import type { CallError } from '../../../shared/errors.ts';
import { requestName } from '../../app/request-name.ts';
import { link, useCall } from '../../link/index.ts';
import { Button, ComboBox, Dialog, EmptyState, ErrorState, type Option, Skeleton, notify, useSay } from '../../ui/index.ts';
import styles from './dossiers.module.css';

/** A list to read through; who has more types a word of it. */
const mostOffered = 30;

interface PlaceRequestDialogProps {
  readonly dossier: Pick<DossierDocument, 'id' | 'spaceId'>;
  readonly onClose: () => void;
  readonly onPlaced: () => void;
}

export function PlaceRequestDialog({ dossier: { id: dossierId, spaceId }, onClose, onPlaced }: PlaceRequestDialogProps): ReactNode {
  const say = useSay();
  const formId = useId();
  const [find, setFind] = useState('');
  const list = useCall('request.list', { find: find.slice(0, 200), notInDossierId: dossierId, spaceId, limit: mostOffered }, { keepsLast: true });
  const [chosen, setChosen] = useState<RequestSummary | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const found = list.state === 'ready' ? list.value.requests : [];
  // what was chosen stays among the options when its own name is what stands in the field
  const offered = chosen ? [chosen, ...found.filter(({ id }) => id !== chosen.id)] : found;
  const options = offered.map(
    (request): Option => ({
      value: request.id,
      label: requestName(request),
      description: [request.reference, ...(request.dossierId === undefined ? [] : [say('dossier.requestElsewhere')])].join(' · '),
    }),
  );

  const place = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const request = chosen;
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
          <Button onPress={onClose}>{say('frame.ui.leave')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={busy} isDisabled={chosen === null}>
            {say('dossier.requestPlaceGo')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void place(event)}>
        {list.state === 'loading' && <Skeleton lines={2} />}
        {list.state === 'error' && <ErrorState error={list.error} onRetry={list.refresh} />}
        {list.state === 'ready' && offered.length === 0 && find === '' && <EmptyState title={say('dossier.requestPlaceNone')} />}
        {(offered.length > 0 || find !== '') && (
          <ComboBox
            autoFocus
            label={say('dossier.requestPlaceField')}
            placeholder={say('dossier.requestPlaceFind')}
            options={options}
            onSearch={(text) => setFind(chosen && text === requestName(chosen) ? '' : text)}
            value={chosen?.id ?? null}
            onChange={(id) => setChosen(offered.find((request) => request.id === id) ?? null)}
          />
        )}
        {error && <ErrorState error={error} />}
      </form>
    </Dialog>
  );
}
