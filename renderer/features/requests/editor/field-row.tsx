/** One field of the template: its editor, where its rule stands, and what the checks say of it. */
import { type ReactNode, memo, useState } from 'react';
import { useStore } from 'zustand';
import type { Finding } from '../../../../shared/domain/assessment.ts';
import type { TemplateField } from '../../../../shared/domain/template.ts';
import { citation } from '../../../../shared/rules/citation.ts';
import { WholeDates, classNames, useSay } from '../../../ui/index.ts';
import { findingText } from '../../../app/finding-words.ts';
import { exerciseField } from '../../../../shared/rules/exercise-field.ts';
import { ExerciseEditor } from '../fields/exercise-field.tsx';
import { fieldEditors } from '../fields/field-editors.ts';
import { useEditor, useFieldValue } from './editor-context.ts';
import styles from './field-row.module.css';
import { Remark } from './remark.tsx';
import { AdvisedHere } from '../advised/advised-here.tsx';
import { SharedMark } from '../group/shared-mark.tsx';
import { isAtLine } from '../fields/line-findings.ts';

export interface FieldRowProps {
  readonly field: TemplateField;
  /** what the checks say of this field */
  readonly findings: readonly Finding[];
}

export const FieldRow = memo(function FieldRow({ field, findings }: FieldRowProps): ReactNode {
  const { draft } = useEditor();
  const say = useSay();
  const value = useFieldValue(field.id);
  const refused = useStore(draft.store, (state) => state.refused[field.id]);
  // That a field is still empty is said at the field only after the person has been there; the list of checks says it always.
  const [visited, setVisited] = useState(false);
  const shown = findings.filter((finding) => finding.outcome !== 'ok' && (visited || finding.checkId !== 'required'));
  const blocking = shown.find((finding) => finding.outcome === 'blocks');
  const error = refused ? say('request.refused') : blocking && findingText(blocking, say);
  const Editor = field.id === exerciseField ? ExerciseEditor : fieldEditors[field.type];
  const isProposal = field.provenance.confidence === 'inferred';

  const leave = (): void => {
    setVisited(true);
    draft.leave();
  };

  return (
    <div className={styles.row} onBlur={leave}>
      <Editor field={field} value={value} error={error} />
      <div className={styles.foot}>
        <ul className={styles.remarks}>
          {shown
            .filter((finding) => finding !== blocking && !isAtLine(finding, value))
            .map((finding) => (
              <Remark key={`${finding.checkId} ${finding.messageId} ${JSON.stringify(finding.values)}`} finding={finding} />
            ))}
        </ul>
        <SharedMark fieldId={field.id} />
        <p className={classNames(styles.source, isProposal && styles.proposal)} title={field.provenance.note}>
          <span className="visually-hidden">{say('request.fieldSource')}: </span>
          <WholeDates>{isProposal ? say('request.fieldProposal') : citation(field.provenance)}</WholeDates>
        </p>
      </div>
      <AdvisedHere field={field.id} />
    </div>
  );
}, sameRow);

/** Each assessment makes new findings; a row only draws again when they say something else. */
function sameRow(before: FieldRowProps, after: FieldRowProps): boolean {
  return before.field === after.field && (before.findings === after.findings || JSON.stringify(before.findings) === JSON.stringify(after.findings));
}
