/** With which input a person fills in a value of their own, by what stands open. */
import type { DocumentField } from '../../../shared/document/document-fields.ts';
import { availabilityStates, gripLevels } from '../../../shared/domain/choices.ts';
import type { OpenField } from '../../../shared/domain/difference.ts';
import type { MessageId } from '../../../shared/messages/index.ts';

export type OwnInput =
  /** a whole field of a request: the editor's own input */
  | { readonly kind: 'field' }
  | { readonly kind: 'text'; readonly most: number; readonly isLong?: boolean }
  | { readonly kind: 'moment' }
  | { readonly kind: 'yesNo' }
  /** number, unit and people of a line belong together */
  | { readonly kind: 'quantity' }
  /** what a line is called; without its capability of the catalogue, which its new words may not fit */
  | { readonly kind: 'description' }
  | { readonly kind: 'choice'; readonly options: readonly { readonly value: string; readonly label: MessageId }[] }
  | { readonly kind: 'options' };

const line = 500;
const long = 50_000;

const parts: Readonly<Record<string, OwnInput>> = {
  start: { kind: 'moment' },
  end: { kind: 'moment' },
  asOf: { kind: 'moment' },
  quantity: { kind: 'quantity' },
  description: { kind: 'description' },
  substitutes: { kind: 'text', most: line },
  note: { kind: 'text', most: line },
  toldBy: { kind: 'text', most: line },
  why: { kind: 'text', most: 5000, isLong: true },
  grip: { kind: 'choice', options: gripLevels.map((value) => ({ value, label: `dossier.grip.${value}` as const })) },
  state: { kind: 'choice', options: availabilityStates.map((value) => ({ value, label: `advice.availability.${value}` as const })) },
};

/** Nothing where only the values that stand there can be taken: a whole item of a list is changed in the document itself. */
export function ownInputOf(kind: 'request' | 'dossier' | 'advice', { path, type }: Pick<OpenField, 'path' | 'type'>, field: DocumentField | undefined): OwnInput | undefined {
  const [, inside, part] = path.split('/');
  if (part !== undefined) return parts[part];
  if (inside !== undefined) return inside === 'start' || inside === 'end' ? parts[inside] : undefined;
  if (kind === 'request') return field ? { kind: field.type === 'dateTime' ? 'moment' : 'field' } : undefined;
  switch (type) {
    case 'text':
      return { kind: 'text', most: line };
    case 'longText':
      return { kind: 'text', most: long, isLong: true };
    case 'dateTime':
      return { kind: 'moment' };
    case 'yesNo':
      return { kind: 'yesNo' };
    case 'choice':
      return { kind: 'options' };
    default:
      return undefined;
  }
}
