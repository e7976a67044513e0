/** Effects at the left, the capabilities for them in the middle, one of them in full at the right. */
import { type ReactNode, useMemo, useState } from 'react';
import type { Capability } from '../../../shared/domain/capability.ts';
import { outlookTones, readinessTones } from '../../app/capability-tones.ts';
import { href, navigate } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { today } from '../../app/today.ts';
import { Button, type Column, DataTable, EmptyState, Panel, type Say, ScreenHead, Tag, TextField, classNames, useBilingual, useSay } from '../../ui/index.ts';
import { CapabilityDetail } from './capability-detail.tsx';
import styles from './catalogue.module.css';
import { EffectTree } from './effect-tree.tsx';
import { filtered, isOutdated } from './filter.ts';

export function CatalogueScreen({ id }: { readonly id?: string }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { capabilities, capabilityById, effectById } = useReference();
  const [effect, setEffect] = useState<string>();
  const [words, setWords] = useState('');
  const day = today();
  const shown = useMemo(() => filtered(capabilities, effectById, { effect, words }), [capabilities, effectById, effect, words]);
  const columns = useMemo(() => columnsFor(say, bilingual, day), [say, bilingual, day]);
  const chosen = id === undefined ? undefined : capabilityById.get(id);

  if (capabilities.length === 0) {
    return (
      <>
        <ScreenHead title={say('catalogue.title')} />
        <EmptyState title={say('catalogue.empty.title')} actions={<a href={href({ room: 'packs' })}>{say('workboard.showPacks')}</a>}>
          <p>{say('catalogue.empty.text')}</p>
        </EmptyState>
      </>
    );
  }
  const showAll = (): void => {
    setEffect(undefined);
    setWords('');
  };
  return (
    <>
      <ScreenHead title={say('catalogue.title')} />
      <div className={styles.frame}>
        <div className={styles.columns}>
          <Panel title={say('catalogue.effect')} scrolls>
            <EffectTree chosen={effect} onChoose={setEffect} />
          </Panel>
          <Panel isFlush scrolls>
            <div className={styles.find}>
              <TextField label={say('catalogue.find')} isLabelHidden placeholder={say('catalogue.find')} value={words} onChange={setWords} />
              <output className={styles.count}>{say('catalogue.count', { count: shown.length })}</output>
            </div>
            <DataTable
              label={say('catalogue.title')}
              rows={shown}
              rowId={(capability) => capability.id}
              rowText={(capability) => bilingual(capability.name)}
              columns={columns}
              selectedId={chosen?.id ?? null}
              onSelect={(key) => key !== null && navigate({ room: 'catalogue', id: key })}
              empty={<EmptyState title={say('catalogue.none')} actions={<Button onPress={showAll}>{say('catalogue.clear')}</Button>} />}
            />
          </Panel>
          <Panel scrolls>
            {chosen ? <CapabilityDetail key={chosen.id} capability={chosen} /> : <p className={styles.choose}>{say(id === undefined ? 'catalogue.choose' : 'catalogue.unknown')}</p>}
          </Panel>
        </div>
      </div>
    </>
  );
}

function columnsFor(say: Say, bilingual: ReturnType<typeof useBilingual>, day: string): readonly Column<Capability>[] {
  return [
    {
      id: 'capability',
      title: say('catalogue.capability'),
      isRowHeader: true,
      sortBy: (capability) => bilingual(capability.name),
      cell: (capability) => (
        <>
          <span className={classNames(isOutdated(capability, day) && styles.outdatedName)}>{bilingual(capability.name)}</span>{' '}
          {isOutdated(capability, day) && <Tag tone="warn">{say('catalogue.outdated', { date: capability.validUntil.split('-').toReversed().join('-') })}</Tag>}
          <span className={styles.summary}>{bilingual(capability.summary)}</span>
        </>
      ),
    },
    { id: 'class', title: say('catalogue.class'), sortBy: (capability) => capability.supply.class, cell: (capability) => say(`catalogue.class.${capability.supply.class}`) },
    {
      id: 'notice',
      title: say('catalogue.notice'),
      sortBy: (capability) => capability.notice.formalHours ?? Number.MAX_SAFE_INTEGER,
      cell: (capability) => <span className={styles.notice}>{bilingual(capability.notice.text)}</span>,
    },
    {
      id: 'state',
      title: say('request.proposalsState'),
      sortBy: (capability) => `${capability.readiness.state} ${capability.outlook.state}`,
      cell: ({ readiness, outlook }) => (
        <span className={styles.states}>
          <Tag tone={readinessTones[readiness.state]}>{say(`catalogue.readiness.${readiness.state}`)}</Tag>
          <Tag tone={outlookTones[outlook.state]}>{say('catalogue.outlookTag', { state: say(`catalogue.outlook.${outlook.state}`) })}</Tag>
        </span>
      ),
    },
  ];
}
