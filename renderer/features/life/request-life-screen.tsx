/** How one request fares: its timeline with the form of the next step, and beside it what is to be done, what was advised and decided. */
import { type ReactNode, useEffect, useMemo, useRef } from 'react';
import { flushSync } from 'react-dom';
import { useStore } from 'zustand';
import type { CallOutput } from '../../../shared/contract.ts';
import type { Life, LifeStep, LifeStepKind, NewLifeStep } from '../../../shared/domain/life.ts';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import type { TypedFields } from '../../../shared/domain/half-typed.ts';
import { DossierLink } from '../../app/dossier-link.tsx';
import { useFormat } from '../../app/language/index.ts';
import { ReadOnlyBanner, useReadOnly } from '../../app/read-only.tsx';
import { requestTitle } from '../../app/request-name.ts';
import { RequestViews } from '../../app/request-views.tsx';
import { useReference } from '../../app/session.ts';
import { useShortcut } from '../../app/shortcuts.ts';
import { thisMinute } from '../../app/this-minute.ts';
import { useFollowing } from '../../app/use-following.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { ErrorState, Panel, Room, ScreenHead, Skeleton, Tag, announce, focusField, useSay } from '../../ui/index.ts';
import styles from './life.module.css';
import { proposedKind, stepsToCome } from './next.ts';
import { type OpenLife, openLife, typingPlace } from './open-life.ts';
import { LifeSide } from './side.tsx';
import { correctionForm as correctionName, fieldsOf, stepForm, withField } from './step-fields.ts';
import { StepForm } from './step-form.tsx';
import { Timeline, correctId } from './timeline.tsx';
import { timelineRows } from './timeline-rows.ts';
import { WaitingSteps } from './waiting-steps.tsx';

const quickForm = 'life.quick';

export function RequestLifeScreen({ id }: { readonly id: string }): ReactNode {
  const life = useCall('life.open', { requestId: id });
  const request = useCall('request.open', { id });
  const typed = useCall('typing.open', { place: typingPlace(id) });
  useFollowing(life.refresh, request.refresh);
  useEvent('exchange.ended', request.refresh);
  for (const one of [life, request, typed]) if (one.state === 'error') return <ErrorState isPage error={one.error} onRetry={one.refresh} />;
  if (life.state !== 'ready' || request.state !== 'ready' || typed.state !== 'ready') return <Skeleton lines={12} />;
  return <RequestLife life={life.value} document={request.value} typed={typed.value} />;
}

interface RequestLifeProps {
  readonly life: Life;
  readonly document: RequestDocument;
  readonly typed: CallOutput<'typing.open'>;
}

const nothing: TypedFields = {};

/** As it was called, never there at all, or another kind that can be there now. */
const correctionKinds = ({ kind: own }: LifeStep, { allowed }: Life): readonly LifeStepKind[] => [own, 'retraction', ...allowed.filter((kind) => kind !== own && kind !== 'retraction')];

