/** Under the effect: what the catalogue has for it. A suggestion that one key adds to the lines, never a choice that is made for the person. */
import { type ReactNode, useDeferredValue, useState } from 'react';
import type { Locale } from '../../../../shared/domain/basics.ts';
import type { Capability } from '../../../../shared/domain/capability.ts';
import { useFormat } from '../../../app/language/index.ts';
import { href } from '../../../app/routes.ts';
import { Button, CheckIcon, type Column, DataTable, IconButton, PlusIcon, type Say, Tag, notify, useAppLocale, useSay } from '../../../ui/index.ts';
import { outlookTones, readinessTones } from '../../../app/capability-tones.ts';
import { useEditor, useFieldValue } from '../editor/editor-context.ts';
import { lineFor, withLine } from '../fields/lines.ts';
import { asLines, asText } from '../fields/narrow.ts';
import styles from './proposals.module.css';
import { useProposals } from './use-proposals.ts';

const shownFirst = 4;

interface Proposal {
  readonly capability: Capability;
  readonly because: readonly string[];
}

export function Proposals({ effectField }: { readonly effectField: string }): ReactNode {
  const { draft, template, reference } = useEditor();
  const say = useSay();
  const locale = useAppLocale();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const text = useDeferredValue(asText(useFieldValue(effectField)));
  const linesField = template.sections.flatMap((section) => section.fields).find((field) => field.type === 'capabilityLines')?.id;
  const lines = asLines(useFieldValue(linesField ?? ''));
  const found = useProposals(text, reference);
  const proposals = (found?.proposals ?? []).flatMap(({ id, because }): Proposal[] => {
    const capability = reference.capabilities[id];
    return capability ? [{ capability, because }] : [];
  });

  const add = (capability: Capability): void => {
    if (linesField === undefined) return;
    draft.change({ [linesField]: withLine(lines, lineFor(capability, crypto.randomUUID(), locale)) });
    draft.leave();
    notify({ tone: 'ok', text: say('request.proposalsAddedNow', { name: capability.name[locale] }) });
  };

  const columns = columnsFor(say, locale, (capability) => lines.some((line) => line.capabilityId === capability.id), add);
  if (linesField === undefined) return null;
  return (
    <section aria-label={say('request.proposals')} className={styles.proposals}>
      <header className={styles.head}>
        <h3>{say('request.proposals')}</h3>
        {found && <output className={styles.count}>{say('request.proposalsCount', { count: proposals.length, took: format.number(Math.round(found.tookMs * 10) / 10) })}</output>}
      </header>
      {proposals.length === 0 ? (
        <p className={styles.none}>{say(found ? 'request.proposalsNone' : 'request.proposalsStart')}</p>
      ) : (
        <DataTable label={say('request.proposals')} rows={all ? proposals : proposals.slice(0, shownFirst)} rowId={({ capability }) => capability.id} rowText={({ capability }) => capability.name[locale]} columns={columns} />
      )}
      {proposals.length > shownFirst && (
        <Button variant="quiet" size="small" onPress={() => setAll(!all)} aria-expanded={all}>
          {all ? say('request.proposalsFewer') : say('request.proposalsMore', { count: proposals.length })}
        </Button>
      )}
    </section>
  );
}

function columnsFor(say: Say, locale: Locale, isAdded: (capability: Capability) => boolean, onAdd: (capability: Capability) => void): readonly Column<Proposal>[] {
  return [
    {
      id: 'capability',
      title: say('request.proposalsCapability'),
      isRowHeader: true,
      cell: ({ capability, because }) => (
        <>
          <a href={href({ room: 'catalogue', id: capability.id })}>{capability.name[locale]}</a>
          <span className={styles.summary}>{capability.summary[locale]}</span>
          <span className={styles.because}>{say('request.proposalsBecause', { words: because.join(', ') })}</span>
        </>
      ),
    },
    {
      id: 'notice',
      title: say('request.proposalsNotice'),
      cell: ({ capability }) => <span className={styles.notice}>{capability.notice.text[locale]}</span>,
    },
    {
      id: 'state',
      title: say('request.proposalsState'),
      cell: ({ capability: { readiness, outlook } }) => (
        <span className={styles.tags}>
          <Tag tone={readinessTones[readiness.state]}>{say(`catalogue.readiness.${readiness.state}`)}</Tag>
          <Tag tone={outlookTones[outlook.state]}>{say('catalogue.outlookTag', { state: say(`catalogue.outlook.${outlook.state}`) })}</Tag>
        </span>
      ),
    },
    {
      id: 'add',
      title: say('request.proposalsAction'),
      isTitleHidden: true,
      width: 'fit',
      cell: ({ capability }) => {
        const name = capability.name[locale];
        return isAdded(capability) ? (
          <IconButton label={say('request.proposalsAdded', { name })} icon={<CheckIcon />} size="small" isDisabled />
        ) : (
          <IconButton label={say('request.proposalsAdd', { name })} icon={<PlusIcon />} size="small" onPress={() => onAdd(capability)} />
        );
      },
    },
  ];
}
