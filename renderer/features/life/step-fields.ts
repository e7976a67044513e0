/** A step that is being typed: the texts of its form, what each kind of step asks, and the step that is recorded of them. */
import { carriers, lifeStepKinds } from '../../../shared/domain/choices.ts';
import type { TypedFields } from '../../../shared/domain/half-typed.ts';
import type { Expenditure, LifeStep, LifeStepKind, NewLifeStep } from '../../../shared/domain/life.ts';
import type { LifeReason } from '../../../shared/domain/life-reason.ts';

export const stepForm = 'lifeStep';
export const correctionForm = 'lifeCorrection';

export type StepPart = 'announcement' | 'carrier' | 'version' | 'reason' | 'lines' | 'until' | 'expenditure';

/** What the form of a kind asks beside moment, who, remark and document. */
const parts: Readonly<Partial<Record<LifeStepKind, readonly StepPart[]>>> = {
  preAnnouncement: ['announcement'],
  oralRequest: ['carrier'],
  sent: ['carrier', 'version'],
  granted: ['lines', 'until'],
  grantedInPart: ['reason', 'lines', 'until'],
  rejected: ['reason'],
  extension: ['carrier', 'version', 'until'],
  change: ['carrier', 'version'],
  withdrawn: ['reason'],
  lapsed: ['reason'],
  ended: ['reason'],
  deployed: ['lines'],
  returned: ['lines'],
  expenditure: ['expenditure'],
};

export const partsOf = (kind: LifeStepKind): readonly StepPart[] => parts[kind] ?? [];

export const reasonsOf = (kind: LifeStepKind, reasons: readonly LifeReason[]): readonly LifeReason[] => reasons.filter((reason) => reason.of.includes(kind));

export function isKind(value: string | null | undefined): value is LifeStepKind {
  return lifeStepKinds.some((kind) => kind === value);
}
export const isCarrier = (value: string | undefined): value is (typeof carriers)[number] => carriers.some((carrier) => carrier === value);

/** The fields with this one set; an empty one is absent, so that an empty form is no form. */
export function withField(fields: TypedFields, field: string, value: string | null): TypedFields {
  const { [field]: _before, ...rest } = fields;
  return value === null || value === '' ? rest : { ...rest, [field]: value };
}

/** Quantities by line, as typed. */
export function quantitiesOf(fields: TypedFields): Readonly<Record<string, number>> {
  const { lines } = fields;
  return lines === undefined ? {} : (JSON.parse(lines) as Record<string, number>);
}

export function withQuantity(fields: TypedFields, lineId: string, quantity: number | null): TypedFields {
  const { [lineId]: _before, ...rest } = quantitiesOf(fields);
  const next = quantity === null ? rest : { ...rest, [lineId]: quantity };
  return withField(fields, 'lines', Object.keys(next).length === 0 ? null : JSON.stringify(next));
}

export const numberOf = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

/** The typed step, with only what its kind asks: what was typed for another kind is not recorded. */
export function stepOf(id: string, kind: LifeStepKind, at: string, fields: TypedFields, more: { readonly version?: number | undefined; readonly corrects?: string | undefined }): NewLifeStep {
  const asks = new Set(partsOf(kind));
  const text = (field: string): string | undefined => fields[field]?.trim() || undefined;
  const { carrier, until } = fields;
  const quantities = Object.entries(quantitiesOf(fields)).map(([lineId, quantity]) => ({ lineId, quantity }));
  const spent = expenditureOf(fields);
  return onlyKnown({
    id,
    kind,
    at,
    by: text('by'),
    remark: text('remark'),
    document: text('document'),
    version: asks.has('version') ? more.version : undefined,
    carrier: asks.has('carrier') && isCarrier(carrier) ? carrier : undefined,
    addressee: asks.has('carrier') ? text('addressee') : undefined,
    reason: asks.has('reason') ? text('reason') : undefined,
    lines: asks.has('lines') && quantities.length > 0 ? quantities : undefined,
    until: asks.has('until') && until !== '' ? until : undefined,
    expenditure: asks.has('expenditure') ? spent : undefined,
    announcement: asks.has('announcement') ? text('announcement') : undefined,
    corrects: more.corrects,
  });
}

/** The texts of a step, to type it anew from. */
export function fieldsOfNew({ kind, at, by, remark, document, version, carrier, addressee, reason, lines, until, expenditure, announcement, corrects }: NewLifeStep): TypedFields {
  const { euros, hours, people } = expenditure ?? {};
  const quantities = lines && JSON.stringify(Object.fromEntries(lines.map(({ lineId, quantity }) => [lineId, quantity])));
  return onlyKnown({ kind, at, by, remark, document, carrier, addressee, reason, until, announcement, corrects, lines: quantities, version: version?.toString(), euros: euros?.toString(), hours: hours?.toString(), people: people?.toString() });
}

/** The texts of a step, to type its correction from. */
export function fieldsOf(step: LifeStep): TypedFields {
  return { ...fieldsOfNew(step), corrects: step.revisionId };
}

function expenditureOf({ euros, hours, people }: TypedFields): Expenditure | undefined {
  const spent = onlyKnown({ euros: numberOf(euros) ?? undefined, hours: numberOf(hours) ?? undefined, people: numberOf(people) ?? undefined });
  return Object.keys(spent).length === 0 ? undefined : spent;
}

type Known<T> = { readonly [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & { readonly [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined> };

/** Without the keys that hold nothing. */
function onlyKnown<T extends object>(all: T): Known<T> {
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)) as Known<T>;
}
