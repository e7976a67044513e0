/** How far the exercise is. */
import type { ReactNode } from 'react';
import type { ScriptState } from '../../../shared/domain/exercise-script.ts';
import { useFormat } from '../../app/language/index.ts';
import { useNow } from '../../app/use-now.ts';
import { Facts, Tag, useSay } from '../../ui/index.ts';
import { scriptTimeText } from './script-time.ts';

export function Clock({ script }: { readonly script: ScriptState }): ReactNode {
  const say = useSay();
  const { moment } = useFormat();
  const now = useNow();
  const { phase, minutes, startedAt, nextAt } = script;
  return (
    <Facts
      rows={[
        { label: say('exercise.clockState'), value: <Tag tone={phase === 'running' ? 'ok' : phase === 'paused' ? 'warn' : 'neutral'}>{say(`exercise.phase.${phase}`)}</Tag> },
        ...(phase === 'waiting' ? [] : [{ label: say('exercise.clockTime'), value: scriptTimeText(minutes) }]),
        ...(startedAt === undefined ? [] : [{ label: say('exercise.startAtLabel'), value: moment(startedAt, now) }]),
        ...(nextAt === undefined ? [] : [{ label: say('exercise.next'), value: moment(nextAt, now) }]),
      ]}
    />
  );
}
