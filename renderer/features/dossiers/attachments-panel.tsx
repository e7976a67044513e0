/** The files of a dossier: kept encrypted in the post; a copy can be taken out. */
import { type ReactNode, useState } from 'react';
import type { Attachment } from '../../../shared/domain/attachment.ts';
import { mediaTypes } from '../../../shared/domain/choices.ts';
import type { CallError } from '../../../shared/errors.ts';
import { useFormat } from '../../app/language/index.ts';
import { link } from '../../link/index.ts';
import { Button, ErrorState, Panel, PlusIcon, Tag, notify, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './side.module.css';
import { sizeText } from '../../app/size.ts';

interface AttachmentsPanelProps {
  readonly dossierId: string;
  readonly attachments: readonly Attachment[];
  readonly isReadOnly: boolean;
  readonly onChanged: () => void;
}

export function AttachmentsPanel({ dossierId, attachments, isReadOnly, onChanged }: AttachmentsPanelProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();

  const attach = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const attached = await link.call('dossier.attach', { id: dossierId });
    setBusy(false);
    if (!attached.ok) {
      setError(attached.error);
      return;
    }
    if (!attached.value.attachment) return;
    notify({ tone: 'ok', text: say('dossier.attached', { name: attached.value.attachment.name }) });
    onChanged();
  };
  const save = async ({ id }: Attachment): Promise<void> => {
    setError(undefined);
    const taken = await link.call('dossier.saveAttachment', { id: dossierId, attachmentId: id });
    if (!taken.ok) setError(taken.error);
    else if (!taken.value.cancelled) notify({ tone: 'ok', text: say('dossier.attachmentSaved', { name: taken.value.name }) });
  };

  return (
    <Panel title={say('dossier.attachments')} aside={attachments.length > 0 ? <Tag isPlain>{format.number(attachments.length)}</Tag> : undefined}>
      {attachments.length === 0 && <p className={flow.quiet}>{say('dossier.attachmentsNone')}</p>}
      {attachments.length > 0 && (
        <ul className={styles.items}>
          {attachments.map((attachment) => (
            <li key={attachment.id} className={styles.item}>
              <div className={styles.words}>
                <span className={styles.title}>{attachment.name}</span>
                <span className={styles.quiet}>
                  <Tag isPlain>{mediaTypes[attachment.mediaType][0]}</Tag>
                  {sizeText(attachment.bytes, say)}
                </span>
                <span className={styles.quiet}>{say('dossier.attachmentBy', { at: format.dateTimeZone(attachment.addedAt), post: attachment.by.post })}</span>
                {attachment.waiting && <span className={styles.quiet}>{say('values.waitingText')}</span>}
              </div>
              {attachment.waiting ? (
                <Tag tone="warn">{say('values.waiting')}</Tag>
              ) : (
                <Button size="small" onPress={() => void save(attachment)}>
                  {say('dossier.attachmentSave')}
                  <span className="visually-hidden">: {attachment.name}</span>
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {error && <ErrorState error={error} />}
      {!isReadOnly && (
        <div className={styles.actions}>
          <Button size="small" icon={<PlusIcon size={14} />} isPending={busy} onPress={() => void attach()}>
            {say('dossier.attach')}
          </Button>
          <span className={styles.quiet}>{say('dossier.attachHelp')}</span>
        </div>
      )}
    </Panel>
  );
}
