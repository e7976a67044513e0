/** One dossier: its head, the log that is always ready, and beside it regions, requests and attachments. */
import { type ReactNode, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { CallOutput } from '../../../shared/contract.ts';
import { DocumentNotices } from '../../app/difference-marks.tsx';
import { ReadOnlyBanner, useReadOnly } from '../../app/read-only.tsx';
import { useShortcut } from '../../app/shortcuts.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { useFollowing } from '../../app/use-following.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { ErrorState, Panel, Room, RoomStack, Skeleton, useSay } from '../../ui/index.ts';
import { AdvicesPanel } from './advices-panel.tsx';
import { AttachmentsPanel } from './attachments-panel.tsx';
import { regionsOf } from './changes.ts';
import { CopyDossierButton } from './copy-button.tsx';
import { DetailsDialog } from './details-dialog.tsx';
import { DossierHead } from './dossier-head.tsx';
import { ExportDialog } from './export-dialog.tsx';
import { LogPanel } from './log-panel.tsx';
import { openDossier } from './open-dossiers.ts';
import { RegionTags } from './region-tags.tsx';
import { RegionsField } from './regions-field.tsx';
import { RequestsPanel } from './requests-panel.tsx';

export function DossierScreen({ id }: { readonly id: string }): ReactNode {
  const opened = useCall('dossier.open', { id });
  const typed = useCall('typing.open', { place: id });
  // Any document: a request that was made elsewhere may lie in this dossier now.
  useFollowing(opened.refresh);
  // the content of an attachment can come in after its name, and changes no field
  useEvent('exchange.ended', opened.refresh);
  if (opened.state === 'error') return <ErrorState isPage error={opened.error} onRetry={opened.refresh} />;
  if (typed.state === 'error') return <ErrorState isPage error={typed.error} onRetry={typed.refresh} />;
  if (opened.state === 'loading' || typed.state === 'loading') return <Skeleton lines={14} />;
  return <Dossier opened={opened.value} typed={typed.value} onChanged={opened.refresh} />;
}

interface DossierProps {
  readonly opened: CallOutput<'dossier.open'>;
  readonly typed: CallOutput<'typing.open'>;
  readonly onChanged: () => void;
}

function Dossier({ opened, typed, onChanged }: DossierProps): ReactNode {
  const say = useSay();
  const { dossier: document } = opened;
  const open = useMemo(() => openDossier(document, typed), [document, typed]);
  const regions = useStore(open.draft.store, ({ values }) => values['regions']);
  const why = useReadOnly(document);
  const isReadOnly = why !== undefined;
  const [front, setFront] = useState<'details' | 'export' | null>(null);
  useShortcut({ keys: 'Ctrl+E', label: say('dossier.keyExport'), run: () => setFront('export') });

  return (
    <>
      <DossierHead document={document} draft={open.draft} onDetails={isReadOnly ? undefined : () => setFront('details')} onExport={() => setFront('export')}>
        <CopyDossierButton opened={opened} open={open} />
      </DossierHead>
      <SaveTrouble draft={open.draft} />
      <ReadOnlyBanner why={why} />
      <DocumentNotices id={document.id} kind="dossier" />
      <Room
        aside={
          <RoomStack>
            <Panel title={say('dossier.regions')}>
              {isReadOnly ? <RegionTags regions={regionsOf(regions)} /> : <RegionsField isHelpHidden regions={regionsOf(regions)} onChange={(next) => open.draft.change({ regions: next })} />}
            </Panel>
            <RequestsPanel document={document} draft={open.draft} requests={opened.requests} isReadOnly={isReadOnly} onChanged={onChanged} />
            <AdvicesPanel dossierId={document.id} isReadOnly={isReadOnly} />
            <AttachmentsPanel dossierId={document.id} attachments={opened.attachments} isReadOnly={isReadOnly} onChanged={onChanged} />
          </RoomStack>
        }
      >
        <LogPanel open={open} log={opened.log} isReadOnly={isReadOnly} />
      </Room>
      {front === 'details' && !isReadOnly && <DetailsDialog draft={open.draft} onClose={() => setFront(null)} />}
      {front === 'export' && <ExportDialog dossierId={document.id} open={open} onClose={() => setFront(null)} />}
    </>
  );
}
