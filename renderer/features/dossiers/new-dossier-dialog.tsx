/** Starting a dossier: a name is enough, the regions can follow. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { DossierRegion } from '../../../shared/domain/dossier.ts';
import type { CallError } from '../../../shared/errors.ts';
import { navigate } from '../../app/routes.ts';
import { useIdentity } from '../../app/session.ts';
import { link } from '../../link/index.ts';
import { Dialog, DoOrLeave, ErrorState, TextField, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import { RegionsField } from './regions-field.tsx';

const longestTitle = 500;

export function NewDossierDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const { regionCode } = useIdentity();
  const formId = useId();
  const titleId = useId();
  const [title, setTitle] = useState('');
  const [regions, setRegions] = useState<readonly DossierRegion[]>([{ regionCode, grip: 'none' }]);
  const [asked, setAsked] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const isMissing = title.trim() === '';

  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (isMissing) {
      document.getElementById(titleId)?.querySelector('input')?.focus();
      return;
    }
    setBusy(true);
    setError(undefined);
    const created = await link.call('dossier.create', { title: title.trim(), ...(regions.length === 0 ? {} : { regions: [...regions] }) });
    setBusy(false);
    if (!created.ok) {
      setError(created.error);
      return;
    }
    onClose();
    navigate({ room: 'dossier', id: created.value.id });
  };

  return (
    <Dialog
      title={say('dossier.newTitle')}
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} form={formId} isPending={busy} doLabel={say('dossier.newStart')} />}
    >
      <form id={formId} className={flow.stack} onSubmit={(event) => void start(event)}>
        <TextField
          id={titleId}
          autoFocus
          isRequired
          label={say('dossier.titleField')}
          help={say('dossier.titleHelp')}
          value={title}
          onChange={setTitle}
          maxLength={longestTitle}
          error={asked && isMissing ? say('dossier.titleMissing') : undefined}
        />
        <RegionsField regions={regions} onChange={setRegions} />
        {error && <ErrorState error={error} />}
      </form>
    </Dialog>
  );
}
