/** What two posts changed apart and a person must decide, and drafts that wait for the next version. Each leads on. */
import type { ReactNode } from 'react';
import { DifferenceList } from '../../app/difference-list.tsx';
import { useExchange } from '../../app/exchange-state.ts';
import { Panel, Tag, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';

export function DifferencesPanel(): ReactNode {
  const say = useSay();
  const differences = useExchange((state) => state.differences);
  const toChoose = differences.filter(({ state, readOnly }) => state === 'open' && !readOnly).length;
  return (
    <Panel title={say('exchangeDesk.differences')} {...(differences.length === 0 ? {} : { aside: <Tag tone={differences.some(({ readOnly }) => !readOnly) ? 'warn' : 'neutral'}>{differences.length}</Tag> })}>
      {differences.length === 0 ? (
        <p className={flow.quiet}>{say('exchangeDesk.differences.none')}</p>
      ) : (
        <>
          {toChoose > 0 && differences.length > 1 && <p className={flow.quiet}>{say('exchangeDesk.differences.inRow', { choose: toChoose, proposals: differences.filter(({ state }) => state === 'proposal').length })}</p>}
          <DifferenceList differences={differences} />
        </>
      )}
    </Panel>
  );
}
