/** Two versions of a request beside each other: what differs, field by field. */
import { type ReactNode, useMemo, useState } from 'react';
import type { FieldValues, RequestDocument } from '../../../../shared/domain/request.ts';
import type { Template } from '../../../../shared/domain/template.ts';
import { difference } from '../../../../shared/rules/difference.ts';
import { useFormat } from '../../../app/language/index.ts';
import { type CallState, useCall } from '../../../link/index.ts';
import { Button, Dialog, ErrorState, Select, Skeleton, useSay } from '../../../ui/index.ts';
import type { ReferenceIndex } from '../reference-index.ts';
import { revisionName } from '../versions.tsx';
import { DifferenceList } from './difference-list.tsx';
import styles from './difference.module.css';

const workingCopy = 'now';

export interface CompareDialogProps {
  readonly onClose: () => void;
  readonly document: RequestDocument;
  readonly template: Template;
  readonly reference: ReferenceIndex;
  /** the working copy as it stands on screen; absent when there is none */
  readonly now?: FieldValues;
}

export function CompareDialog({ onClose, document, template, reference, now }: CompareDialogProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const newestFirst = useMemo(() => document.revisions.toSorted((one, other) => other.number - one.number), [document.revisions]);
  const choices = [
    ...(now ? [{ value: workingCopy, label: say('depth.compareNow') }] : []),
    ...newestFirst.map((revision) => ({ value: revision.id, label: `${revisionName(revision, say)} · ${format.dateTime(revision.at)}` })),
  ];
  // The last step: from what was laid down before to what is there now.
  const [after, setAfter] = useState(choices[0]?.value ?? '');
  const [before, setBefore] = useState(choices[1]?.value ?? '');
  return (
    <Dialog title={say('depth.compareTitle')} isOpen onClose={onClose} size="wide" footer={<Button onPress={onClose}>{say('depth.compareClose')}</Button>}>
      <div className={styles.stack}>
        <div className={styles.choices}>
          <Select label={say('depth.compareBefore')} options={choices} value={before} onChange={(chosen) => setBefore(chosen ?? before)} />
          <Select label={say('depth.compareAfter')} options={choices} value={after} onChange={(chosen) => setAfter(chosen ?? after)} />
        </div>
        <Compared key={`${before} ${after}`} document={document} template={template} reference={reference} now={now} before={before} after={after} />
      </div>
    </Dialog>
  );
}

interface ComparedProps extends Omit<CompareDialogProps, 'onClose' | 'now'> {
  readonly now: FieldValues | undefined;
  readonly before: string;
  readonly after: string;
}

function Compared({ document, template, reference, now, before, after }: ComparedProps): ReactNode {
  const say = useSay();
  const [from, to] = [useVersion(document, before, now), useVersion(document, after, now)];
  const found = useMemo(() => (from.values && to.values ? difference(from.values, to.values, template) : []), [from.values, to.values, template]);
  if (from.asked.state === 'error') return <ErrorState error={from.asked.error} onRetry={from.asked.refresh} />;
  if (to.asked.state === 'error') return <ErrorState error={to.asked.error} onRetry={to.asked.refresh} />;
  if (!from.values || !to.values) return <Skeleton lines={6} />;
  return (
    <>
      <output className={styles.quiet}>{found.length === 0 ? say('depth.compareSame') : say('depth.compareCount', { count: found.length })}</output>
      <DifferenceList differences={found} template={template} reference={reference} before={from.values} after={to.values} />
    </>
  );
}

/** The values of a version; of the working copy those on screen. */
function useVersion(document: RequestDocument, chosen: string, now: FieldValues | undefined): { readonly asked: CallState<RequestDocument>; readonly values: FieldValues | undefined } {
  const revisionId = chosen === workingCopy ? (document.revisions[0]?.id ?? '') : chosen;
  const asked = useCall('request.revision', { id: document.id, revisionId });
  if (chosen === workingCopy) return { asked: asked.state === 'error' ? { state: 'loading', refresh: asked.refresh } : asked, values: now };
  return { asked, values: asked.state === 'ready' ? asked.value.values : undefined };
}
