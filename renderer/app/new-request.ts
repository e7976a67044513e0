/** Starting a request: from the palette, the workboard or the catalogue. */
import type { CallInput } from '../../shared/contract.ts';
import type { CallError } from '../../shared/errors.ts';
import { link } from '../link/index.ts';
import { navigate } from './routes.ts';
import { useSession } from './session.ts';

type StartValues = NonNullable<CallInput<'request.create'>['values']>;

/**
 * Makes a draft from the template, with the region of this post filled in where the template asks for it, and opens it.
 * `values` go over that. With `dossierId` it lies in that dossier from the start. Answers with the error when the store refused.
 */
export async function startRequest(templateId: string, values: StartValues = {}, dossierId?: string): Promise<CallError | undefined> {
  const { identity, reference } = useSession.getState();
  const fields = reference?.templateById.get(templateId)?.sections.flatMap((section) => section.fields) ?? [];
  const asksRegion = fields.some((field) => field.id === 'applicant.region' && field.type === 'region');
  const own: StartValues = identity && asksRegion ? { 'applicant.region': identity.regionCode } : {};
  const created = await link.call('request.create', { templateId, values: { ...own, ...values }, ...(dossierId === undefined ? {} : { dossierId }) });
  if (!created.ok) return created.error;
  navigate({ room: 'request', id: created.value.id });
  return undefined;
}
