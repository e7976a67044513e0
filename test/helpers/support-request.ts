/** Requests for support (Regeling MSOB) for tests of rules: the real packs, and the MSC Zoe case of Terschelling as its scenario file holds it. */
import { readFileSync } from 'node:fs';
import type { AssessmentInput } from '../../shared/domain/assessment.ts';
import type { LegalBasis } from '../../shared/domain/legal-basis.ts';
import type { FieldValue, FieldValues } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import { scenarioCase } from '../scenarios/case.ts';
import { packOf, templatesInFull } from './packs.ts';
import { reference } from './request.ts';

export const supportTemplate: Template = templatesInFull().find((one) => one.id === 'msob')!;
export const supportBasis: LegalBasis = packOf('legal-bases').entries.find((one) => one.id === 'msob')!;

const terschelling = scenarioCase.parse(JSON.parse(readFileSync(new URL('../scenarios/msc-zoe-2019-terschelling.json', import.meta.url), 'utf8')));

/** The Terschelling request with some values changed; undefined empties a field. */
export function support(changes: Readonly<Record<string, FieldValue | undefined>> = {}, more: Partial<AssessmentInput> = {}): AssessmentInput {
  const values: FieldValues = Object.fromEntries(Object.entries({ ...(terschelling.values as FieldValues), ...changes }).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
  return { values, template: supportTemplate, basis: supportBasis, reference, now: terschelling.now, ...more };
}
