/** Who can be reached, and who signs. */
import type { ReactNode } from 'react';
import type { ContactValue, SignatureValue } from '../../../../shared/domain/request.ts';
import { moment } from '../../../../shared/domain/moment.ts';
import { Checkbox, DateTimeField, TextField, useSay } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import { FieldGroup } from './field-group.tsx';
import { type FieldEditorProps, useFieldProps } from './field-props.ts';
import styles from './fields.module.css';
import { asContact, asSignature, withPart } from './narrow.ts';

const lineLength = 500;

export function ContactEditor(props: FieldEditorProps): ReactNode {
  const { draft } = useEditor();
  const say = useSay();
  const contact = asContact(props.value);
  const type = (key: keyof ContactValue) => (text: string) => draft.type(props.field.id, withPart(contact, key, text));
  return (
    <FieldGroup part={useFieldProps(props)}>
      <div className={styles.pair}>
        <TextField label={say('request.contactFunction')} value={contact.function ?? ''} onChange={type('function')} maxLength={lineLength} />
        <TextField label={say('request.contactPhone')} type="tel" value={contact.phone ?? ''} onChange={type('phone')} maxLength={lineLength} />
        <TextField label={say('request.contactName')} value={contact.name ?? ''} onChange={type('name')} maxLength={lineLength} />
        <TextField label={say('request.contactMail')} type="email" value={contact.mail ?? ''} onChange={type('mail')} maxLength={lineLength} />
      </div>
    </FieldGroup>
  );
}

export function SignatureEditor(props: FieldEditorProps): ReactNode {
  const { draft } = useEditor();
  const say = useSay();
  const signature = asSignature(props.value);
  const type = (key: keyof SignatureValue) => (text: string) => draft.type(props.field.id, withPart(signature, key, text));
  return (
    <FieldGroup part={useFieldProps(props)}>
      <div className={styles.pair}>
        <TextField label={say('request.signatureOffice')} value={signature.office ?? ''} onChange={type('office')} maxLength={lineLength} />
        <TextField label={say('request.signatureName')} value={signature.name ?? ''} onChange={type('name')} maxLength={lineLength} />
        <DateTimeField
          label={say('request.signatureAt')}
          value={moment(signature.signedAt) ? (signature.signedAt ?? null) : null}
          onChange={(at) => draft.change({ [props.field.id]: withPart(signature, 'signedAt', at) })}
        />
        <div className={styles.check}>
          <Checkbox label={say('request.signatureMandated')} value={signature.mandated ?? false} onChange={(mandated) => draft.change({ [props.field.id]: withPart(signature, 'mandated', mandated || undefined) })} />
        </div>
      </div>
      {signature.mandated && <TextField label={say('request.signatureMandate')} value={signature.mandate ?? ''} onChange={type('mandate')} maxLength={lineLength} />}
    </FieldGroup>
  );
}
