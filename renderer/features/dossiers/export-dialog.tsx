/** The whole dossier as one file that the person takes along. */
import { type ReactNode, useState } from 'react';
import type { TakenFile } from '../../../shared/contract.ts';
import type { Locale } from '../../../shared/domain/basics.ts';
import type { CallError } from '../../../shared/errors.ts';
import { link, useEvent } from '../../link/index.ts';
import { Banner, Button, Dialog, ErrorState, Progress, RadioGroup, announce, useAppLocale, useSay } from '../../ui/index.ts';
import styles from './dossiers.module.css';
import { type OpenDossier, flushDossier } from './open-dossiers.ts';
import { sizeText } from '../../app/size.ts';

interface ExportDialogProps {
  readonly dossierId: string;
  readonly open: OpenDossier;
  readonly onClose: () => void;
}

export function ExportDialog({ dossierId, open, onClose }: ExportDialogProps): ReactNode {
  const say = useSay();
  const [locale, setLocale] = useState<Locale>(useAppLocale());
  const [busy, setBusy] = useState<{ readonly done: number; readonly total: number; readonly label: string } | true>();
  const [error, setError] = useState<CallError>();
  const [unsaved, setUnsaved] = useState(false);
  const [taken, setTaken] = useState<TakenFile>();

  useEvent('job.progress', ({ job, done, total, label }) => {
    if (job === 'export') setBusy((before) => (before === undefined ? before : { done, total, label }));
  });

  const save = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    setTaken(undefined);
    const durable = await flushDossier(open);
    setUnsaved(!durable);
    if (durable) {
      const exported = await link.call('dossier.export', { id: dossierId, locale });
      if (!exported.ok) setError(exported.error);
      else if (!exported.value.cancelled) {
        setTaken(exported.value);
        announce(say('dossier.exportDone', { name: exported.value.name }));
      }
    }
    setBusy(undefined);
  };

  return (
    <Dialog
      title={say('dossier.exportTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('frame.ui.close')}</Button>
          <Button variant="primary" isPending={busy !== undefined} onPress={() => void save()}>
            {say('dossier.exportGo')}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <p>{say('dossier.exportText')}</p>
        <Banner tone="warn" title={say('dossier.exportOpenWarning')} />
        <RadioGroup
          label={say('dossier.exportLanguage')}
          orientation="horizontal"
          options={[
            { value: 'nl', label: say('dossier.exportDutch') },
            { value: 'en', label: say('dossier.exportEnglish') },
          ]}
          value={locale}
          onChange={(value) => setLocale(value === 'en' ? 'en' : 'nl')}
        />
        {busy !== undefined && <Progress label={say('dossier.exportBusy')} {...(busy === true ? {} : { done: busy.done, total: busy.total, detail: busy.label })} />}
        {unsaved && <Banner tone="error" role="alert" title={say('dossier.exportUnsaved')} />}
        {error && <ErrorState error={error} />}
        {taken && (
          <Banner tone="ok" title={say('dossier.exportDone', { name: taken.name })}>
            <p>{say('dossier.exportDoneIn', { folder: taken.folder, size: sizeText(taken.bytes, say) })}</p>
          </Banner>
        )}
      </div>
    </Dialog>
  );
}
