/** What a request of a group is called there: by what sets it apart from the others. */
import type { RequestGroup } from '../../../../shared/domain/request.ts';
import { type Say, useBilingual, useSay } from '../../../ui/index.ts';
import type { ReferenceIndex } from '../reference-index.ts';

type Member = RequestGroup['members'][number];

/** Its basis where there are several, with the kind of request where two stand on one; its municipality where several ask. */
export function memberName(member: Member, { members }: RequestGroup, { reference, bilingual, say }: { readonly reference: ReferenceIndex; readonly bilingual: ReturnType<typeof useBilingual>; readonly say: Say }): string {
  const alike = members.filter(({ templateId }) => templateId === member.templateId);
  const template = reference.templates[member.templateId];
  const isOneOfItsBasis = members.every((other) => other.templateId === member.templateId || other.legalBasisId !== member.legalBasisId);
  const basis = isOneOfItsBasis || !template ? (reference.legalBases[member.legalBasisId]?.short ?? member.legalBasisId) : bilingual(template.title);
  const place = member.municipality === undefined ? say('depth.memberNone') : (reference.municipalities[member.municipality]?.name ?? member.municipality);
  if (alike.length === members.length) return place;
  return alike.length > 1 ? `${basis} · ${place}` : basis;
}

export function useMemberName(reference: ReferenceIndex): (member: Member, group: RequestGroup) => string {
  const say = useSay();
  const bilingual = useBilingual();
  return (member, group) => memberName(member, group, { reference, bilingual, say });
}
