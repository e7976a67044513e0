/** Starting a request: from the palette, the workboard or the catalogue. */
import type { CallInput } from '../../shared/contract.ts';
import type { PostIdentity } from '../../shared/domain/post.ts';
import type { RequestDocument } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import type { CallError, Result } from '../../shared/errors.ts';
import { linkedStart } from '../../shared/rules/linked-start.ts';
import { link } from '../link/index.ts';
import { navigate } from './routes.ts';
import { useSession } from './session.ts';

export type StartValues = NonNullable<CallInput<'request.create'>['values']>;

/** A request to be made, with what is known of it already. */
export interface RequestStart {
  readonly templateId: string;
  readonly values: StartValues;
}

function ownRegion(template: Template | undefined, identity: PostIdentity | undefined): StartValues {
  const asksRegion = template?.sections.some((section) => section.fields.some((field) => field.id === 'applicant.region' && field.type === 'region')) ?? false;
  return identity && asksRegion ? { 'applicant.region': identity.regionCode } : {};
}

/**
 * Makes a draft from the template, with the region of this post filled in where the template asks for it, and opens it.
 * `values` go over that. With `dossierId` it lies in that dossier from the start. Answers with the error when the store refused.
 */
export async function startRequest(templateId: string, values: StartValues = {}, dossierId?: string): Promise<CallError | undefined> {
  const { identity, reference } = useSession.getState();
  const own = ownRegion(reference?.templateById.get(templateId), identity);
  const created = await link.call('request.create', { templateId, values: { ...own, ...values }, ...(dossierId === undefined ? {} : { dossierId }) });
  if (!created.ok) return created.error;
  navigate({ room: 'request', id: created.value.id });
  return undefined;
}

/**
 * Makes a draft under each template, linked, with what they share in step, and opens the first. The region of this post is filled in
 * where a template asks for it; `values` go over that.
 */
export async function startLinked(parts: readonly RequestStart[], dossierId?: string): Promise<CallError | undefined> {
  const { identity, reference } = useSession.getState();
  const known = parts.flatMap(({ templateId, values }) => {
    const template = reference?.templateById.get(templateId);
    return template ? [{ template, values: { ...ownRegion(template, identity), ...values } }] : [];
  });
  const { values, templates } = linkedStart(known);
  const [only, another] = templates;
  if (only && !another) return startRequest(only.templateId, only.values, dossierId);
  const created = await link.call('request.createLinked', { templates: templates.map((part) => ({ ...part })), values, ...(dossierId === undefined ? {} : { dossierId }) });
  if (!created.ok) return created.error;
  const [first] = created.value.requests;
  if (first) navigate({ room: 'request', id: first.id });
  return undefined;
}

/**
 * Makes a draft that starts as an earlier request stands, with `changes` over it, and opens it; in that dossier and its space, where one is given. Gives the reference of the earlier
 * one. What was made stays when a later step fails: it is a draft like any other.
 */
export async function startFrom(id: string, changes: StartValues = {}, dossier?: { readonly id: string; readonly spaceId: string }): Promise<Result<string>> {
  const copied = await copyOf(id, changes, dossier?.spaceId);
  if (!copied.ok) return copied;
  const { id: made, origin } = copied.value;
  const placed = dossier === undefined ? undefined : await link.call('request.place', { id: made, dossierId: dossier.id });
  if (placed && !placed.ok) return placed;
  navigate({ room: 'request', id: made });
  return { ok: true, value: origin?.reference ?? '' };
}

/** A copy with `changes` over it, in the space that is named or where the store puts it. What was made stays when saving them fails. */
export async function copyOf(id: string, changes: StartValues, spaceId?: string): Promise<Result<RequestDocument>> {
  const copied = await link.call('request.duplicate', { id, ...(spaceId === undefined ? {} : { spaceId }) });
  if (!copied.ok || Object.keys(changes).length === 0) return copied;
  const saved = await link.call('request.save', { id: copied.value.id, changes });
  return saved.ok ? copied : saved;
}
