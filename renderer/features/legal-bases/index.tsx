/** Legal bases: the list by law, or one of them on a page. */
import type { ReactNode } from 'react';
import type { LegalBasis } from '../../../shared/domain/legal-basis.ts';
import { ExerciseTag } from '../../app/exercise-tag.tsx';
import { useBilingual, useSay } from '../../app/language/index.ts';
import { forceTones } from '../../app/legal-basis.tsx';
import { href, navigate } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { DataTable, EmptyState, Panel, ScreenHead, Tag } from '../../ui/index.ts';
import styles from './legal-bases.module.css';
import { LegalBasisPage } from './legal-basis-page.tsx';

export function LegalBasesScreen({ id }: { readonly id?: string }): ReactNode {
  const say = useSay();
  const { legalBasisById } = useReference();
  if (id === undefined) return <LegalBasisList />;
  const basis = legalBasisById.get(id);
  if (basis) return <LegalBasisPage basis={basis} />;
  return (
    <>
      <ScreenHead title={say('bases.title')} />
      <EmptyState title={say('bases.unknown', { id })}>
        <a href={href({ room: 'legalBases' })}>{say('bases.all')}</a>
      </EmptyState>
    </>
  );
}

function LegalBasisList(): ReactNode {
  const say = useSay();
  const { legalBases } = useReference();
  const laws = [...Map.groupBy(legalBases, ({ law }) => law.short)];
  return (
    <>
      <ScreenHead title={say('bases.title')} />
      {laws.length === 0 ? (
        <Panel>
          <EmptyState title={say('bases.none')}>{say('packs.none.do')}</EmptyState>
        </Panel>
      ) : (
        <div className={styles.laws}>
          {laws.map(([short, bases]) => (
            <Law key={short} bases={bases} />
          ))}
        </div>
      )}
    </>
  );
}

/** The articles of one law under its title; what all of them share stands in the head. */
function Law({ bases }: { readonly bases: readonly LegalBasis[] }): ReactNode {
  const say = useSay();
  const inLanguage = useBilingual();
  const [first] = bases;
  if (!first) return null;
  const { title } = first.law;
  return (
    <Panel
      title={title}
      isFlush
      aside={
        <span className={styles.shared}>
          <Tag>{say(`bases.territory.${first.territory}`)}</Tag>
          <Tag>{say(`bases.term.${first.term}`)}</Tag>
        </span>
      }
    >
      <DataTable
        label={title}
        rows={bases}
        rowId={(basis) => basis.id}
        rowText={(basis) => basis.short}
        onOpen={(id) => navigate({ room: 'legalBases', id })}
        columns={[
          { id: 'short', title: say('bases.article'), isRowHeader: true, cell: (basis) => (
            <>
              <a href={href({ room: 'legalBases', id: basis.id })}>{basis.short}</a> <ExerciseTag kind="legal-bases" id={basis.id} />
            </>
          ) },
          { id: 'title', title: say('bases.subject'), cell: (basis) => inLanguage(basis.title) },
          { id: 'applicants', title: say('bases.applicants'), cell: (basis) => basis.applicants.map((applicant) => inLanguage(applicant.title)).join(', ') },
          { id: 'force', title: say('bases.force'), cell: (basis) => <Tag tone={forceTones[basis.forcePowers.state]}>{say(`bases.force.${basis.forcePowers.state}`)}</Tag> },
        ]}
      />
    </Panel>
  );
}
