/** What follows from the answers: the requests to make and why, or why there are none; what is still needed; what would change it. */
import type { ReactNode } from 'react';
import type { FinderAnswers, FinderData, FinderFact, FinderOutcome, FinderPart, FinderResult, FinderSeveral, FinderSummary } from '../../../shared/domain/finder.ts';
import { Provenance } from '../../app/provenance.tsx';
import { Banner, EmptyState, Panel, Tag, type TagTone, useBilingual, useSay } from '../../ui/index.ts';
import { questionOf } from './answers.ts';
import { BasisCard } from './basis-card.tsx';
import { Changes } from './changes.tsx';
import { CapabilityLinks, ContactsToCall } from './elsewhere.tsx';
import flow from '../../ui/flow.module.css';
import styles from './finder.module.css';
import { useOutcomeName } from './outcome-name.ts';
import { requestsOf } from './starts.ts';

export const outcomePanel = 'finder.outcome';

export interface OutcomeProps {
  readonly finder: FinderData;
  readonly answers: FinderAnswers;
  readonly result: FinderResult;
  readonly onQuestion: (question: string) => void;
  readonly onAnswer: (question: string, value: string) => void;
}

/** A request can be made; another must make it; no request is the answer. */
const tones: Readonly<Record<FinderSummary['kind'], TagTone>> = { basis: 'ok', several: 'ok', wrongApplicant: 'warn', noRequest: 'neutral', otherWay: 'neutral', notDefence: 'neutral', noBasis: 'bad' };

export function Outcome({ finder, answers, result, onQuestion, onAnswer }: OutcomeProps): ReactNode {
  const say = useSay();
  return (
    <Panel id={outcomePanel} title={say('finder.outcome')} aside={result.state === 'found' ? <Kind of={result.outcome.kind} /> : undefined} scrolls>
      {result.state === 'open' && <StillOpen finder={finder} result={result} isUntouched={Object.keys(answers).length === 0} onQuestion={onQuestion} />}
      {result.state === 'contradiction' && <Contradiction finder={finder} result={result} onQuestion={onQuestion} />}
      {result.state === 'found' && (
        <>
          <Found outcome={result.outcome} />
          <Changes finder={finder} changes={result.outcome.changes} onAnswer={onAnswer} />
        </>
      )}
    </Panel>
  );
}

function Kind({ of }: { readonly of: FinderSummary['kind'] }): ReactNode {
  const say = useSay();
  return <Tag tone={tones[of]}>{say(`finder.kind.${of}`)}</Tag>;
}

interface StillOpenProps {
  readonly finder: FinderData;
  readonly result: Extract<FinderResult, { state: 'open' }>;
  readonly isUntouched: boolean;
  readonly onQuestion: (question: string) => void;
}

function StillOpen({ finder, result, isUntouched, onQuestion }: StillOpenProps): ReactNode {
  const say = useSay();
  const nameOf = useOutcomeName();
  // that somebody else must ask says nothing new beside what they would ask for, as long as both are possible
  const other = result.stillPossible.filter(({ kind }) => kind !== 'wrongApplicant');
  const possible = other.length > 0 ? other : result.stillPossible;
  if (isUntouched) {
    return (
      <EmptyState title={say('finder.empty.title')}>
        <p>{say('finder.empty.text')}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <section className={styles.part}>
        <h3>{say('finder.needed', { count: result.next.length })}</h3>
        <QuestionLinks ids={result.next} finder={finder} onQuestion={onQuestion} />
      </section>
      <section className={styles.part}>
        <h3>{say('finder.possible', { count: possible.length })}</h3>
        <ul className={styles.possible}>
          {possible.map((one) => (
            <li key={one.id}>{nameOf(one)}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function QuestionLinks({ ids, finder, onQuestion }: { readonly ids: readonly string[]; readonly finder: FinderData; readonly onQuestion: (question: string) => void }): ReactNode {
  const bilingual = useBilingual();
  return (
    <ul className={styles.links}>
      {ids.map((id) => (
        <li key={id}>
          <button type="button" className={styles.link} onClick={() => onQuestion(id)}>
            {bilingual(questionOf(finder, id)?.label ?? { nl: id, en: id })}
          </button>
        </li>
      ))}
    </ul>
  );
}

function Contradiction({ finder, result, onQuestion }: Pick<StillOpenProps, 'finder' | 'onQuestion'> & { readonly result: Extract<FinderResult, { state: 'contradiction' }> }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  return (
    <Banner tone="warn" title={say('finder.contradiction')}>
      <p>{bilingual(result.reason)}</p>
      <Provenance of={result.provenance} />
      <p>{say('finder.contradictionDo')}</p>
      <QuestionLinks ids={result.questions} finder={finder} onQuestion={onQuestion} />
    </Banner>
  );
}

function Found({ outcome }: { readonly outcome: FinderOutcome }): ReactNode {
  const bilingual = useBilingual();
  return (
    <>
      <p className={styles.title}>{bilingual(outcome.title)}</p>
      <Part part={outcome} />
      {outcome.kind === 'several' &&
        outcome.besides.map((part) => (
          <section key={part.id} aria-label={bilingual(part.title)} className={styles.besides}>
            <p className={styles.title}>
              {bilingual(part.title)} <Kind of={part.kind} />
            </p>
            <Part part={part} isBeside />
          </section>
        ))}
    </>
  );
}

/** What is to be done, by whom, and why. Beside other requests those of this part stand among them. */
function Part({ part, isBeside = false }: { readonly part: FinderPart | FinderSeveral; readonly isBeside?: boolean }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const requests = isBeside ? [] : requestsOf(part);
  return (
    <>
      {'todo' in part && <p className={styles.todo}>{bilingual(part.todo)}</p>}
      {'contactIds' in part && <ContactsToCall ids={part.contactIds} />}
      {part.kind === 'wrongApplicant' && !isBeside && <h3 className={flow.quiet}>{say('finder.forCompetent')}</h3>}
      {requests.map((request) => (
        <BasisCard key={request.templateId} request={request} isAlone={requests.length === 1} />
      ))}
      {'capabilityIds' in part && <CapabilityLinks ids={part.capabilityIds} />}
      <section className={styles.part}>
        <h3>{say('finder.reasons')}</h3>
        <Reasons reasons={part.reasons} />
      </section>
    </>
  );
}

function Reasons({ reasons }: { readonly reasons: readonly FinderFact[] }): ReactNode {
  const bilingual = useBilingual();
  return (
    <ul className={styles.reasons}>
      {reasons.map((reason) => (
        <li key={reason.text.nl}>
          {bilingual(reason.text)} <Provenance of={reason.provenance} />
        </li>
      ))}
    </ul>
  );
}
