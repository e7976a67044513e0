/** What every field editor is given, and what it hands on to a part of the design system. */
import type { FieldValue } from '../../../../shared/domain/request.ts';
import type { TemplateField } from '../../../../shared/domain/template.ts';
import { useBilingual } from '../../../ui/index.ts';
import { fieldElementId } from '../editor/editor-context.ts';

export interface FieldEditorProps {
  readonly field: TemplateField;
  readonly value: FieldValue | undefined;
  /** what is wrong, in words, where it blocks */
  readonly error: string | undefined;
}

export interface PartProps {
  readonly id: string;
  readonly label: string;
  readonly help: string | undefined;
  readonly isRequired: boolean;
  readonly error: string | undefined;
}

export function useFieldProps({ field, error }: FieldEditorProps): PartProps {
  const bilingual = useBilingual();
  return {
    id: fieldElementId(field.id),
    label: bilingual(field.label),
    help: field.help && bilingual(field.help),
    isRequired: field.required === 'blocks',
    error,
  };
}
