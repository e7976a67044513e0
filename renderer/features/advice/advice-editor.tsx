/** The advice as it is drafted: its parts at the left, the form of one of them, and the request and the checks beside it. */
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AdviceDocument, AdviceSuggestion } from '../../../shared/domain/advice.ts';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import { ExportDialog } from '../../app/export-dialog.tsx';
import { FinaliseDialog } from '../../app/finalise-dialog.tsx';
import type { RequestParts } from '../../app/request-parts.ts';
import { SaveTrouble } from '../../app/save-trouble.tsx';
import { useShortcut } from '../../app/shortcuts.ts';
import { link } from '../../link/index.ts';
import { ArrowRightIcon, Button, Panel, Room, RoomForm, type Step, Steps, focusField, notify, useSay } from '../../ui/index.ts';
import { AdviceAside } from './advice-aside.tsx';
import { AdviceHead } from './advice-head.tsx';
import styles from './advice.module.css';
import { proposalsOf, textOf } from './advice-values.ts';
import { AvailabilityForm } from './availability-form.tsx';
import { CopyAdviceButton } from './copy-button.tsx';
import { CriteriaForm } from './criteria-form.tsx';
import type { AdviceDraft } from './open-advices.ts';
import { OutcomeForm } from './outcome-form.tsx';
import { type PartId, elementId, partOf, partsShown, stateOf } from './parts.ts';
import { ProposalsForm } from './proposals-form.tsx';
import { QuestionForm } from './question-form.tsx';
import { useAdviceChecks, useAdviceContext } from './use-checks.ts';
import { AdviceVersions } from './versions.tsx';

export interface AdviceEditorProps extends RequestParts {
  readonly advice: AdviceDocument;
  readonly draft: AdviceDraft;
  readonly suggestions: readonly AdviceSuggestion[];
  readonly request: RequestDocument | undefined;
  readonly onChanged: (advice: AdviceDocument) => void;
  readonly onRefresh: () => void;
}

export function AdviceEditor({ advice, draft, suggestions, request, onChanged, onRefresh, RequestPane, ProposedValue }: AdviceEditorProps): ReactNode {
  const say = useSay();
  const values = useStore(draft.store, (state) => state.values);
  const context = useAdviceContext(request);
  const findings = useAdviceChecks(draft, context);
  const parts = partsShown(request !== undefined);
  const [part, setPart] = useState<PartId>(request ? 'criteria' : 'question');
  const [front, setFront] = useState<'export' | 'finalise' | null>(null);
  /** the field to focus once its part is on screen; '' is the first field of it */
  const [target, setTarget] = useState<{ readonly field: string }>();
  const form = useRef<HTMLDivElement>(null);

  const goTo = useCallback((next: PartId | undefined) => {
    if (next === undefined) return;
    setPart(next);
    setTarget({ field: '' });
  }, []);
  const jumpTo = useCallback((field: string) => {
    setPart(partOf(field));
    setTarget({ field });
  }, []);
  useEffect(() => {
    if (!target) return;
    if (target.field === '' || !focusField(elementId(target.field))) form.current?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, [role=spinbutton], button')?.focus();
  }, [target]);

  const propose = (field: string): void => {
    if (!request) return;
    const id = crypto.randomUUID();
    draft.change({ proposals: [...proposalsOf(draft.store.getState().values['proposals']), { id, field, value: request.values[field] ?? null, why: '' }] });
    setPart('proposals');
    setTarget({ field: `proposals.${id}` });
  };

  useShortcut({ keys: 'Ctrl+E', label: say('adviceDesk.keyExport'), run: () => setFront('export') });
  const next = parts[parts.indexOf(part) + 1];
  useShortcut({ keys: 'Ctrl+Enter', label: say('adviceDesk.keyNext'), run: () => goTo(next ?? parts[0]) });

  const proposals = proposalsOf(values['proposals']);
  const steps = parts.map((id): Step => ({ id, label: say(`adviceDesk.part.${id}`), state: stateOf(id, values, findings), ...(id === 'proposals' && proposals.length > 0 ? { note: `(${proposals.length})` } : {}) }));

  return (
    <>
      <AdviceHead advice={advice} subject={textOf(values['subject'])} request={request}>
        <CopyAdviceButton advice={advice} draft={draft} />
        <Button kbd="Ctrl E" onPress={() => setFront('export')}>
          {say('request.export')}
        </Button>
        <Button variant="primary" onPress={() => setFront('finalise')}>
          {say('request.finalise')}
        </Button>
      </AdviceHead>
      <SaveTrouble draft={draft} />
      {parts.map((id, index) => (
        <PartShortcut key={id} number={index + 1} onGo={() => goTo(id)} />
      ))}
      <Room
        index={
          <Panel title={say('adviceDesk.parts')} scrolls>
            <Steps label={say('adviceDesk.parts')} steps={steps} current={part} onChoose={(id) => goTo(parts.find((one) => one === id))} />
            <AdviceVersions advice={advice} />
          </Panel>
        }
        aside={<AdviceAside advice={advice} request={request} findings={findings} onJump={jumpTo} onPropose={propose} proposed={new Set(proposals.map(({ field }) => field))} RequestPane={RequestPane} onLinked={onRefresh} />}
        asideWidth="reading"
      >
        <RoomForm ref={form}>
          <Panel title={say(`adviceDesk.part.${part}`)} scrolls>
            {part === 'question' && <QuestionForm draft={draft} />}
            {part === 'criteria' && <CriteriaForm draft={draft} context={context} suggestions={suggestions} findings={findings} />}
            {part === 'availability' && <AvailabilityForm draft={draft} request={request} />}
            {part === 'proposals' && request && <ProposalsForm advice={advice} draft={draft} request={request} ProposedValue={ProposedValue} onChanged={onChanged} />}
            {part === 'outcome' && <OutcomeForm draft={draft} />}
            {next && (
              <div className={styles.next}>
                <Button kbd="Ctrl ↵" icon={<ArrowRightIcon />} onPress={() => goTo(next)}>
                  {say('request.sectionNext', { title: say(`adviceDesk.part.${next}`) })}
                </Button>
              </div>
            )}
          </Panel>
        </RoomForm>
      </Room>
      <ExportDialog isOpen={front === 'export'} kind="advice" onClose={() => setFront(null)} document={advice} flush={draft.flush} />
      {front === 'finalise' && (
        <FinaliseDialog
          title={say('adviceDesk.finaliseTitle')}
          text={say('adviceDesk.finaliseText')}
          ready={say('adviceDesk.finaliseReady')}
          draft={draft}
          findings={findings}
          onJump={jumpTo}
          onClose={() => setFront(null)}
          finalise={(seq, despite) => link.call('advice.finalise', { id: advice.id, seq, ...(despite === undefined ? {} : { despite }) })}
          onFinalised={(made) => {
            notify({ tone: 'ok', text: say('adviceDesk.finalised', { version: made.version }) });
            onChanged(made);
          }}
        />
      )}
    </>
  );
}

function PartShortcut({ number, onGo }: { readonly number: number; readonly onGo: () => void }): null {
  const say = useSay();
  useShortcut({ keys: `Alt+${number}`, label: say('adviceDesk.keyPart', { number }), run: onGo });
  return null;
}
