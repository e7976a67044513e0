/** Advice and decision side by side. That they differ is said in words and by a sign, not by colour alone (the minister's answer 23). */
import type { ReactNode } from 'react';
import type { AdviceComparison } from '../../../shared/domain/life.ts';
import { adviceTones, decisionTones, differenceTones } from '../../app/outcome-tones.ts';
import { useFormat } from '../../app/language/index.ts';
import { href } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { Tag, useBilingual, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './life.module.css';

export function Comparison({ comparison }: { readonly comparison: AdviceComparison }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const format = useFormat();
  const { lifeReasons } = useReference();
  const { adviceId, advice, decision, decidedAt, reason, differs } = comparison;
  const why = lifeReasons.find(({ id }) => id === reason);
  return (
    <div className={styles.comparison}>
      <dl className={styles.sides}>
        <div>
          <dt>{say('lifeDesk.advice')}</dt>
          <dd>
            {advice === undefined ? <span className={flow.quiet}>{say('lifeDesk.adviceNone')}</span> : <Tag tone={adviceTones[advice]}>{say(`advice.outcome.${advice}`)}</Tag>}
            {adviceId !== undefined && <a href={href({ room: 'advice', id: adviceId })}>{say('lifeDesk.adviceOpen')}</a>}
          </dd>
        </div>
        <div>
          <dt>{say('lifeDesk.decision')}</dt>
          <dd>
            {decision === undefined ? <span className={flow.quiet}>{say('lifeDesk.decisionNone')}</span> : <Tag tone={decisionTones[decision]}>{say(`life.kind.${decision}`)}</Tag>}
            {decidedAt !== undefined && <span className={flow.quiet}>{format.dateTimeZone(decidedAt)}</span>}
            {why && <span className={flow.quiet}>{bilingual(why.title)}</span>}
          </dd>
        </div>
      </dl>
      <p>
        <Tag tone={differenceTones[differs]} wraps>
          {say(`life.differs.${differs}`)}
        </Tag>
      </p>
    </div>
  );
}
