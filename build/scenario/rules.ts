/** A case through the rules alone, as the store calls them: says in milliseconds what the run through the application says in seconds. */
import type { AssessmentReference } from '../../shared/domain/assessment.ts';
import type { CapabilityClaim } from '../../shared/domain/claim.ts';
import type { FieldValues } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import { assess } from '../../shared/rules/assess.ts';
import { read } from '../../shared/rules/values.ts';
import type { RequestCase } from '../../test/scenarios/case.ts';
import type { Known } from './packs.ts';
import { type Judgement, describe } from './result.ts';

/** What the rules say of the case; `without` leaves one check out. */
export function judgeByRules(one: RequestCase, known: Known, reference: AssessmentReference, without?: string): Judgement {
  const template = templateOf(one.templateId, known);
  const basis = known.bases.get(template.legalBasis);
  if (!basis) throw new Error(`no legal basis ${template.legalBasis}`);
  const asked = { ...template, checks: template.checks.filter((id) => id !== without) };
  return describe(assess({ values: drafted(one, template), template: asked, basis, reference, now: one.now, claims: claimsOf(one, known) }), one.locale ?? 'nl');
}

function templateOf(id: string, known: Known): Template {
  const template = known.templates.get(id);
  if (!template) throw new Error(`no template ${id}`);
  return template;
}

/** The values of a fresh draft with those of the case over them. */
function drafted({ values }: Pick<RequestCase, 'values'>, template: Template): FieldValues {
  const initial = template.sections.flatMap(({ fields }) => fields.flatMap((field) => (field.initial === undefined ? [] : [[field.id, field.initial] as const])));
  return { ...Object.fromEntries(initial), ...values };
}

function claimsOf(one: RequestCase, known: Known): CapabilityClaim[] {
  return (one.alsoOpen ?? []).flatMap((other, index) => {
    const values = drafted(other, templateOf(other.templateId, known));
    const period = read(values, 'effect.period', 'period') ?? {};
    const lines = read(values, 'capabilities.lines', 'capabilityLines') ?? [];
    const requestId = `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`;
    return lines.flatMap(({ capabilityId }) => (capabilityId === undefined ? [] : [{ requestId, reference: `${one.post.regionCode}-${index + 1}`, capabilityId, period, templateId: other.templateId }]));
  });
}
