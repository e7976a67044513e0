/** One advice: opened, then drafted beside its request, or read. */
import { type ReactNode, useMemo, useState } from 'react';
import type { CallOutput } from '../../../shared/contract.ts';
import type { AdviceDocument } from '../../../shared/domain/advice.ts';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import type { RequestParts } from '../../app/request-parts.ts';
import { useReadOnly } from '../../app/read-only.tsx';
import { useFollowing } from '../../app/use-following.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { ErrorState, Skeleton } from '../../ui/index.ts';
import { AdviceEditor } from './advice-editor.tsx';
import { FinalAdvice } from './final-advice.tsx';
import { closeAdvice, holdsTyping, openAdvice } from './open-advices.ts';

export function AdviceScreen({ id, ...parts }: RequestParts & { readonly id: string }): ReactNode {
  const opened = useCall('advice.open', { id });
  useFollowing(opened.refresh);
  useEvent('exchange.ended', opened.refresh);
  if (opened.state === 'loading') return <Skeleton lines={14} />;
  if (opened.state === 'error') return <ErrorState isPage error={opened.error} onRetry={opened.refresh} />;
  const { requestId } = opened.value.advice;
  const shown = { opened: opened.value, onRefresh: opened.refresh, ...parts };
  return requestId === undefined ? <Advice {...shown} request={undefined} /> : <WithRequest {...shown} requestId={requestId} />;
}

interface ShownProps extends RequestParts {
  readonly opened: CallOutput<'advice.open'>;
  readonly onRefresh: () => void;
}

function WithRequest({ requestId, ...shown }: ShownProps & { readonly requestId: string }): ReactNode {
  const request = useCall('request.open', { id: requestId });
  useFollowing(request.refresh);
  if (request.state === 'loading') return <Skeleton lines={14} />;
  if (request.state === 'error') return <ErrorState isPage error={request.error} onRetry={request.refresh} />;
  return <Advice {...shown} request={request.value} />;
}

function Advice({ opened, onRefresh, request, ...parts }: ShownProps & { readonly request: RequestDocument | undefined }): ReactNode {
  /** what a call on this screen made of the document, newer than what was opened */
  const [made, setMade] = useState<AdviceDocument>();
  const advice = made !== undefined && (made.version > opened.advice.version || (made.version === opened.advice.version && made.state === 'finalised')) ? made : opened.advice;
  const changed = (next: AdviceDocument): void => {
    if (next.state === 'finalised') closeAdvice(next.id);
    setMade(next);
    onRefresh();
  };
  const why = useReadOnly(opened.advice);
  if (advice.state === 'finalised' || (why && !holdsTyping(advice.id))) return <FinalAdvice advice={advice} why={why} request={request} onChanged={changed} {...parts} />;
  return <Drafting key={`${advice.id} ${advice.version}`} advice={advice} opened={opened} request={request} onChanged={changed} onRefresh={onRefresh} {...parts} />;
}

interface DraftingProps extends ShownProps {
  readonly advice: AdviceDocument;
  readonly request: RequestDocument | undefined;
  readonly onChanged: (advice: AdviceDocument) => void;
}

function Drafting({ advice, opened, ...rest }: DraftingProps): ReactNode {
  const draft = useMemo(() => openAdvice(advice), [advice]);
  return <AdviceEditor advice={advice} draft={draft} suggestions={opened.suggestions} {...rest} />;
}
