/** What a field of a request says, in words for the screen. */
import { fieldText } from '../../../../shared/document/field-text.ts';
import { moment, momentText } from '../../../../shared/domain/moment.ts';
import type { FieldValues } from '../../../../shared/domain/request.ts';
import type { TemplateField } from '../../../../shared/domain/template.ts';
import type { ListItem } from '../../../../shared/rules/difference.ts';
import { useFormat } from '../../../app/language/index.ts';
import { useAppLocale, useSay } from '../../../ui/index.ts';
import { asSignature } from '../fields/narrow.ts';
import type { ReferenceIndex } from '../reference-index.ts';

/** A line of capabilities, an attachment or a municipality in one line of text. */
export function useItemText(reference: ReferenceIndex): (item: ListItem | undefined) => string {
  const say = useSay();
  const format = useFormat();
  return (item) => {
    if (item === undefined) return '';
    if (typeof item === 'string') return reference.municipalities[item]?.name ?? item;
    if ('sha256' in item) return item.name;
    const { description, quantity, unit, people, substitutes, note } = item;
    const parts = [
      [quantity === undefined ? '' : format.number(quantity), unit ?? ''].join(' ').trim(),
      people === undefined ? '' : `${say('request.linePeople')}: ${format.number(people)}`,
      substitutes ? `${say('request.lineSubstitutes')}: ${substitutes}` : '',
      note ? `${say('request.lineNote')}: ${note}` : '',
    ].filter((part) => part !== '');
    return [description || say('request.lineUnnamed'), ...parts].join(' · ');
  };
}

/** What a field says in one version, as on paper. */
export function useSideText(reference: ReferenceIndex): (field: TemplateField, values: FieldValues) => readonly string[] {
  const say = useSay();
  const locale = useAppLocale();
  const itemText = useItemText(reference);
  return (field, values) => {
    const value = values[field.id];
    if (field.type === 'signature') {
      const { office, name, mandated, mandate, signedAt } = asSignature(value);
      const at = moment(signedAt);
      return [office, name, mandated ? [say('depth.mandated'), mandate].filter(Boolean).join(': ') : undefined, at && momentText(at)].flatMap((part) => part || []);
    }
    if (field.type === 'capabilityLines' && Array.isArray(value)) {
      const lines: readonly ListItem[] = value;
      return lines.map(itemText);
    }
    return fieldText({ locale, values, reference }, field);
  };
}
