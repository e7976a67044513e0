/** How complete a draft is: required fields that the draft shows, and how many are filled, per section. */
import type { Assessment } from '../domain/assessment.ts';
import type { FieldValues } from '../domain/request.ts';
import type { Template } from '../domain/template.ts';
import { shownFields } from './conditions.ts';
import { fillState } from './values.ts';

export function completeness(template: Template, values: FieldValues): Assessment['completeness'] {
  const shown = shownFields(template, values);
  const sections = template.sections.map((section) => {
    const fields = section.fields.filter((field) => shown.has(field.id));
    const asked = fields.filter((field) => field.required !== undefined);
    const filled = asked.filter((field) => fillState(values, field) === 'filled').length;
    // A choice that a fresh draft already holds says nothing of the person's work.
    const touched = fields.some((field) => fillState(values, field) !== 'empty' && (field.initial === undefined || values[field.id] !== field.initial));
    return { id: section.id, state: sectionState(asked.length, filled, touched), required: asked.length, filled };
  });
  return {
    required: sections.reduce((sum, section) => sum + section.required, 0),
    filled: sections.reduce((sum, section) => sum + section.filled, 0),
    sections,
  };
}

function sectionState(required: number, filled: number, touched: boolean): 'empty' | 'open' | 'complete' {
  if (required === 0) return touched ? 'complete' : 'empty';
  if (filled === required) return 'complete';
  return filled > 0 || touched ? 'open' : 'empty';
}
