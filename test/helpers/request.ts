/** Requests for tests of rules and papers: the real packs, and the Zuid-Limburg case of 2021 as its scenario file holds it. */
import { readFileSync } from 'node:fs';
import type { AssessmentInput, AssessmentReference } from '../../shared/domain/assessment.ts';
import type { LegalBasis } from '../../shared/domain/legal-basis.ts';
import type { FieldValue, FieldValues, RequestDocument } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import type { RequestModelInput } from '../../shared/document/request-model.ts';
import { assess } from '../../shared/rules/assess.ts';
import { packOf, templatesInFull } from './packs.ts';
import { scenarioCase } from '../scenarios/case.ts';

const keyed = <T>(items: readonly T[], key: (item: T) => string): Readonly<Record<string, T>> => Object.fromEntries(items.map((item) => [key(item), item]));

export const reference: AssessmentReference = {
  regions: keyed(packOf('regions').entries, (region) => region.code),
  municipalities: keyed(packOf('municipalities').entries, (municipality) => municipality.code),
  capabilities: keyed(packOf('capabilities').entries, (capability) => capability.id),
};

export const template: Template = templatesInFull().find((one) => one.id === 'wvr-51')!;
export const basis: LegalBasis = packOf('legal-bases').entries.find((one) => one.id === 'wvr-51')!;

const zuidLimburg = scenarioCase.parse(JSON.parse(readFileSync(new URL('../scenarios/zuid-limburg-2021.json', import.meta.url), 'utf8')));

/** Moment at which the Zuid-Limburg request was drafted: 14-07-2021 16:00 in Limburg. */
export const { now } = zuidLimburg;
export const zuidLimburgValues = zuidLimburg.values as FieldValues;

/** The Zuid-Limburg values with some changed; undefined empties a field. */
export function values(changes: Readonly<Record<string, FieldValue | undefined>> = {}): FieldValues {
  return Object.fromEntries(Object.entries({ ...zuidLimburgValues, ...changes }).flatMap(([id, value]) => (value === undefined ? [] : [[id, value]])));
}

export function input(changes: Readonly<Record<string, FieldValue | undefined>> = {}, more: Partial<AssessmentInput> = {}): AssessmentInput {
  return { values: values(changes), template, basis, reference, now, ...more };
}

export function requestDocument(changes: Readonly<Record<string, FieldValue | undefined>> = {}, more: Partial<RequestDocument> = {}): RequestDocument {
  return {
    id: '3a2f5ce4-6a54-4b2e-8f5e-1d5b5a0c0001',
    reference: 'VR24-2021-001',
    templateId: 'wvr-51',
    legalBasisId: 'wvr-51',
    state: 'draft',
    version: 1,
    seq: 12,
    savedAt: '2021-07-14T14:03:12.000Z',
    createdAt: '2021-07-14T13:20:00.000Z',
    values: values(changes),
    packVersions: { capabilities: '2026.1', 'legal-bases': '2026.1', regions: '2026.1', templates: '2026.1' },
    revisions: [],
    ...more,
  };
}

/** The input of the document model, with the findings that the rules give for it. */
export function modelInput(changes: Readonly<Record<string, FieldValue | undefined>> = {}, more: Partial<RequestModelInput> = {}): RequestModelInput {
  const document = more.document ?? requestDocument(changes);
  return {
    document,
    template,
    basis,
    reference,
    findings: assess({ values: document.values, template, basis, reference, now }).findings,
    locale: 'nl',
    madeAt: '2021-07-14T14:05:00.000Z',
    zone: 'Europe/Amsterdam',
    author: { post: 'ZL-01', function: 'rmoa' },
    exercise: false,
    ...more,
  };
}
