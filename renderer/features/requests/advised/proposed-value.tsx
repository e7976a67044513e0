/** A proposal at a field of a request: what it says now, what it ought to say, and the field itself to type that in. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import type { FieldValue, FieldValues } from '../../../../shared/domain/request.ts';
import { difference } from '../../../../shared/rules/difference.ts';
import type { Draft, DraftState } from '../../../app/draft/draft-store.ts';
import { applyChanges } from '../../../app/draft/history.ts';
import type { ProposedValueProps } from '../../../app/request-parts.ts';
import { useReference } from '../../../app/session.ts';
import { useSay } from '../../../ui/index.ts';
import { DifferenceList } from '../difference/difference-list.tsx';
import { AssessmentProvider } from '../editor/assessment.tsx';
import { type Editor, EditorProvider } from '../editor/editor-context.ts';
import { fieldEditors } from '../fields/field-editors.ts';
import { referenceIndex } from '../reference-index.ts';
import styles from './advised.module.css';

export function ProposedValue({ request, field: id, value, onChange }: ProposedValueProps): ReactNode {
  const say = useSay();
  const reference = referenceIndex(useReference());
  const template = reference.templates[request.templateId];
  const basis = reference.legalBases[request.legalBasisId];
  const field = template?.sections.flatMap((section) => section.fields).find((one) => one.id === id);
  const proposed = useMemo(() => applyChanges(request.values, { [id]: value }), [request.values, id, value]);
  const found = useMemo(() => (template ? difference(request.values, proposed, template).filter((one) => one.field === id) : []), [template, request.values, proposed, id]);
  const draft = useStandIn(request.values, id, value, onChange);
  const editor = useMemo((): Editor | undefined => template && { document: request, draft, template, reference, jumpTo: () => {}, reload: () => {} }, [request, draft, template, reference]);
  if (!template || !basis || !field || !editor) return <p className={styles.quiet}>{say('adviceDesk.fieldGone', { field: id })}</p>;
  const Input = fieldEditors[field.type];
  return (
    <div className={styles.proposed}>
      {found.length === 0 ? <p className={styles.quiet}>{say('adviceDesk.proposalSame')}</p> : <DifferenceList differences={found} template={template} reference={reference} before={request.values} after={proposed} />}
      {onChange && (
        <EditorProvider value={editor}>
          <AssessmentProvider basis={basis} isQuiet>
            <Input field={field} value={value ?? undefined} error={undefined} />
          </AssessmentProvider>
        </EditorProvider>
      )}
    </div>
  );
}

/** The fields of the request type in a draft; here in the proposal alone, which the draft of the advice keeps. */
function useStandIn(values: FieldValues, field: string, value: FieldValue | null, onChange: ((value: FieldValue | null) => void) | undefined): Draft {
  const [store] = useState(() => createStore<DraftState>(() => ({ values: applyChanges(values, { [field]: value }), seq: 0, savedAt: '', save: { kind: 'saved' }, refused: {}, canUndo: false, canRedo: false })));
  useEffect(() => store.setState({ values: applyChanges(values, { [field]: value }) }), [store, values, field, value]);
  return useMemo((): Draft => {
    const put = (changes: Readonly<Record<string, FieldValue | null>>): void => {
      const next = changes[field];
      if (next !== undefined) onChange?.(next);
    };
    return {
      store,
      type: (id, next) => put({ [id]: next }),
      change: put,
      undo: () => [],
      redo: () => [],
      leave: () => {},
      flush: () => Promise.resolve(true),
      isDurable: () => true,
      takeOver: () => {},
      dispose: () => ({}),
    };
  }, [store, field, onChange]);
}
