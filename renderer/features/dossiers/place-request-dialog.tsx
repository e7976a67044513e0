/** Laying a request that exists already in this dossier. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { DossierDocument } from '../../../shared/domain/dossier.ts';
import type { RequestSummary } from '../../../shared/domain/request.ts';
import type { CallError } from '../../../shared/errors.ts';
import { RequestChoice } from '../../app/request-choice.tsx';
import { requestName } from '../../app/request-name.ts';
import { link } from '../../link/index.ts';
import { Dialog, DoOrLeave, ErrorState, notify, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';

interface PlaceRequestDialogProps {
  readonly dossier: Pick<DossierDocument, 'id' | 'spaceId'>;
  readonly onClose: () => void;
  readonly onPlaced: () => void;
}

export function PlaceRequestDialog({ dossier: { id: dossierId, spaceId }, onClose, onPlaced }: PlaceRequestDialogProps): ReactNode {
  const say = useSay();
  const formId = useId();
  const [chosen, setChosen] = useState<RequestSummary | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();

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
      footer={<DoOrLeave onLeave={onClose} form={formId} isPending={busy} isDisabled={chosen === null} doLabel={say('dossier.requestPlaceGo')} />}
    >
      <form id={formId} className={flow.stack} onSubmit={(event) => void place(event)}>
        <RequestChoice
          label={say('dossier.requestPlaceField')}
          placeholder={say('dossier.requestPlaceFind')}
          none={say('dossier.requestPlaceNone')}
          among={{ notInDossierId: dossierId, spaceId }}
          about={(request) => (request.dossierId === undefined ? [] : [say('dossier.requestElsewhere')])}
          value={chosen}
          onChange={setChosen}
        />
        {error && <ErrorState error={error} />}
      </form>
    </Dialog>
  );
}
