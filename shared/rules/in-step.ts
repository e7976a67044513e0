/**
 * What the requests of one group say together. Under one template that is all but what is of one municipality alone; under two templates
 * it is the facts of the incident that both mark `common`. It follows from the templates alone, so every process and post sees the same.
 */
import type { RequestGroup } from '../domain/request.ts';
import type { Template, TemplateField } from '../domain/template.ts';

/** The fields that two requests of a group keep in step. The same whichever is asked first. */
export function inStep(one: Template, other: Template): ReadonlySet<string> {
  if (one.id === other.id) return new Set(fieldsOf(one).flatMap((field) => (field.perMunicipality === true ? [] : [field.id])));
  return new Set(common(one, other).flatMap(([field, twin]) => (field.perMunicipality === true || twin.perMunicipality === true ? [] : [field.id])));
}

/** The fields that a new request under `to` begins with when it is linked to one under `from`: those in step, and the place of who asks. */
export function carriedOver(from: Template, to: Template): ReadonlySet<string> {
  return new Set(common(from, to).map(([field]) => field.id));
}

/** The other drafts that say the same in this field of this request: what is written here is written there. */
export function sharers(group: RequestGroup, own: string, field: string, templates: Readonly<Record<string, Template>>): RequestGroup['members'] {
  const me = group.members.find(({ id }) => id === own);
  const template = me?.follows === true ? templates[me.templateId] : undefined;
  if (!template) return [];
  return group.members.filter((member) => {
    const other = templates[member.templateId];
    return member.id !== own && member.follows && member.state === 'draft' && other !== undefined && inStep(template, other).has(field);
  });
}

/** What may stand in the one may stand in the other: the same type and, for a choice, the same options. */
function common(one: Template, other: Template): readonly (readonly [TemplateField, TemplateField])[] {
  const twins = new Map(fieldsOf(other).flatMap((field) => (field.common === true ? [[field.id, field] as const] : [])));
  return fieldsOf(one).flatMap((field) => {
    const twin = field.common === true ? twins.get(field.id) : undefined;
    return twin && twin.type === field.type && optionsOf(twin) === optionsOf(field) ? [[field, twin] as const] : [];
  });
}

function optionsOf({ options = [] }: TemplateField): string {
  return options.map(({ value }) => value).toSorted().join(' ');
}

function fieldsOf(template: Template): readonly TemplateField[] {
  return template.sections.flatMap((section) => section.fields);
}
