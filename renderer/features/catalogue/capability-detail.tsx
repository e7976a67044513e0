/** One capability in full: every fact with its own source, what is formal and what happens in practice apart. */
import type { ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract.ts';
import type { Provenance as ProvenanceData, Bilingual } from '../../../shared/domain/basics.ts';
import type { Capability } from '../../../shared/domain/capability.ts';
import { outlookTones, readinessTones } from '../../app/capability-tones.ts';
import { ExerciseBanner } from '../../app/exercise-tag.tsx';
import { useFormat } from '../../app/language/index.ts';
import { Provenance } from '../../app/provenance.tsx';
import { ReadOnlyWhy, useReadOnlyView } from '../../app/read-only.tsx';
import { useReference } from '../../app/session.ts';
import { today } from '../../app/today.ts';
import type { CallState } from '../../link/index.ts';
import { Banner, Button, Checkbox, ErrorState, type FactRow, Facts, Skeleton, Tag, useBilingual, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './catalogue.module.css';
import { isOutdated } from './filter.ts';
import { most } from './compare.ts';
import { NoteField } from './note-field.tsx';
import { usePicks } from './picks.ts';

export interface CapabilityDetailProps {
  readonly capability: Capability;
  readonly notes: CallState<CallOutput<'catalogue.notes'>>;
  readonly onPut: () => void;
}

export function CapabilityDetail({ capability, notes, onPut }: CapabilityDetailProps): ReactNode {
  const say = useSay();
  const { date } = useFormat();
  const bilingual = useBilingual();
  const { effectById, exercisePackOf } = useReference();
  // a note stays with the post when the exercise is gone
  const isOfExerciseAlone = exercisePackOf('capabilities', capability.id)?.added.includes(capability.id) === true;
  const { picked, pick } = usePicks();
  const why = useReadOnlyView();
  const isPicked = picked.includes(capability.id);
  const outdated = isOutdated(capability, today());
  const { supply, notice, call, readiness, outlook } = capability;
  const effects = capability.effects.flatMap((id) => effectById.get(id) ?? []);

  const rows: readonly FactRow[] = [
    { label: say('catalogue.effects'), value: effects.map((effect) => bilingual(effect.title)).join('; ') },
    {
      label: say('catalogue.notice'),
      value: (
        <>
          <p>
            <span className={styles.part}>{say('catalogue.formal')}:</span> <Stated text={notice.text} of={notice.provenance} />
          </p>
          {notice.practice && (
            <p>
              <span className={styles.part}>{say('catalogue.practice')}:</span> {bilingual(notice.practice)}
            </p>
          )}
        </>
      ),
      source: <Provenance of={notice.provenance} />,
    },
    ...listRow(say('catalogue.quantities'), capability.quantities),
    ...listRow(say('catalogue.limits'), capability.limits),
    ...listRow(say('catalogue.needs'), capability.needs),
    {
      label: say('catalogue.call'),
      value: (
        <>
          <Tag tone={call.how === 'directAlarm' ? 'warn' : 'neutral'}>{say(`catalogue.call.${call.how}`)}</Tag> <Stated text={call.text} of={call.provenance} />
        </>
      ),
      source: <Provenance of={call.provenance} />,
    },
    ...listRow(say('catalogue.alternatives'), capability.civilAlternatives),
    {
      label: say('catalogue.readiness'),
      value: (
        <>
          <Tag tone={readinessTones[readiness.state]}>{say(`catalogue.readiness.${readiness.state}`)}</Tag> <Stated text={readiness.text} of={readiness.provenance} />
        </>
      ),
      source: <Provenance of={readiness.provenance} />,
    },
    {
      label: say('catalogue.outlookLong'),
      value: (
        <>
          <Tag tone={outlookTones[outlook.state]}>{say(`catalogue.outlook.${outlook.state}`)}</Tag> <Stated text={outlook.text} of={outlook.provenance} />
        </>
      ),
      source: <Provenance of={outlook.provenance} />,
    },
    ...(capability.aliases.length === 0 ? [] : [{ label: say('catalogue.aliases'), value: capability.aliases.join(', ') }]),
  ];

  return (
    <article className={styles.detail}>
      <header className={styles.detailHead}>
        <p className={flow.row}>
          <Tag>{say(`catalogue.class.${supply.class}`)}</Tag> <Provenance of={supply.provenance} />
        </p>
        <h2>{bilingual(capability.name)}</h2>
        <p className={styles.lead}>{bilingual(capability.summary)}</p>
      </header>
      <ExerciseBanner kind="capabilities" id={capability.id} />
      {outdated && (
        <Banner tone="warn" title={say('catalogue.outdated', { date: date(capability.validUntil) })}>
          <p>{say('catalogue.outdatedText')}</p>
        </Banner>
      )}
      <div className={styles.actions}>
        {why ? (
          <ReadOnlyWhy why={say(`spaces.readOnly.${why}`)} />
        ) : (
          <Button variant="primary" onPress={onPut}>
            {say('catalogue.toRequest')}
          </Button>
        )}
        <Checkbox label={say('catalogue.compare')} value={isPicked} isDisabled={!isPicked && picked.length >= most} onChange={(takes) => pick(capability.id, takes)} />
      </div>
      <Facts rows={rows} />
      {notes.state === 'loading' && <Skeleton lines={2} />}
      {notes.state === 'error' && <ErrorState error={notes.error} onRetry={notes.refresh} />}
      {notes.state === 'ready' && !isOfExerciseAlone && <NoteField capabilityId={capability.id} note={notes.value.find((note) => note.capabilityId === capability.id)} onSaved={notes.refresh} />}
      <footer className={styles.origin}>
        <h3>{say('catalogue.provenance')}</h3>
        <p>
          <Provenance of={capability.provenance} isFull />
        </p>
        <p className={styles.valid}>
          {outdated ? <Tag tone="warn">{say('catalogue.outdated', { date: date(capability.validUntil) })}</Tag> : say('catalogue.validUntil', { date: date(capability.validUntil) })}
        </p>
      </footer>
    </article>
  );
}

/** Several facts of one kind, each with its source; nothing where no source says anything. */
function listRow(label: string, facts: Capability['limits']): readonly FactRow[] {
  if (facts.length === 0) return [];
  return [
    {
      label,
      value: (
        <ul className={flow.tight}>
          {facts.map((fact) => (
            <li key={fact.text.nl}>
              <Stated text={fact.text} of={fact.provenance} />
              <span className={styles.factSource}>
                <Provenance of={fact.provenance} />
              </span>
            </li>
          ))}
        </ul>
      ),
    },
  ];
}

/** A placeholder must never read as a fact. */
function Stated({ text, of }: { readonly text: Bilingual; readonly of: ProvenanceData }): ReactNode {
  const bilingual = useBilingual();
  return of.confidence === 'placeholder' ? <span className={styles.placeholder}>{bilingual(text)}</span> : bilingual(text);
}