function RequestLife({ life, document, typed }: RequestLifeProps): ReactNode {
  const say = useSay();
  const reference = useReference();
  const open = useMemo(() => openLife(document.id, typed), [document.id, typed]);
  const forms = useStore(open.typing.store, ({ values }) => values);
  const waiting = useStore(open.queue.store, (state) => state.waiting);
  useAnnounced(open);
  const quick = forms[stepForm] ?? nothing;
  const why = useReadOnly(document);
  const correction = why ? undefined : forms[correctionName];
  const set = (form: string, fields: TypedFields): void => open.typing.type(form, fields);

  const proposed = proposedKind(life);
  const kinds = proposed === undefined || why ? [] : [proposed, ...life.allowed.filter((kind) => kind !== proposed && kind !== 'retraction')];
  const record = (form: string, step: NewLifeStep): void => {
    open.queue.add({ entry: step.id, step });
    open.typing.change({ [form]: null });
  };
  const recordQuick = (step: NewLifeStep): void => {
    record(stepForm, step);
    focusField(quickForm);
  };

  const wrong = life.steps.find(({ revisionId }) => revisionId === correction?.['corrects']);
  const leave = (): void => {
    // The button is there again only after the form is gone; the keyboard goes on where it came from.
    flushSync(() => open.typing.change({ [correctionName]: null }));
    if (wrong) window.document.getElementById(correctId(wrong))?.focus();
  };
  const correctionForm = wrong && correction && (
    <StepForm
      id="life.correction"
      life={life}
      document={document}
      fields={correction}
      onChange={(fields) => set(correctionName, fields)}
      kinds={correctionKinds(wrong, life)}
      corrects={wrong.revisionId}
      onRecord={(made) => {
        record(correctionName, made);
        focusField(quickForm);
      }}
      onCancel={leave}
    />
  );

  const basis = reference.legalBasisById.get(document.legalBasisId);
  return (
    <>
      <ScreenHead
        kicker={
          <>
            {document.dossierId !== undefined && (
              <>
                <DossierLink dossierId={document.dossierId} /> ·{' '}
              </>
            )}
            {[document.reference, basis?.short, say('request.version', { version: document.version })].filter(Boolean).join(' · ')}{' '}
            <Tag tone={document.state === 'finalised' ? 'ok' : 'neutral'}>{say(document.state === 'finalised' ? 'request.stateFinalised' : 'request.stateDraft')}</Tag>
          </>
        }
        title={requestTitle(document.values, basis, say)}
      />
      <RequestViews requestId={document.id} current="life" isReadOnly={why !== undefined} />
      <ReadOnlyBanner why={why} />
      <Room aside={<LifeSide life={life} />} asideWidth="reading">
        <Panel title={say('lifeDesk.title')} scrolls>
          {kinds.length > 0 && (
            <section className={styles.quick} aria-label={say('lifeDesk.recordTitle')}>
              <Keys onRecord={() => void focusField(quickForm)} onTime={() => set(stepForm, withField(quick, 'at', quick['at'] === undefined ? thisMinute() : null))} />
              <StepForm id={quickForm} life={life} document={document} fields={quick} onChange={(fields) => set(stepForm, fields)} kinds={kinds} onRecord={recordQuick} />
            </section>
          )}
          {waiting.length > 0 && <WaitingSteps waiting={waiting} queue={open.queue} onTakeBack={why ? undefined : (fields) => set(stepForm, fields)} />}
          <Timeline
            life={life}
            rows={timelineRows(life, document)}
            toCome={stepsToCome(life)}
            {...(!why && {
              onChoose: (kind: LifeStepKind) => {
                set(stepForm, withField(quick, 'kind', kind));
                focusField(quickForm);
              },
              onCorrect: (step: LifeStep) => set(correctionName, fieldsOf(step)),
            })}
            correcting={correction?.['corrects']}
            correction={correctionForm}
          />
        </Panel>
      </Room>
    </>
  );
}

/** The keys of the form, as long as it is there. */
function Keys({ onRecord, onTime }: { readonly onRecord: () => void; readonly onTime: () => void }): null {
  const say = useSay();
  useShortcut({ keys: 'Alt+J', label: say('lifeDesk.keyRecord'), run: onRecord });
  useShortcut({ keys: 'Alt+T', label: say('lifeDesk.keyTime'), run: onTime });
  return null;
}

/** Says each step when it is on the disk, not when it was typed. */
function useAnnounced({ queue }: OpenLife): void {
  const say = useSay();
  const format = useFormat();
  const written = useStore(queue.store, (state) => state.written);
  const heard = useRef(written.length);
  useEffect(() => {
    for (const { kind, at } of written.slice(heard.current)) announce(say('lifeDesk.recorded', { kind: say(`life.kind.${kind}`), at: format.dateTimeZone(at) }));
    heard.current = written.length;
  }, [written, say, format]);
}
