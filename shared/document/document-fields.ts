/**
 * The fields of a document of any kind, with their names: a request has those of its template; a dossier and an advice have theirs from the
 * contract. For whatever shows values of more than one kind of document: history, differences.
 */
import type { AdviceCriterion } from '../domain/advice-criterion.ts';
import type { Bilingual } from '../domain/basics.ts';
import { adviceOutcomes } from '../domain/choices.ts';
import type { SharedKind } from '../domain/difference.ts';
import type { FieldType, TemplateField } from '../domain/template.ts';
import { type MessageId, say } from '../messages/index.ts';

/** Without a type: a value that no field of a template can hold, such as the regions of a dossier. */
export type DocumentField = Pick<TemplateField, 'id' | 'label' | 'options' | 'unit'> & { readonly type?: FieldType | undefined };

export interface DocumentFields {
  readonly sections: readonly { readonly fields: readonly DocumentField[] }[];
}

const both = (id: MessageId): Bilingual => ({ nl: say('nl', id), en: say('en', id) });
const field = (id: string, label: MessageId, type?: FieldType): DocumentField => ({ id, label: both(label), ...(type ? { type } : {}) });

/** Made when it is first asked for: most starts of the application show no history. */
let dossier: readonly DocumentField[] | undefined;
let advice: readonly DocumentField[] | undefined;

function fieldsOfDossier(): readonly DocumentField[] {
  return (dossier ??= [
    field('title', 'dossier.titleField', 'text'),
    field('description', 'dossier.descriptionField', 'longText'),
    field('startedAt', 'dossier.startedField', 'dateTime'),
    field('closed', 'values.closed', 'yesNo'),
    field('regions', 'dossier.regions'),
  ]);
}

function fieldsOfAdvice(): readonly DocumentField[] {
  return (advice ??= [
    field('subject', 'adviceDesk.subject', 'text'),
    field('askedBy', 'adviceDesk.askedBy', 'text'),
    field('askedAt', 'adviceDesk.askedAt', 'dateTime'),
    field('wishes', 'adviceDesk.wishes', 'longText'),
    field('effect', 'adviceDesk.effect', 'longText'),
    field('limits', 'adviceDesk.limits', 'longText'),
    field('possibilities', 'adviceDesk.possibilities', 'longText'),
    field('availability', 'adviceDesk.part.availability'),
    field('proposals', 'adviceDesk.part.proposals'),
    { ...field('outcome', 'adviceDesk.outcome', 'choice'), options: adviceOutcomes.map((value) => ({ value, label: both(`advice.outcome.${value}`) })) },
    field('reason', 'adviceDesk.outcomeReason', 'longText'),
    field('conditions', 'adviceDesk.conditions', 'longText'),
    field('alternative', 'adviceDesk.alternative', 'longText'),
  ]);
}

/** `template`: of a request; absent when no pack on this post holds it, and then its fields are known by their ids alone. */
export function documentFields(kind: SharedKind, template: DocumentFields | undefined, criteria: readonly Pick<AdviceCriterion, 'id' | 'title'>[]): DocumentFields {
  switch (kind) {
    case 'request':
      return template ?? { sections: [] };
    case 'dossier':
      return { sections: [{ fields: fieldsOfDossier() }] };
    case 'advice':
      return { sections: [{ fields: [...fieldsOfAdvice(), ...criteria.map(({ id, title }) => ({ id: `findings.${id}`, label: title }))] }] };
  }
}

export function fieldMap({ sections }: DocumentFields): ReadonlyMap<string, DocumentField> {
  return new Map(sections.flatMap(({ fields }) => fields.map((one) => [one.id, one] as const)));
}
