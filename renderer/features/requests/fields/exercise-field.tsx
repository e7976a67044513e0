/** Whether the request is exercise: told, not asked, since the space that it lies in decides it. */
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import { FieldGroup } from './field-group.tsx';
import { type FieldEditorProps, useFieldProps } from './field-props.ts';
import { YesNoEditor } from './plain-fields.tsx';

export function ExerciseEditor(props: FieldEditorProps): ReactNode {
  const { document } = useEditor();
  const say = useSay();
  const { help: _help, ...part } = useFieldProps(props);
  // of before exercises were spaces: a person can still put it right
  if (document.exercise !== true && props.value === true) return <YesNoEditor {...props} />;
  return (
    <FieldGroup part={{ ...part, help: undefined }}>
      <p>{say(document.exercise === true ? 'exercise.fieldYes' : 'exercise.fieldNo')}</p>
    </FieldGroup>
  );
}
