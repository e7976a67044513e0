/** The fields of one section, with what the catalogue proposes under the effect. */
import { type ReactNode, Fragment, memo } from 'react';
import { useStore } from 'zustand';
import type { Finding } from '../../../../shared/domain/assessment.ts';
import type { TemplateSection } from '../../../../shared/domain/template.ts';
import { shownFields } from '../../../../shared/rules/conditions.ts';
import { ArrowRightIcon, Button, IconButton, Panel, RedoIcon, UndoIcon, useBilingual, useSay } from '../../../ui/index.ts';
import { SplitOffer, splitField } from '../group/split-offer.tsx';
import { Proposals } from '../proposals/proposals.tsx';
import { useAssessment } from './assessment.tsx';
import { useEditor } from './editor-context.ts';
import { FieldRow } from './field-row.tsx';
import styles from './section-form.module.css';

/** the field in which the person says what must be reached (see GLOSSARY: effect) */
const effectField = 'effect.text';
const noFindings: readonly Finding[] = [];

export interface SectionFormProps {
  readonly section: TemplateSection;
  readonly next: TemplateSection | undefined;
  readonly onNext: () => void;
  readonly onStep: (how: 'undo' | 'redo') => void;
}

export const SectionForm = memo(function SectionForm({ section, next, onNext, onStep }: SectionFormProps): ReactNode {
  const { template, draft } = useEditor();
  const say = useSay();
  const bilingual = useBilingual();
  const { findings } = useAssessment();
  // Only which fields are shown matters here; a keystroke in one of them must not draw the others again.
  const shown = useStore(draft.store, (state) => [...shownFields(template, state.values).keys()].join(' ')).split(' ');
  const ofField = Map.groupBy(findings, (finding) => finding.field);

  return (
    <Panel title={bilingual(section.title)} aside={<UndoRedo onStep={onStep} />} scrolls>
      <div className={styles.fields}>
        {section.fields
          .filter((field) => shown.includes(field.id))
          .map((field) => (
            <Fragment key={field.id}>
              <FieldRow field={field} findings={ofField.get(field.id) ?? noFindings} />
              {field.id === effectField && <Proposals effectField={field.id} />}
              {field.id === splitField && <SplitOffer />}
            </Fragment>
          ))}
      </div>
      {next && (
        <div className={styles.next}>
          <Button kbd="Ctrl ↵" icon={<ArrowRightIcon />} onPress={onNext}>
            {say('request.sectionNext', { title: bilingual(next.title) })}
          </Button>
        </div>
      )}
    </Panel>
  );
});

/** For the mouse; the keys do the same. */
function UndoRedo({ onStep }: { readonly onStep: (how: 'undo' | 'redo') => void }): ReactNode {
  const { draft } = useEditor();
  const say = useSay();
  const canUndo = useStore(draft.store, (state) => state.canUndo);
  const canRedo = useStore(draft.store, (state) => state.canRedo);
  return (
    <span>
      <IconButton label={say('request.undo')} icon={<UndoIcon />} variant="quiet" size="small" isDisabled={!canUndo} onPress={() => onStep('undo')} />
      <IconButton label={say('request.redo')} icon={<RedoIcon />} variant="quiet" size="small" isDisabled={!canRedo} onPress={() => onStep('redo')} />
    </span>
  );
}
