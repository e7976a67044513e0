/** One legal basis: who may ask, along which chain, with which powers, what must be motivated, and the text of its articles. */
import type { ReactNode } from 'react';
import type { BasisPart, LegalBasis, RouteStep } from '../../../shared/domain/legal-basis.ts';
import { ExerciseBanner } from '../../app/exercise-tag.tsx';
import { useBilingual, useFormat, useSay } from '../../app/language/index.ts';
import { Provenance } from '../../app/provenance.tsx';
import { StepLine, forceTones } from '../../app/legal-basis.tsx';
import { href } from '../../app/routes.ts';
import { Banner, Facts, Panel, ScreenHead, Tag } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './legal-bases.module.css';
import { Works } from './works.tsx';

export function LegalBasisPage({ basis }: { readonly basis: LegalBasis }): ReactNode {
  const say = useSay();
  const inLanguage = useBilingual();
  const { date } = useFormat();
  // what may no longer hold must be read before the rest
  const doubt = basis.standing?.provenance.confidence === 'uncertain' ? basis.standing : undefined;
  const stated = (list: LegalBasis['mustMotivate']): ReactNode => (
    <ul className={styles.list}>
      {list.map((fact) => (
        <li key={fact.text.nl}>
          {inLanguage(fact.text)} <Provenance of={fact.provenance} isLine />
        </li>
      ))}
    </ul>
  );
  return (
    <>
      <ScreenHead
        kicker={<a href={href({ room: 'legalBases' })}>{say('bases.title')}</a>}
        title={`${basis.short}: ${inLanguage(basis.title)}`}
        actions={<Tag>{say(`bases.term.${basis.term}`)}</Tag>}
      />
      <ExerciseBanner kind="legal-bases" id={basis.id} />
      {doubt && (
        <Banner tone="warn">
          {inLanguage(doubt.text)} <Provenance of={doubt.provenance} isLine />
        </Banner>
      )}
      <div className={flow.beside}>
        <div className={styles.stack}>
          <Panel title={say('bases.chain')}>
            <ol className={styles.chain}>
              {basis.chain.map((step) => (
                <ChainStep key={step.id} step={step} part={basis.parts?.find((part) => part.id === step.part)} />
              ))}
            </ol>
          </Panel>
          <Panel title={say('bases.articles')}>
            {basis.articles.map((article) => (
              <article key={article.id} className={styles.article}>
                <h3>{article.title}</h3>
                <p className={flow.quiet}>
                  {say('bases.textOf', { date: date(article.textDate) })} {article.mustBeChecked && <Tag tone="warn">{say('bases.checkText')}</Tag>}
                </p>
                <div lang="nl" className={styles.text}>
                  {article.text}
                </div>
                <Provenance of={article.provenance} isLine />
              </article>
            ))}
          </Panel>
        </div>
        <div className={styles.stack}>
          <Panel title={say('bases.inShort')}>
            <p>{inLanguage(basis.purpose)}</p>
            <Facts
              rows={[
                ...(basis.parts ? [{ label: say('bases.parts'), value: <Parts basis={basis} parts={basis.parts} /> }] : []),
                {
                  label: say('bases.applicants'),
                  value: (
                    <ul className={flow.tight}>
                      {basis.applicants.map((applicant) => (
                        <li key={applicant.actor}>
                          {inLanguage(applicant.title)} <Provenance of={applicant.provenance} isLine />
                        </li>
                      ))}
                    </ul>
                  ),
                },
                { label: say('bases.authority'), value: inLanguage(basis.authority.text), source: <Provenance of={basis.authority.provenance} isLine /> },
                {
                  label: say('bases.force'),
                  value: (
                    <>
                      <Tag tone={forceTones[basis.forcePowers.state]}>{say(`bases.force.${basis.forcePowers.state}`)}</Tag> {inLanguage(basis.forcePowers.text)}
                    </>
                  ),
                  source: <Provenance of={basis.forcePowers.provenance} isLine />,
                },
                { label: say('bases.urgency'), value: inLanguage(basis.urgency.text), source: <Provenance of={basis.urgency.provenance} isLine /> },
                { label: say('bases.settlement'), value: inLanguage(basis.settlement.text), source: <Provenance of={basis.settlement.provenance} isLine /> },
                { label: say('bases.territory'), value: say(`bases.territory.${basis.territory}`) },
                ...(basis.standing === undefined || doubt ? [] : [{ label: say('bases.standing'), value: inLanguage(basis.standing.text), source: <Provenance of={basis.standing.provenance} isLine /> }]),
                ...(basis.validFrom === undefined ? [] : [{ label: say('bases.validFrom'), value: date(basis.validFrom) }]),
                ...(basis.validUntil === undefined ? [] : [{ label: say('packs.validUntil'), value: date(basis.validUntil) }]),
              ]}
            />
          </Panel>
          {basis.mustMotivate.length > 0 && <Panel title={say('bases.motivate')}>{stated(basis.mustMotivate)}</Panel>}
          {basis.exclusions.length > 0 && <Panel title={say('bases.exclusions')}>{stated(basis.exclusions)}</Panel>}
          <Panel title={say('bases.sources')}>
            <p>
              {say('bases.origin')} <Provenance of={basis.provenance} isLine />
            </p>
            <Works basis={basis} />
          </Panel>
        </div>
      </div>
    </>
  );
}

/** Which purposes the article serves, and who asks for each. */
function Parts({ basis, parts }: { readonly basis: LegalBasis; readonly parts: readonly BasisPart[] }): ReactNode {
  const inLanguage = useBilingual();
  const { list } = useFormat();
  return (
    <ul className={flow.tight}>
      {parts.map((part) => (
        <li key={part.id}>
          {inLanguage(part.title)}: {list(basis.applicants.filter(({ actor }) => part.applicants.includes(actor)).map(({ title }) => inLanguage(title)))}
        </li>
      ))}
    </ul>
  );
}

function ChainStep({ step, part }: { readonly step: RouteStep; readonly part: BasisPart | undefined }): ReactNode {
  const inLanguage = useBilingual();
  return (
    <li className={styles.step}>
      <div>
        <StepLine step={step} /> {part && <Tag>{inLanguage(part.title)}</Tag>}
      </div>
      <div>{inLanguage(step.text)}</div>
      <Provenance of={step.provenance} isLine />
    </li>
  );
}
