/** A proposal at a field of a request: what it says now, what it ought to say, and the field itself to type that in. */
import { type ReactNode, useMemo } from 'react';
import { difference } from '../../../../shared/rules/difference.ts';
import { ChangeList } from '../../../app/changes/change-list.tsx';
import { applyChanges } from '../../../app/draft/history.ts';
import type { ProposedValueProps } from '../../../app/request-parts.ts';
import { useReference } from '../../../app/session.ts';
import { useValueReading } from '../../../app/value-reading.ts';
import { useSay } from '../../../ui/index.ts';
import flow from '../../../ui/flow.module.css';
import styles from './advised.module.css';
import { FieldInput } from './field-input.tsx';

export function ProposedValue({ request, field: id, value, onChange }: ProposedValueProps): ReactNode {
  const say = useSay();
  const template = useReference().templateById.get(request.templateId);
  const reading = useValueReading('request', request.templateId);
  const found = useMemo(
    () => (template ? difference(request.values, applyChanges(request.values, { [id]: value }), template).filter((one) => one.field === id) : []),
    [template, request.values, value, id],
  );
  if (!reading.fields.has(id)) return <p className={flow.quiet}>{say('adviceDesk.fieldGone', { field: id })}</p>;
  return (
    <div className={styles.proposed}>
      {found.length === 0 ? <p className={flow.quiet}>{say('adviceDesk.proposalSame')}</p> : <ChangeList changes={found} reading={reading} />}
      {onChange && <FieldInput request={request} field={id} value={value} onChange={onChange} />}
    </div>
  );
}
