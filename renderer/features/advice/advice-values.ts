/** The fields of an advice between the draft, which knows fields by name, and the contract, which knows each by its type. */
import type { AdviceChanges, AdviceDocument, AdviceFinding, AdviceProposal, AdviceValues, Availability } from '../../../shared/domain/advice.ts';
import type { Changes, Values } from '../../app/draft/history.ts';

/** A proposal that was typed here; who made it and when the store adds. */
export type DraftProposal = Omit<AdviceProposal, 'by' | 'at'> & Partial<Pick<AdviceProposal, 'by' | 'at'>>;
export type AdviceFieldValue = string | AdviceFinding | readonly Availability[] | readonly DraftProposal[];

const findingPrefix = 'findings.';
export const findingField = (criterionId: string): string => `${findingPrefix}${criterionId}`;

export function toFieldValues({ findings = {}, ...fields }: AdviceDocument['values']): Values<AdviceFieldValue> {
  const all: readonly (readonly [string, AdviceFieldValue | undefined])[] = [...Object.entries(fields), ...Object.entries(findings).map(([id, finding]) => [findingField(id), finding] as const)];
  return Object.fromEntries(all.flatMap(([field, value]) => (value === undefined ? [] : [[field, value]])));
}

/** The fields as the rules read them. Each came from the store or from a control of its type. */
export function toAdviceValues(values: Values<AdviceFieldValue>): AdviceValues {
  const { fields, findings } = apart(values);
  return { ...fields, ...(Object.keys(findings).length === 0 ? {} : { findings }) } as AdviceValues;
}

export function toAdviceChanges(changes: Changes<AdviceFieldValue>): AdviceChanges {
  const { fields, findings } = apart(changes);
  return { ...fields, ...(Object.keys(findings).length === 0 ? {} : { findings }) } as AdviceChanges;
}

const isFinding = (field: string): boolean => field.startsWith(findingPrefix);

function apart<V>(all: Readonly<Record<string, V>>): { readonly fields: Readonly<Record<string, V>>; readonly findings: Readonly<Record<string, V>> } {
  const entries = Object.entries(all);
  return {
    fields: Object.fromEntries(entries.filter(([field]) => !isFinding(field))),
    findings: Object.fromEntries(entries.flatMap(([field, value]) => (isFinding(field) ? [[field.slice(findingPrefix.length), value]] : []))),
  };
}

export const textOf = (value: AdviceFieldValue | undefined): string => (typeof value === 'string' ? value : '');
export const findingOf = (value: AdviceFieldValue | undefined): AdviceFinding => (typeof value === 'object' && !isList(value) ? value : {});
export const availabilityOf = (value: AdviceFieldValue | undefined): readonly Availability[] => (typeof value === 'object' && isList(value) ? (value as readonly Availability[]) : []);
export const proposalsOf = (value: AdviceFieldValue | undefined): readonly DraftProposal[] => (typeof value === 'object' && isList(value) ? (value as readonly DraftProposal[]) : []);

function isList(value: object): value is readonly unknown[] {
  return Array.isArray(value);
}

/** The object with this part; an empty part is absent. */
export function withPart<T extends object, K extends keyof T>(whole: T, key: K, value: T[K] | null | ''): T {
  const { [key]: _before, ...rest } = whole;
  return (value === null || value === '' || value === undefined ? rest : { ...rest, [key]: value }) as T;
}

/** The list with this item in the place of the one with its id, else at the end. */
export function withItem<T extends { readonly id: string }>(list: readonly T[], item: T): readonly T[] {
  return list.some(({ id }) => id === item.id) ? list.map((one) => (one.id === item.id ? item : one)) : [...list, item];
}
