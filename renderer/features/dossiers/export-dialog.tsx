/** The whole dossier as one file that the person takes along. */
import { type ReactNode, useState } from 'react';
import type { Locale } from '../../../shared/domain/basics.ts';
import { TakeOutDialog } from '../../app/take-out-dialog.tsx';
import { link } from '../../link/index.ts';
import { RadioGroup, useAppLocale, useSay } from '../../ui/index.ts';
import { type OpenDossier, flushDossier } from './open-dossiers.ts';

interface ExportDialogProps {
  readonly dossierId: string;
  readonly open: OpenDossier;
  readonly onClose: () => void;
}

export function ExportDialog({ dossierId, open, onClose }: ExportDialogProps): ReactNode {
  const say = useSay();
  const [locale, setLocale] = useState<Locale>(useAppLocale());
  return (
    <TakeOutDialog
      title={say('dossier.exportTitle')}
      words={say('dossier.exportText')}
      busyLabel={say('dossier.exportBusy')}
      doneTitle={(name) => say('dossier.exportDone', { name })}
      flush={() => flushDossier(open)}
      take={() => link.call('dossier.export', { id: dossierId, locale })}
      onClose={onClose}
    >
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
    </TakeOutDialog>
  );
}
