/** All that a revision says, field by field. */
import type { ReactNode } from 'react';
import { type ValueReading, valueText } from '../../../shared/document/value-text.ts';
import { Lines } from '../../app/changes/change-list.tsx';
import { useCall } from '../../link/index.ts';
import { ErrorState, Facts, Skeleton, Tag, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';

interface AsItWasProps {
  readonly documentId: string;
  readonly revisionId: string;
  readonly reading: ValueReading;
}

export function AsItWas({ documentId: id, revisionId, reading }: AsItWasProps): ReactNode {
  const say = useSay();
  const shown = useCall('history.show', { id, revisionId });
  if (shown.state === 'loading') return <Skeleton lines={10} />;
  if (shown.state === 'error') return <ErrorState error={shown.error} onRetry={shown.refresh} />;
  const { values, open } = shown.value;
  const differing = new Set(Object.keys(open).map((path) => path.split('/')[0]));
  // in the order of the document; what no pack of this post knows comes last, by its id
  const ids = [...[...reading.fields.keys()].filter((field) => Object.hasOwn(values, field)), ...Object.keys(values).filter((field) => !reading.fields.has(field))];
  if (ids.length === 0) return <p className={flow.quiet}>{say('history.nothing')}</p>;
  return (
    <Facts
      isWide
      rows={ids.map((field) => ({
        label: reading.fields.get(field)?.label[reading.locale] ?? field,
        value: (
          <>
            <Lines text={valueText(reading, reading.fields.get(field), values[field])} /> {differing.has(field) && <Tag tone="warn">{say('difference.word')}</Tag>}
          </>
        ),
      }))}
    />
  );
}
