/** Which request this is, and what can be done with it. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { FieldValues, RequestDocument } from '../../../shared/domain/request.ts';
import type { Template } from '../../../shared/domain/template.ts';
import { Tag, useBilingual, useSay } from '../../ui/index.ts';
import type { Draft } from './draft-store.ts';
import { asText } from './fields/narrow.ts';
import styles from './request-header.module.css';

const incidentField = 'applicant.incident';
const gripField = 'situation.grip';

interface HeadProps {
  readonly document: RequestDocument;
  readonly template: Template;
  readonly children?: ReactNode;
}

export function RequestHeader({ draft, ...head }: HeadProps & { readonly draft: Draft }): ReactNode {
  const incident = useStore(draft.store, (state) => state.values[incidentField]);
  const grip = useStore(draft.store, (state) => state.values[gripField]);
  return <Head {...head} values={{ ...(incident === undefined ? {} : { [incidentField]: incident }), ...(grip === undefined ? {} : { [gripField]: grip }) }} />;
}

export function Head({ document, template, values, children }: HeadProps & { readonly values: FieldValues }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const incident = asText(values[incidentField]).trim();
  const grip = template.sections
    .flatMap((section) => section.fields)
    .find((field) => field.id === gripField)
    ?.options?.find((option) => option.value === values[gripField]);
  const kicker = [document.reference, say('request.version', { version: document.version }), grip && bilingual(grip.label)].filter(Boolean).join(' · ');
  return (
    <header className={styles.header}>
      <div className={styles.words}>
        <p className={styles.kicker}>
          {kicker} <Tag tone={document.state === 'finalised' ? 'ok' : 'neutral'}>{say(document.state === 'finalised' ? 'request.stateFinalised' : 'request.stateDraft')}</Tag>
        </p>
        <h1>{incident === '' ? bilingual(template.title) : `${bilingual(template.title)}: ${incident}`}</h1>
      </div>
      <div className={styles.actions}>{children}</div>
    </header>
  );
}
