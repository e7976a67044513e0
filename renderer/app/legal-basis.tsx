/** How a legal basis reads wherever it is shown: a step of its chain in one line, the tone of its powers. */
import type { ReactNode } from 'react';
import type { AssessedStep } from '../../shared/domain/assessment.ts';
import type { LegalBasis } from '../../shared/domain/legal-basis.ts';
import type { TagTone } from '../ui/index.ts';
import { useFormat, useSay } from './language/index.ts';

/** A power is something to mind; a question that is open looks open. */
export const forceTones: Readonly<Record<LegalBasis['forcePowers']['state'], TagTone>> = { yes: 'warn', no: 'neutral', notEstablished: 'placeholder' };

/** 'Minister van Justitie en Veiligheid beslist in overeenstemming met Minister van Defensie' */
export function StepLine({ step }: { readonly step: Pick<AssessedStep, 'kind' | 'from' | 'to' | 'inAgreementWith' | 'afterConsulting'> }): ReactNode {
  const say = useSay();
  const { list } = useFormat();
  const { kind, from, to, inAgreementWith, afterConsulting = [] } = step;
  return (
    <>
      <strong>{say(`bases.actor.${from}`)}</strong> {say(`bases.step.${kind}`)}
      {to !== undefined && (
        <>
          {' '}
          <strong>{say(`bases.actor.${to}`)}</strong>
        </>
      )}
      {inAgreementWith !== undefined && inAgreementWith !== to && (
        <>
          {' '}
          {say('bases.inAgreementWith')} <strong>{say(`bases.actor.${inAgreementWith}`)}</strong>
        </>
      )}
      {afterConsulting.length > 0 && (
        <>
          {' '}
          {say('bases.afterConsulting')} <strong>{list(afterConsulting.map((office) => say(`bases.actor.${office}`)))}</strong>
        </>
      )}
    </>
  );
}
