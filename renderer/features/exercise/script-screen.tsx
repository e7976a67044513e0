/** The script of the exercise in view: what was put in, and for exercise control what is still to come and the clock. */
import type { ReactNode } from 'react';
import type { ScriptState } from '../../../shared/domain/exercise-script.ts';
import { useFormat } from '../../app/language/index.ts';
import { ReadOnlyBanner, useReadOnlyView } from '../../app/read-only.tsx';
import { refreshScript, useScript } from '../../app/script-state.ts';
import { useSession } from '../../app/session.ts';
import { Banner, EmptyState, ErrorState, Panel, Room, RoomStack, ScreenHead, Skeleton, useBilingual, useSay } from '../../ui/index.ts';
import { Clock } from './clock.tsx';
import { ControlPanel } from './control-panel.tsx';
import { InjectList } from './inject-list.tsx';
import { LoadScript } from './load-script.tsx';

export function ScriptScreen(): ReactNode {
  const say = useSay();
  const view = useSession((state) => state.view);
  const { isKnown, script, error } = useScript();
  if (view.kind === 'operational') {
    return (
      <>
        <ScreenHead title={say('exercise.title')} />
        <EmptyState title={say('exercise.operationalTitle')}>{say('exercise.operationalWords')}</EmptyState>
      </>
    );
  }
  if (error && !script) return <ErrorState isPage error={error} onRetry={() => void refreshScript()} />;
  if (!isKnown) return <Skeleton lines={8} />;
  const directs = view.standing === 'keeper' && !view.frozen;
  return script ? <OneScript script={script} directs={directs} writes={directs || (view.standing === 'editor' && !view.frozen)} /> : <NoScript directs={directs} />;
}

function NoScript({ directs }: { readonly directs: boolean }): ReactNode {
  const say = useSay();
  return (
    <>
      <ScreenHead title={say('exercise.title')} />
      <EmptyState title={say('exercise.noneTitle')} actions={directs ? <LoadScript /> : undefined}>
        {say(directs ? 'exercise.noneDirect' : 'exercise.noneFollow')}
      </EmptyState>
    </>
  );
}

function OneScript({ script, directs, writes }: { readonly script: ScriptState; readonly directs: boolean; readonly writes: boolean }): ReactNode {
  const say = useSay();
  const inLanguage = useBilingual();
  const { list } = useFormat();
  const sources = script.sources.length === 0 ? '' : say('exercise.sources', { list: list(script.sources) });
  return (
    <>
      <ScreenHead kicker={<>{script.reference}</>} title={inLanguage(script.title)} />
      <ReadOnlyBanner why={useReadOnlyView()} />
      <Banner tone="info" title={say('exercise.intro')}>
        <p>{say('exercise.source', { publisher: script.publisher, sources })}</p>
      </Banner>
      {script.ignored > 0 && (
        <Banner tone="warn" title={say('exercise.ignored', { count: script.ignored })}>
          <p>{say('exercise.ignoredWords')}</p>
        </Banner>
      )}
      <Room
        aside={
          <RoomStack>
            <Panel title={say('exercise.clockTitle')}>
              <Clock script={script} />
            </Panel>
            {directs && <ControlPanel script={script} />}
          </RoomStack>
        }
      >
        <InjectList script={script} directs={directs} writes={writes} />
      </Room>
    </>
  );
}
