/** Beside the timeline: state and what is to be done, advice and decision, the lines, what it cost, extensions and changes. */
import type { ReactNode } from 'react';
import type { Life } from '../../../shared/domain/life.ts';
import { useFormat } from '../../app/language/index.ts';
import { TaskList } from '../../app/task-list.tsx';
import { stateTone } from '../../app/outcome-tones.ts';
import { useReference } from '../../app/session.ts';
import { useCall } from '../../link/index.ts';
import { type FactRow, Facts, Panel, RoomStack, Tag, useBilingual, useSay } from '../../ui/index.ts';
import { Comparison } from './comparison.tsx';
import flow from '../../ui/flow.module.css';
import { LinesTable } from './lines-table.tsx';

export function LifeSide({ life }: { readonly life: Life }): ReactNode {
  const say = useSay();
  return (
    <RoomStack label={say('lifeDesk.side')}>
      <Panel title={say('lifeDesk.state')} aside={<Tag tone={stateTone(life.state)}>{say(`life.state.${life.state}`)}</Tag>}>
        {life.tasks.length === 0 ? <p className={flow.quiet}>{say('lifeDesk.noTasks')}</p> : <TaskList tasks={life.tasks} />}
      </Panel>
      <Panel title={say('lifeDesk.comparison')}>
        <Comparison comparison={life.comparison} />
      </Panel>
      {life.lines.length > 0 && (
        <Panel title={say('lifeDesk.lines')}>
          <LinesTable lines={life.lines} />
        </Panel>
      )}
      <Amendments life={life} />
      <Totals life={life} />
    </RoomStack>
  );
}

function Totals({ life: { totals } }: { readonly life: Life }): ReactNode {
  const say = useSay();
  const format = useFormat();
  const { euros, hours, people } = totals;
  const rows: readonly FactRow[] = [
    ...(euros === undefined ? [] : [{ label: say('lifeDesk.euros'), value: format.euros(euros) }]),
    ...(hours === undefined ? [] : [{ label: say('lifeDesk.hoursWorked'), value: format.number(hours) }]),
    ...(people === undefined ? [] : [{ label: say('lifeDesk.peopleMost'), value: format.number(people) }]),
  ];
  if (rows.length === 0) return null;
  return (
    <Panel title={say('lifeDesk.expenditure')}>
      <Facts rows={rows} />
    </Panel>
  );
}

/** An extension or change: which version asks it, in what it differs from the one before, what was decided on it. */
function Amendments({ life: { amendments, requestId } }: { readonly life: Life }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { templateById } = useReference();
  const request = useCall('request.open', { id: requestId });
  if (amendments.length === 0) return null;
  const template = request.state === 'ready' ? templateById.get(request.value.templateId) : undefined;
  const labels = new Map(template?.sections.flatMap((section) => section.fields.map((field) => [field.id, bilingual(field.label)] as const)));
  return (
    <Panel title={say('lifeDesk.amendments')}>
      <ul className={flow.tight}>
        {amendments.map((one) => (
          <li key={one.step}>
            <strong>{say(`life.kind.${one.kind}`)}</strong>{' '}
            <Tag tone={one.decision === undefined ? 'neutral' : one.decision === 'rejected' ? 'bad' : one.decision === 'granted' ? 'ok' : 'warn'}>{one.decision === undefined ? say('lifeDesk.decisionNone') : say(`life.kind.${one.decision}`)}</Tag>
            <p className={flow.quiet}>
              {one.version === undefined ? say('lifeDesk.versionNone') : one.former === undefined ? say('request.version', { version: one.version }) : say('lifeDesk.amends', { version: one.version, former: one.former })}
              {one.fields.length > 0 && `: ${one.fields.map((field) => labels.get(field) ?? field).join(', ')}`}
            </p>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
