/** The words of values of a document of any kind, in the language of the window. */
import { useMemo } from 'react';
import { documentFields, fieldMap } from '../../shared/document/document-fields.ts';
import type { ValueReading } from '../../shared/document/value-text.ts';
import type { SharedKind } from '../../shared/domain/difference.ts';
import { useAppLocale } from '../ui/say.ts';
import { useReference } from './session.ts';

export function useValueReading(kind: SharedKind, templateId: string | undefined): ValueReading {
  const locale = useAppLocale();
  const reference = useReference();
  return useMemo(() => {
    const template = templateId === undefined ? undefined : reference.templateById.get(templateId);
    const places = { regions: Object.fromEntries(reference.regionByCode), municipalities: Object.fromEntries(reference.municipalityByCode) };
    return { locale, reference: places, fields: fieldMap(documentFields(kind, template, reference.adviceCriteria)) };
  }, [locale, reference, kind, templateId]);
}
