/** Which legal basis (welke grondslag): questions that can be answered in any order, and beside them what follows from the answers. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { CallOutput } from '../../../shared/contract.ts';
import type { DossierDocument } from '../../../shared/domain/dossier.ts';
import type { FinderData } from '../../../shared/domain/finder.ts';
import { find } from '../../../shared/rules/finder/find.ts';
import { DossierLink } from '../../app/dossier-link.tsx';
import { finderForm, finderPlace, openFinderForm, startFields } from '../../app/finder-form.ts';
import { NewRequestDialog, type NewRequestDossier } from '../../app/new-request-dialog.tsx';
import type { RequestStart } from '../../app/new-request.ts';
import { ReadOnlyWhy, useNothingNew, useReadOnly } from '../../app/read-only.tsx';
import { useReference } from '../../app/session.ts';
import { type Shortcut, useShortcut } from '../../app/shortcuts.ts';
import { useCall } from '../../link/index.ts';
import { Button, EmptyState, ErrorState, Panel, Room, ScreenHead, Skeleton, announce, focusField, useBilingual, useSay } from '../../ui/index.ts';
import { answersOf, questionToOpen, without } from './answers.ts';
import flow from '../../ui/flow.module.css';
import { Outcome, outcomePanel } from './outcome.tsx';
import { QuestionList } from './question-list.tsx';
import { optionsElementId, questionElementId } from './question.tsx';
import { startsOf } from './starts.ts';
import { useSpokenOutcome } from './spoken.ts';

const makeButton = 'finder.make';
const nothing: Readonly<Record<string, string>> = {};

export function FinderScreen({ dossierId }: { readonly dossierId?: string }): ReactNode {
  const say = useSay();
  const { finder } = useReference();
  const typed = useCall('typing.open', { place: finderPlace(dossierId) });
  if (!finder) {
    return (
      <>
        <ScreenHead title={say('finder.title')} />
        <EmptyState title={say('finder.none.title')}>
          <p>{say('finder.none.text')}</p>
        </EmptyState>
      </>
    );
  }
  if (typed.state === 'error') return <ErrorState isPage error={typed.error} onRetry={typed.refresh} />;
  if (typed.state === 'loading') return <Skeleton lines={12} />;
  return dossierId === undefined ? <Finder finder={finder} typed={typed.value} /> : <DossierFinder finder={finder} typed={typed.value} dossierId={dossierId} />;
}

interface FinderProps {
  readonly finder: FinderData;
  readonly typed: CallOutput<'typing.open'>;
}

/** The requests will lie in this dossier: its name and regions go with them. */
function DossierFinder({ dossierId, ...rest }: FinderProps & { readonly dossierId: string }): ReactNode {
  const opened = useCall('dossier.open', { id: dossierId });
  if (opened.state === 'error') return <ErrorState isPage error={opened.error} onRetry={opened.refresh} />;
  if (opened.state === 'loading') return <Skeleton lines={12} />;
  return <Finder {...rest} dossier={inDossier(opened.value.dossier)} />;
}

function inDossier({ id, spaceId, readOnly, reference, values: { title = reference, regions = [] } }: DossierDocument): NewRequestDossier {
  return { id, spaceId, readOnly, title, regions };
}

