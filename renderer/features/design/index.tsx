/** Every part of the design system in every state, for those who build and for the visual tests. */
import { type ReactNode, useState } from 'react';
import { useSay } from '../../app/language/index.ts';
import { Banner, Button, CheckIcon, Dialog, EmptyState, ErrorState, Facts, IconButton, Kbd, Menu, Panel, PlusIcon, PrintIcon, Progress, Room, ScreenHead, SearchIcon, Skeleton, Steps, Tabs, Tag, notify } from '../../ui/index.ts';
import { Overlay } from '../../ui/overlay.tsx';
import { Colours } from './colours.tsx';
import styles from './design.module.css';
import { FieldStates } from './field-states.tsx';
import { TableStates } from './table-states.tsx';

const nothing = (): void => {};

export function DesignScreen(): ReactNode {
  const say = useSay();
  return (
    <>
      <ScreenHead title={say('design.title')} kicker={say('design.lead')} />
      <div className={styles.columns}>
        <Panel title={say('design.buttons')}>
          <div className={styles.row}>
            <Button variant="primary">{say('design.primary')}</Button>
            <Button kbd="Ctrl E">{say('design.plain')}</Button>
            <Button variant="quiet">{say('design.quiet')}</Button>
            <Button icon={<PrintIcon />}>{say('design.plain')}</Button>
            <IconButton label={say('design.plain')} icon={<PlusIcon />} />
          </div>
          <div className={styles.row}>
            <Button size="small" variant="primary">
              {say('design.small')}
            </Button>
            <Button size="small">{say('design.small')}</Button>
            <IconButton size="small" label={say('design.small')} icon={<CheckIcon />} />
            <Button isDisabled>{say('design.disabled')}</Button>
            <Button isDisabled variant="primary">
              {say('design.disabled')}
            </Button>
            <Button isPending variant="primary">
              {say('design.pending')}
            </Button>
          </div>
        </Panel>
        <Panel title={say('design.tags')}>
          <div className={styles.row}>
            {(['ok', 'warn', 'bad', 'neutral', 'placeholder'] as const).map((tone) => (
              <Tag key={tone} tone={tone}>
                {say(`design.${tone}`)}
              </Tag>
            ))}
            <Kbd>Ctrl K</Kbd>
            <SearchIcon />
          </div>
          <Colours />
        </Panel>
        <FieldStates />
        <Panel title={say('design.messages')}>
          {(['info', 'ok', 'warn', 'error'] as const).map((tone) => (
            <Banner key={tone} tone={tone} title={say('design.bannerTitle')} actions={<Button size="small">{say('design.small')}</Button>}>
              {say('design.bannerText')}
            </Banner>
          ))}
        </Panel>
        <Panel title={say('design.states')}>
          <EmptyState title={say('design.emptyTitle')} actions={<Button variant="primary">{say('design.primary')}</Button>}>
            {say('design.emptyText')}
          </EmptyState>
          <Skeleton lines={3} />
          <Progress label={say('design.progress')} done={3} total={7} detail={say('design.progressDetail')} onCancel={nothing} />
          <Progress label={say('design.progress')} />
          <ErrorState error={{ code: 'disk.full', message: '' }} onRetry={nothing} />
        </Panel>
        <TableStates />
        <Overlays />
        <Panel title={say('design.room')}>
          <div className={styles.room}>
            <Room
              index={<Panel title={say('design.roomIndex')} level={3}><p>{say('design.row', { number: 1 })}</p></Panel>}
              aside={<Panel title={say('design.roomAside')} level={3}><p>{say('design.help')}</p></Panel>}
              asideWidth="narrow"
            >
              <Panel title={say('design.roomWork')} level={3}>
                <p>{say('design.long')}</p>
              </Panel>
            </Room>
          </div>
        </Panel>
        <Panel title={say('design.steps')}>
          <StepStates />
          <Facts rows={[1, 2, 3].map((number) => ({ label: say('design.row', { number }), value: say('design.text'), source: say('design.help') }))} />
          <Tabs label={say('design.steps')} tabs={[1, 2, 3].map((number) => ({ id: String(number), label: say('design.option', { number }), content: <p>{say('design.row', { number })}</p> }))} />
        </Panel>
      </div>
    </>
  );
}

function StepStates(): ReactNode {
  const say = useSay();
  const [current, choose] = useState('open');
  return <Steps label={say('design.steps')} current={current} onChoose={choose} steps={(['complete', 'open', 'empty'] as const).map((state, index) => ({ id: state, state, label: say('design.option', { number: index + 1 }) }))} />;
}

function Overlays(): ReactNode {
  const say = useSay();
  const [isOpen, setOpen] = useState(false);
  const [isAtTop, setAtTop] = useState(false);
  const close = (): void => setOpen(false);
  const tell = (): void => notify({ tone: 'ok', text: say('design.bannerText') });
  return (
    <Panel title={say('design.overlays')}>
      <div className={styles.row}>
        <Button onPress={() => setOpen(true)}>{say('design.dialog')}</Button>
        <Button onPress={() => setAtTop(true)}>{say('design.palette')}</Button>
        <Menu label={say('design.menu')} actions={[1, 2, 3].map((number) => ({ id: String(number), label: say('design.option', { number }), kbd: `Alt ${number}`, isDisabled: number === 3, onAction: tell }))} />
        <Button onPress={tell}>{say('design.notify')}</Button>
      </div>
      <Overlay isOpen={isAtTop} onClose={() => setAtTop(false)} place="top" label={say('design.palette')}>
        <Panel>
          <p>{say('design.long')}</p>
          <Button autoFocus onPress={() => setAtTop(false)}>
            {say('design.close')}
          </Button>
        </Panel>
      </Overlay>
      <Dialog
        title={say('design.dialog')}
        isOpen={isOpen}
        onClose={close}
        footer={
          <Button variant="primary" onPress={close}>
            {say('design.close')}
          </Button>
        }
      >
        <p>{say('design.long')}</p>
      </Dialog>
    </Panel>
  );
}
