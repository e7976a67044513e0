/** One incident, one more legal basis: a request beside this one, with the facts of the incident filled in. */
import { type ReactNode, useState } from 'react';
import type { RequestDocument } from '../../../../shared/domain/request.ts';
import type { CallError } from '../../../../shared/errors.ts';
import { carriedOver, inStep } from '../../../../shared/rules/in-step.ts';
import { href, navigate } from '../../../app/routes.ts';
import { link } from '../../../link/index.ts';
import { Banner, Button, Dialog, DoOrLeave, ErrorState, Select, notify, useBilingual, useSay } from '../../../ui/index.ts';
import type { ReferenceIndex } from '../reference-index.ts';
import flow from '../../../ui/flow.module.css';
import styles from './group.module.css';

export interface LinkOfferProps {
  readonly document: RequestDocument;
  readonly reference: ReferenceIndex;
  /** what must be saved before the other begins with it; false when it could not be */
  readonly beforehand?: () => Promise<boolean>;
}

export function LinkOffer(props: LinkOfferProps): ReactNode {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const taken = takenBy(props.document);
  const isPossible = Object.keys(props.reference.templates).some((id) => !taken.has(id)) && props.reference.templates[props.document.templateId] !== undefined;
  if (!isPossible) return null;
  return (
    <>
      <Button variant="quiet" size="small" onPress={() => setAsking(true)}>
        {say('links.offer')}
      </Button>
      {asking && <LinkDialog {...props} onClose={() => setAsking(false)} />}
    </>
  );
}

function LinkDialog({ document, reference, beforehand, onClose }: LinkOfferProps & { readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const [templateId, setTemplateId] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | 'unsaved'>();
  const from = reference.templates[document.templateId];
  const to = templateId === null ? undefined : reference.templates[templateId];
  const taken = takenBy(document);
  const options = Object.values(reference.templates)
    .filter(({ id }) => !taken.has(id))
    .map((template) => ({ value: template.id, label: `${reference.legalBases[template.legalBasis]?.short ?? ''} · ${bilingual(template.title)}` }));

  const make = async (): Promise<void> => {
    if (templateId === null) return;
    setBusy(true);
    setError(undefined);
    const durable = beforehand === undefined || (await beforehand());
    const made = durable ? await link.call('request.link', { id: document.id, templateId }) : undefined;
    setBusy(false);
    if (!made) return setError('unsaved');
    if (!made.ok) return setError(made.error);
    notify({ tone: 'ok', text: say('links.made', { reference: document.reference }) });
    onClose();
    navigate({ room: 'request', id: made.value.id });
  };

  return (
    <Dialog
      title={say('links.title')}
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} isPending={busy} isDisabled={templateId === null} onPress={() => void make()} doLabel={say('links.go')} />}
    >
      <div className={flow.stack}>
        <p>{say('links.text')}</p>
        <Select autoFocus label={say('links.basis')} options={options} value={templateId} onChange={setTemplateId} />
        {from && to && <p>{say(document.state === 'draft' ? 'links.shares' : 'links.copies', { step: inStep(from, to).size, begin: carriedOver(from, to).size })}</p>}
        <p className={styles.quiet}>
          {say('links.unsure')} <a href={href({ room: 'finder', ...(document.dossierId === undefined ? {} : { dossierId: document.dossierId }) })}>{say('finder.title')}</a>
        </p>
        {error === 'unsaved' && <Banner tone="warn" role="alert" title={say('links.unsaved')} />}
        {error && error !== 'unsaved' && <ErrorState error={error} />}
      </div>
    </Dialog>
  );
}

/** Under one template there is one request, or one per municipality. */
export function takenBy({ templateId, group }: RequestDocument): ReadonlySet<string> {
  return new Set([templateId, ...(group?.members.map((member) => member.templateId) ?? [])]);
}
