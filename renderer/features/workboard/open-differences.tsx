/** Documents that posts changed apart: a person must decide, and nothing of it can be finalised before. The first of them; all stand with the exchange. */
import type { ReactNode } from 'react';
import { DifferenceList } from '../../app/difference-list.tsx';
import { useExchange } from '../../app/exchange-state.ts';
import { href } from '../../app/routes.ts';
import { Panel, Tag, useSay } from '../../ui/index.ts';

const mostShown = 6;

/** Nothing where nothing stands open. */
export function OpenDifferences(): ReactNode {
  const say = useSay();
  const differences = useExchange((state) => state.differences);
  if (differences.length === 0) return null;
  return (
    <Panel title={say('exchangeDesk.differences')} aside={<Tag tone={differences.some(({ readOnly }) => !readOnly) ? 'warn' : 'neutral'}>{differences.length}</Tag>}>
      <DifferenceList differences={differences.slice(0, mostShown)} />
      {differences.length > mostShown && <a href={href({ room: 'exchange' })}>{say('exchangeDesk.differences.all', { count: differences.length })}</a>}
    </Panel>
  );
}
