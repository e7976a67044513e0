/** Legal bases: the list, or one of them on a page. */
import type { ReactNode } from 'react';
import { useBilingual, useSay } from '../../app/language/index.ts';
import { href, navigate } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { DataTable, EmptyState, Panel, ScreenHead, Tag } from '../../ui/index.ts';
import { LegalBasisPage } from './legal-basis-page.tsx';
import { forceTones } from './tones.ts';

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
  const inLanguage = useBilingual();
  const { legalBases } = useReference();
  return (
    <>
      <ScreenHead title={say('bases.title')} />
      <Panel isFlush>
        <DataTable
          label={say('bases.title')}
          rows={legalBases}
          rowId={(basis) => basis.id}
          rowText={(basis) => basis.short}
          onOpen={(id) => navigate({ room: 'legalBases', id })}
          columns={[
            { id: 'short', title: say('bases.article'), isRowHeader: true, sortBy: (basis) => basis.short, cell: (basis) => <a href={href({ room: 'legalBases', id: basis.id })}>{basis.short}</a> },
            { id: 'title', title: say('bases.subject'), sortBy: (basis) => inLanguage(basis.title), cell: (basis) => inLanguage(basis.title), width: 'fill' },
            { id: 'term', title: say('bases.term'), sortBy: (basis) => basis.term, cell: (basis) => say(`bases.term.${basis.term}`) },
            { id: 'applicants', title: say('bases.applicants'), cell: (basis) => basis.applicants.map((applicant) => inLanguage(applicant.title)).join(', ') },
            { id: 'force', title: say('bases.force'), cell: (basis) => <Tag tone={forceTones[basis.forcePowers.state]}>{say(`bases.force.${basis.forcePowers.state}`)}</Tag> },
          ]}
          empty={<EmptyState title={say('bases.none')} />}
        />
      </Panel>
    </>
  );
}
