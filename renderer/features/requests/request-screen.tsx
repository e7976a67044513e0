/** One request: opened, then drafted or read. */
import { type ReactNode, useMemo, useState } from 'react';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import { useReadOnly } from '../../app/read-only.tsx';
import { navigate } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { link, useCall, useEvent } from '../../link/index.ts';
import { EmptyState, ErrorState, Skeleton, useSay } from '../../ui/index.ts';
import { Editor } from './editor/editor.tsx';
import { closeDraft, holdsTyping, openDraft } from './open-drafts.ts';
import { EarlierRevision, Finalised, Readable } from './read-only.tsx';
import { type ReferenceIndex, referenceIndex } from './reference-index.ts';

export function RequestScreen({ id }: { readonly id: string }): ReactNode {
  const reference = referenceIndex(useReference());
  const opened = useCall('request.open', { id });
  // the newest answer counts, also where a call on this screen made the document another: a role comes and goes with an exchange
  const why = useReadOnly(opened.state === 'ready' ? opened.value : {});
  useEvent('exchange.ended', opened.refresh);
  /** what a call on this screen made of the document, newer than what was opened */
  const [made, setMade] = useState<RequestDocument>();
  const [revisionId, setRevisionId] = useState<string>();

  if (opened.state === 'loading') return <Skeleton lines={14} />;
  if (opened.state === 'error' && !made) return <ErrorState error={opened.error} onRetry={opened.refresh} />;
  const document = made ?? (opened.state === 'ready' ? opened.value : undefined);
  if (!document) return null;

  const openRevision = (wanted: string): void => {
    setRevisionId(wanted);
    window.document.getElementById('main')?.scrollTo({ top: 0 });
  };
  if (revisionId !== undefined) {
    return <EarlierRevision document={document} reference={reference} revisionId={revisionId} onOpenRevision={openRevision} onBack={() => setRevisionId(undefined)} />;
  }
  if (document.state === 'finalised') {
    const goOn = (next: RequestDocument): void => {
      setMade(next);
      if (next.id !== id) navigate({ room: 'request', id: next.id });
    };
    return <Finalised document={document} reference={reference} why={why} onOpenRevision={openRevision} onNextVersion={goOn} />;
  }
  if (why && !holdsTyping(document.id)) return <Readable document={document} reference={reference} why={why} onOpenRevision={openRevision} />;
  const finalised = (next: RequestDocument): void => {
    closeDraft(document.id);
    setMade(next);
  };
  const changed = async (): Promise<void> => {
    const again = await link.call('request.open', { id: document.id });
    if (!again.ok) return;
    // Before it is drawn: the parts on screen follow the draft themselves.
    openDraft(again.value);
    setMade(again.value);
  };
  return <Drafting key={`${document.id} ${document.version}`} document={document} reference={reference} onFinalised={finalised} onChanged={() => void changed()} onOpenRevision={openRevision} />;
}

interface DraftingProps {
  readonly document: RequestDocument;
  readonly reference: ReferenceIndex;
  readonly onFinalised: (document: RequestDocument) => void;
  readonly onChanged: () => void;
  readonly onOpenRevision: (revisionId: string) => void;
}

function Drafting({ document, reference, ...rest }: DraftingProps): ReactNode {
  const say = useSay();
  const draft = useMemo(() => openDraft(document), [document]);
  const template = reference.templates[document.templateId];
  const basis = reference.legalBases[document.legalBasisId];
  if (!template || !basis) {
    return (
      <EmptyState title={say('request.templateGone')}>
        <p>{say('request.templateGoneText')}</p>
      </EmptyState>
    );
  }
  return <Editor document={document} draft={draft} template={template} basis={basis} reference={reference} {...rest} />;
}
