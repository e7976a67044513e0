/** The requests of the group that ask the same as this one, one per municipality; none when it was not split. */
import type { RequestDocument, RequestGroup } from '../../../../shared/domain/request.ts';

export function municipalityMembers({ templateId, group }: RequestDocument): RequestGroup['members'] {
  const alike = group?.members.filter((member) => member.templateId === templateId) ?? [];
  return alike.length > 1 ? alike : [];
}
