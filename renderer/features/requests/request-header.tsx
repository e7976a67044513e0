/** Which request this is, and what can be done with it. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { LegalBasis } from '../../../shared/domain/legal-basis.ts';
import type { FieldValues, RequestDocument } from '../../../shared/domain/request.ts';
import type { Template } from '../../../shared/domain/template.ts';
import { ScreenHead, Tag, useBilingual, useSay } from '../../ui/index.ts';
import { originWords } from '../../app/copies/origin-words.ts';
import { incidentField, requestTitle } from '../../app/request-name.ts';
import { DossierLink } from '../../app/dossier-link.tsx';
import type { Draft } from '../../app/draft/draft-store.ts';

const gripField = 'situation.grip';

interface HeadProps {
  readonly document: RequestDocument;
  readonly template: Template;
  readonly basis: LegalBasis;
  readonly children?: ReactNode;
}

export function RequestHeader({ draft, ...head }: HeadProps & { readonly draft: Draft }): ReactNode {
  const incident = useStore(draft.store, (state) => state.values[incidentField]);
  const grip = useStore(draft.store, (state) => state.values[gripField]);
  return <Head {...head} values={{ ...(incident === undefined ? {} : { [incidentField]: incident }), ...(grip === undefined ? {} : { [gripField]: grip }) }} />;
}

export function Head({ document, template, basis, values, children }: HeadProps & { readonly values: FieldValues }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const grip = template.sections
    .flatMap((section) => section.fields)
    .find((field) => field.id === gripField)
    ?.options?.find((option) => option.value === values[gripField]);
  const kicker = [document.reference, basis.short, say('request.version', { version: document.version }), document.origin && originWords(document.origin, say), grip && bilingual(grip.label)].filter(Boolean).join(' · ');
  const isFinal = document.state === 'finalised';
  return (
    <ScreenHead
      kicker={
        <>
          {document.dossierId !== undefined && (
            <>
              <DossierLink dossierId={document.dossierId} /> ·{' '}
            </>
          )}
          {kicker} <Tag tone={isFinal ? 'ok' : 'neutral'}>{say(isFinal ? 'request.stateFinalised' : 'request.stateDraft')}</Tag>
        </>
      }
      title={requestTitle(values, basis, say)}
      actions={children}
    />
  );
}
