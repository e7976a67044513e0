/** Which editor belongs to which type of field. */
import type { ReactNode } from 'react';
import type { FieldType } from '../../../../shared/domain/template.ts';
import { AttachmentsEditor } from './attachments-field.tsx';
import { ChoiceEditor, LongTextEditor, NumberEditor, RegionEditor, TextEditor, YesNoEditor } from './plain-fields.tsx';
import { ContactEditor, SignatureEditor } from './people-fields.tsx';
import { CoordinatesEditor } from './coordinates-field.tsx';
import { DateTimeEditor, PeriodEditor } from './moment-fields.tsx';
import { LinesEditor } from './lines-field.tsx';
import { MunicipalitiesEditor } from './municipalities-field.tsx';
import type { FieldEditorProps } from './field-props.ts';

export const fieldEditors: Readonly<Record<FieldType, (props: FieldEditorProps) => ReactNode>> = {
  text: TextEditor,
  longText: LongTextEditor,
  choice: ChoiceEditor,
  yesNo: YesNoEditor,
  number: NumberEditor,
  dateTime: DateTimeEditor,
  period: PeriodEditor,
  region: RegionEditor,
  municipalities: MunicipalitiesEditor,
  place: CoordinatesEditor,
  contact: ContactEditor,
  capabilityLines: LinesEditor,
  attachments: AttachmentsEditor,
  signature: SignatureEditor,
};
