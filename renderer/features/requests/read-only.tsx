/** A version that no longer changes: the finalised request, or an earlier revision. Shown as the paper that it is. */
import { type ReactNode, useState } from 'react';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import type { ReadOnly } from '../../../shared/domain/space.ts';
import type { CallError } from '../../../shared/errors.ts';
import { link, useCall } from '../../link/index.ts';
import { Banner, Button, EmptyState, ErrorState, Panel, Skeleton, notify, useSay } from '../../ui/index.ts';
import { DuplicateButton } from './duplicate-button.tsx';
import { GroupMembers } from './group/group-members.tsx';
import { LinkOffer } from './group/link-offer.tsx';
import { Paper } from './paper/paper.tsx';
import { useDocumentModel } from './paper/use-model.ts';
import styles from './read-only.module.css';
import { DocumentNotices } from '../../app/difference-marks.tsx';
import { ExportDialog } from '../../app/export-dialog.tsx';
import { ReadOnlyBanner } from '../../app/read-only.tsx';
import type { ReferenceIndex } from './reference-index.ts';
import { Head } from './request-header.tsx';
import { Versions, revisionName } from './versions.tsx';
import { RequestViews } from '../../app/request-views.tsx';
import { useShortcut } from '../../app/shortcuts.ts';
import { useNow } from '../../app/use-now.ts';

interface ReadOnlyProps {
  readonly document: RequestDocument;
  readonly reference: ReferenceIndex;
  readonly onOpenRevision: (revisionId: string) => void;
}

/** The finalised request, with the way to a next version. */
export function Finalised({ document, reference, why, onOpenRevision, onNextVersion }: ReadOnlyProps & { readonly why: ReadOnly | undefined; readonly onNextVersion: (document: RequestDocument) => void }): ReactNode {
  const say = useSay();
  const [exporting, setExporting] = useState(false);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  useShortcut({ keys: 'Ctrl+E', label: say('request.keyExport'), run: () => setExporting(true) });
  const next = async (): Promise<void> => {
    setBusy(true);
    const made = await link.call('request.nextVersion', { id: document.id });
    setBusy(false);
    if (!made.ok) {
      setError(made.error);
      return;
    }
    notify({ tone: 'ok', text: say('request.nextVersionDone', { version: made.value.version }) });
    onNextVersion(made.value);
  };
  return (
    <>
      <Top document={document} reference={reference}>
        <DuplicateButton request={document} />
        <Button kbd="Ctrl E" onPress={() => setExporting(true)}>
          {say('request.export')}
        </Button>
        {!why && (
          <Button variant="primary" isPending={busy} onPress={() => void next()}>
            {say('request.nextVersion')}
          </Button>
        )}
      </Top>
      <RequestViews requestId={document.id} current="request" isReadOnly={why !== undefined} />
      <ReadOnlyBanner why={why} />
      <DocumentNotices id={document.id} kind="request" templateId={document.templateId} />
      <Banner tone="ok" title={say('request.finalisedBanner')}>
        {document.finalisedDespite === undefined ? null : <p>{say('request.versionReason', { reason: document.finalisedDespite })}</p>}
      </Banner>
      {error && <ErrorState error={error} />}
      <Sheet document={document} reference={reference} versions={<Versions document={document} onOpen={onOpenRevision} />} offer={!why && <LinkOffer document={document} reference={reference} />} />
      <ExportDialog isOpen={exporting} onClose={() => setExporting(false)} document={document} />
    </>
  );
}

/** A draft that this post may only read. */
export function Readable({ document, reference, why, onOpenRevision }: ReadOnlyProps & { readonly why: ReadOnly }): ReactNode {
  const say = useSay();
  const [exporting, setExporting] = useState(false);
  useShortcut({ keys: 'Ctrl+E', label: say('request.keyExport'), run: () => setExporting(true) });
  return (
    <>
      <Top document={document} reference={reference}>
        <DuplicateButton request={document} />
        <Button kbd="Ctrl E" onPress={() => setExporting(true)}>
          {say('request.export')}
        </Button>
      </Top>
      <RequestViews requestId={document.id} current="request" isReadOnly />
      <ReadOnlyBanner why={why} />
      <DocumentNotices id={document.id} kind="request" templateId={document.templateId} />
      <Sheet document={document} reference={reference} versions={<Versions document={document} onOpen={onOpenRevision} />} />
      <ExportDialog isOpen={exporting} onClose={() => setExporting(false)} document={document} />
    </>
  );
}

/** An earlier revision, as it was. */
export function EarlierRevision({ document, reference, onOpenRevision, revisionId, onBack }: ReadOnlyProps & { readonly revisionId: string; readonly onBack: () => void }): ReactNode {
  const say = useSay();
  const opened = useCall('request.revision', { id: document.id, revisionId });
  const revision = document.revisions.find((one) => one.id === revisionId);
  const back = <Button onPress={onBack}>{say('request.versionBack')}</Button>;
  if (opened.state === 'loading') return <Skeleton lines={12} />;
  if (opened.state === 'error') return <ErrorState error={opened.error} onRetry={opened.refresh} actions={back} />;
  return (
    <>
      <Top document={opened.value} reference={reference} />
      <Banner tone="info" {...(revision ? { title: revisionName(revision, say) } : {})} actions={back}>
        <p>{say('request.versionReading')}</p>
        {revision?.reason === undefined ? null : <p>{say('request.versionReason', { reason: revision.reason })}</p>}
      </Banner>
      <Sheet document={opened.value} reference={reference} versions={<Versions document={document} reading={revisionId} onOpen={onOpenRevision} />} />
    </>
  );
}

function Top({ document, reference, children }: { readonly document: RequestDocument; readonly reference: ReferenceIndex; readonly children?: ReactNode }): ReactNode {
  const template = reference.templates[document.templateId];
  const basis = reference.legalBases[document.legalBasisId];
  return template && basis ? (
    <>
      <Head document={document} template={template} basis={basis} values={document.values}>
        {children}
      </Head>
      <GroupMembers document={document} reference={reference} />
    </>
  ) : null;
}

interface SheetProps {
  readonly document: RequestDocument;
  readonly reference: ReferenceIndex;
  readonly versions: ReactNode;
  /** what can be made beside it */
  readonly offer?: ReactNode;
}

function Sheet({ document, reference, versions, offer }: SheetProps): ReactNode {
  const say = useSay();
  const now = useNow();
  const model = useDocumentModel(document, reference, now);
  return (
    <div className={styles.sheet}>
      <div className={styles.desk}>
        {model ? (
          <Paper model={model} />
        ) : (
          <EmptyState title={say('request.templateGone')}>
            <p>{say('request.templateGoneText')}</p>
          </EmptyState>
        )}
      </div>
      <Panel>
        {offer}
        {versions}
      </Panel>
    </div>
  );
}
