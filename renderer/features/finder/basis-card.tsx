/** One request to make: under which legal basis, under whose authority, with which powers, along which chain. */
import type { ReactNode } from 'react';
import type { FinderRequest } from '../../../shared/domain/finder.ts';
import { partOf } from '../../../shared/rules/basis-part.ts';
import { route } from '../../../shared/rules/route.ts';
import { StepLine, forceTones } from '../../app/legal-basis.tsx';
import { Provenance } from '../../app/provenance.tsx';
import { href } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { Tag, useBilingual, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './finder.module.css';

export function BasisCard({ request, isAlone }: { readonly request: FinderRequest; readonly isAlone: boolean }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { legalBasisById, templateById, regionByCode, municipalityByCode, capabilityById } = useReference();
  const reference = { regions: Object.fromEntries(regionByCode), municipalities: Object.fromEntries(municipalityByCode), capabilities: Object.fromEntries(capabilityById) };
  const basis = legalBasisById.get(request.basisId);
  if (!basis) return <p className={flow.quiet}>{say('finder.basisMissing', { id: request.basisId })}</p>;
  const part = partOf(basis, request.templateId);
  const chain = route({ values: request.values, basis, template: { id: request.templateId }, reference });
  return (
    <article className={styles.card}>
      <p>
        <a href={href({ room: 'legalBases', id: basis.id })} className={styles.basis}>
          {basis.short}
        </a>{' '}
        {bilingual(isAlone ? (part?.title ?? basis.title) : request.purpose)} <Tag>{say(`bases.term.${basis.term}`)}</Tag>{' '}
        {!isAlone && !request.isCompetent && <Tag tone="warn">{say('finder.kind.wrongApplicant')}</Tag>}
      </p>
      {!templateById.has(request.templateId) && <p className={styles.todo}>{say('finder.templateMissing')}</p>}
      <dl className={styles.facts}>
        <dt>{say('bases.authority')}</dt>
        <dd>
          {bilingual(basis.authority.text)} <Provenance of={basis.authority.provenance} />
        </dd>
        <dt>{say('bases.force')}</dt>
        <dd>
          <Tag tone={forceTones[basis.forcePowers.state]}>{say(`bases.force.${basis.forcePowers.state}`)}</Tag> {bilingual(basis.forcePowers.text)} <Provenance of={basis.forcePowers.provenance} />
        </dd>
      </dl>
      <details className={styles.more} open={isAlone}>
        <summary>{say('finder.chain', { count: chain.length })}</summary>
        <ol className={styles.chain}>
          {chain.map((step) => (
            <li key={step.id}>
              <StepLine step={step} />
            </li>
          ))}
        </ol>
      </details>
    </article>
  );
}