function Finder({ finder, typed, dossier }: FinderProps & { readonly dossier?: NewRequestDossier }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { templateById } = useReference();
  const form = useMemo(() => openFinderForm(dossier?.id, typed), [dossier?.id, typed]);
  const fields = useStore(form.store, ({ values }) => values[finderForm]) ?? nothing;
  const answers = useMemo(() => answersOf(finder, fields), [finder, fields]);
  const result = useMemo(() => find(finder, answers), [finder, answers]);
  const [open, setOpen] = useState(() => questionToOpen(result));
  /** where the keyboard goes once it is drawn */
  const [target, setTarget] = useState<{ readonly id: string }>();
  useEffect(() => {
    if (target) focusField(target.id);
  }, [target]);
  /** the drafts that the person is about to make */
  const [starting, setStarting] = useState<readonly RequestStart[]>();
  useSpokenOutcome(result);

  const change = (next: Readonly<Record<string, string>>): void => form.change({ [finderForm]: Object.keys(next).length === 0 ? null : next });
  const answer = (question: string, value: string, goesOn: boolean): void => {
    change({ ...fields, [question]: value });
    if (!goesOn) return;
    const next = find(finder, { ...answers, [question]: value });
    // what contradicts is said at the question that was just answered: the person is looking there
    if (next.state !== 'contradiction' || !next.questions.includes(question)) setOpen(questionToOpen(next));
  };
  const enterQuestion = (question: string): void => {
    setOpen(question);
    setTarget({ id: optionsElementId(question) });
  };
  const goOn = (): void => {
    const next = questionToOpen(result);
    if (next === undefined) setTarget({ id: starts.length > 0 ? makeButton : outcomePanel });
    else enterQuestion(next);
  };
  const clear = (question: string): void => {
    change(without(fields, question));
    setTarget({ id: questionElementId(question) });
    announce(say('finder.cleared'));
  };
  const restart = (): void => {
    form.change({ [finderForm]: null });
    announce(say('finder.restarted'));
    const [first] = finder.questions;
    if (first) enterQuestion(first.id);
  };
  const isReadOnly = useReadOnly(dossier ?? {});
  const nothingNew = useNothingNew();
  const why = dossier ? isReadOnly && say(`spaces.readOnly.${isReadOnly}`) : nothingNew;
  const found = result.state === 'found' ? startsOf(result.outcome, templateById) : [];
  const starts = why === undefined ? found : [];
  const make = (): void => void (starts.length > 0 && setStarting(starts));
  useShortcut({ keys: 'Ctrl+Enter', label: say('finder.keyMake'), run: make });

  return (
    <>
      <ScreenHead
        {...(dossier === undefined ? {} : { kicker: <DossierLink dossierId={dossier.id} /> })}
        title={say('finder.title')}
        actions={
          <>
            <Button isDisabled={Object.keys(answers).length === 0} onPress={restart}>
              {say('finder.restart')}
            </Button>
            {found.length > 0 && why !== undefined && <ReadOnlyWhy why={why} />}
            {starts.length > 0 && (
              <Button id={makeButton} variant="primary" kbd="Ctrl ↵" onPress={make}>
                {say('finder.make', { count: starts.length })}
              </Button>
            )}
          </>
        }
      />
      {finder.questions.slice(0, 9).map((question, index) => (
        <QuestionKey key={question.id} keys={`Alt+${index + 1}`} label={bilingual(question.label)} run={() => enterQuestion(question.id)} />
      ))}
      <Room
        aside={<Outcome finder={finder} answers={answers} result={result} onQuestion={enterQuestion} onAnswer={(question, value) => answer(question, value, false)} />}
        asideWidth="reading"
      >
        <Panel title={say('finder.questions')} aside={<span className={flow.quiet}>{say('finder.anyOrder')}</span>} scrolls>
          <QuestionList
            finder={finder}
            answers={answers}
            result={result}
            open={open}
            onToggle={(question) => setOpen(open === question ? undefined : question)}
            onAnswer={answer}
            onGoOn={goOn}
            onClear={clear}
          />
        </Panel>
      </Room>
      {starting && (
        <NewRequestDialog
          found={starting}
          dossier={dossier}
          typed={{ incident: fields[startFields.incident], place: fields[startFields.place] }}
          onClose={() => setStarting(undefined)}
          onStarted={() => form.change({ [finderForm]: null })}
        />
      )}
    </>
  );
}

function QuestionKey(shortcut: Pick<Shortcut, 'keys' | 'label' | 'run'>): null {
  useShortcut(shortcut);
  return null;
}
