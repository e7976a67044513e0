/** The input of one field of a request outside its editor: what is typed goes to whoever shows it, and into no draft. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { createStore } from 'zustand/vanilla';
import type { FieldValue, FieldValues } from '../../../../shared/domain/request.ts';
import type { Draft, DraftState } from '../../../app/draft/draft-store.ts';
import { applyChanges } from '../../../app/draft/history.ts';
import type { FieldInputProps } from '../../../app/request-parts.ts';
import { useReference } from '../../../app/session.ts';
import { AssessmentProvider } from '../editor/assessment.tsx';
import { type Editor, EditorProvider } from '../editor/editor-context.ts';
import { fieldEditors } from '../fields/field-editors.ts';
import { referenceIndex } from '../reference-index.ts';

/** Nothing when no pack of this post holds the field. */
export function FieldInput({ request, field: id, value, onChange }: FieldInputProps): ReactNode {
  const reference = referenceIndex(useReference());
  const template = reference.templates[request.templateId];
  const basis = reference.legalBases[request.legalBasisId];
  const field = template?.sections.flatMap((section) => section.fields).find((one) => one.id === id);
  const draft = useStandIn(request.values, id, value, onChange);
  const editor = useMemo((): Editor | undefined => template && { document: request, draft, template, reference, jumpTo: () => {}, reload: () => {} }, [request, draft, template, reference]);
  if (!basis || !field || !editor) return null;
  const Input = fieldEditors[field.type];
  return (
    <EditorProvider value={editor}>
      <AssessmentProvider basis={basis} isQuiet>
        <Input field={field} value={value ?? undefined} error={undefined} />
      </AssessmentProvider>
    </EditorProvider>
  );
}

/** The fields of a request type in a draft; here in one value alone. */
function useStandIn(values: FieldValues, field: string, value: FieldValue | null, onChange: (value: FieldValue | null) => void): Draft {
  const [store] = useState(() => createStore<DraftState>(() => ({ values: applyChanges(values, { [field]: value }), seq: 0, savedAt: '', save: { kind: 'saved' }, refused: {}, canUndo: false, canRedo: false })));
  useEffect(() => store.setState({ values: applyChanges(values, { [field]: value }) }), [store, values, field, value]);
  return useMemo((): Draft => {
    const put = (changes: Readonly<Record<string, FieldValue | null>>): void => {
      const next = changes[field];
      if (next !== undefined) onChange(next);
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
      unsaved: () => ({}),
      takeOver: () => {},
      dispose: () => ({}),
    };
  }, [store, field, onChange]);
}
