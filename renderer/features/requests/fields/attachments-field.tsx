/** Which attachments of the dossier go with the request. They stay in the dossier; the request names them by content. */
import type { ReactNode } from 'react';
import type { AttachmentReference } from '../../../../shared/domain/request.ts';
import { useCall, useEvent } from '../../../link/index.ts';
import { Checkbox, ErrorState, useSay } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import { FieldGroup } from './field-group.tsx';
import { type FieldEditorProps, type PartProps, useFieldProps } from './field-props.ts';
import { classNames } from '../../../ui/class-names.ts';
import fieldStyles from '../../../ui/field.module.css';
import styles from './fields.module.css';
import { asAttachments } from './narrow.ts';

interface ListProps {
  readonly chosen: readonly AttachmentReference[];
  readonly onChange: (chosen: readonly AttachmentReference[]) => void;
}

export function AttachmentsEditor(props: FieldEditorProps): ReactNode {
  const { draft, document } = useEditor();
  const say = useSay();
  const part: PartProps = useFieldProps(props);
  const list: ListProps = { chosen: asAttachments(props.value), onChange: (chosen) => draft.change({ [props.field.id]: chosen.length === 0 ? null : chosen }) };
  return (
    <FieldGroup part={part}>
      {document.dossierId === undefined ? (
        <>
          <p className={classNames(fieldStyles.help, styles.help)}>{say('fields.attachmentsNoDossier')}</p>
          <Boxes {...list} offered={[]} />
        </>
      ) : (
        <OfDossier {...list} dossierId={document.dossierId} />
      )}
    </FieldGroup>
  );
}

function OfDossier({ dossierId, ...list }: ListProps & { readonly dossierId: string }): ReactNode {
  const say = useSay();
  const opened = useCall('dossier.open', { id: dossierId });
  useEvent('document.changed', ({ id }) => {
    if (id === dossierId) opened.refresh();
  });
  if (opened.state === 'error') return <ErrorState error={opened.error} onRetry={opened.refresh} />;
  // While it opens, what was chosen before already stands there.
  const offered = opened.state === 'ready' ? opened.value.attachments.map(({ id, name, sha256 }) => ({ id, name, sha256 })) : list.chosen;
  const waiting = opened.state === 'ready' ? opened.value.attachments.filter((one) => one.waiting).map(({ id }) => id) : [];
  return offered.length === 0 && list.chosen.length === 0 ? <p className={classNames(fieldStyles.help, styles.help)}>{say('fields.attachmentsNone')}</p> : <Boxes {...list} offered={offered} waiting={waiting} />;
}

interface BoxesProps extends ListProps {
  readonly offered: readonly AttachmentReference[];
  /** ids of those whose content has not arrived */
  readonly waiting?: readonly string[];
}

function Boxes({ chosen, offered, waiting = [], onChange }: BoxesProps): ReactNode {
  const say = useSay();
  const gone = chosen.filter(({ id }) => !offered.some((one) => one.id === id));
  return [...offered, ...gone].map((one) => (
    <Checkbox
      key={one.id}
      label={gone.includes(one) ? say('fields.attachmentGone', { name: one.name }) : waiting.includes(one.id) ? `${one.name} (${say('values.waiting')})` : one.name}
      value={chosen.some(({ id }) => id === one.id)}
      onChange={(taken) => onChange(taken ? [...chosen, one] : chosen.filter(({ id }) => id !== one.id))}
    />
  ));
}
