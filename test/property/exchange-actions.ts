/** What posts do in the property tests of the exchange, drawn at random: plain data, so that a run can be kept and run again. */
import * as fc from 'fast-check';
import type { FieldChanges } from '../../shared/domain/request.ts';

const fault = fc.constantFrom('none', 'none', 'lost', 'cut', 'twice', 'mixed');
const at = fc.nat(9);
const fields = ['text', 'text', 'number', 'lines', 'places', 'period', 'incident', 'empty'] as const;
export type EditedField = (typeof fields)[number];

const of = <A extends string, M extends object>(weight: number, act: A, more: fc.Arbitrary<M>) => ({ weight, arbitrary: more.map((drawn) => ({ act, ...drawn })) });

const writing = [
  of(2, 'create', fc.record({ post: at })),
  of(9, 'edit', fc.record({ post: at, document: at, field: fc.constantFrom(...fields), value: fc.nat(5) })),
  of(1, 'revise', fc.record({ post: at, document: at })),
  of(1, 'finalise', fc.record({ post: at, document: at })),
  of(1, 'next', fc.record({ post: at, document: at })),
  of(2, 'decide', fc.record({ post: at, document: at, choice: fc.nat(2) })),
  of(1, 'dossier', fc.record({ post: at, document: at, value: fc.nat(5) })),
  of(1, 'log', fc.record({ post: at, value: fc.nat(5) })),
  of(1, 'correct', fc.record({ post: at, value: fc.nat(5) })),
  of(1, 'attach', fc.record({ post: at, value: fc.nat(2) })),
  of(2, 'advice', fc.record({ post: at, document: at, value: fc.nat(5) })),
  of(1, 'step', fc.record({ post: at, document: at, value: fc.nat(6) })),
] as const;

const carrying = [
  of(7, 'carry', fc.record({ post: at, faults: fc.array(fault, { maxLength: 4 }) })),
  of(3, 'file', fc.record({ post: at, to: at, cut: fc.option(fc.nat(100)), what: fc.constantFrom('new', 'all') })),
  of(1, 'restart', fc.record({ post: at })),
] as const;

const membership = [
  of(2, 'role', fc.record({ post: at, subject: at, role: fc.constantFrom('keeper', 'editor', 'reader') })),
  of(2, 'remove', fc.record({ post: at, subject: at })),
  of(2, 'admit', fc.record({ post: at, subject: at, role: fc.constantFrom('keeper', 'editor', 'reader') })),
  of(1, 'leave', fc.record({ post: at })),
] as const;

export const action = fc.oneof(...writing, ...carrying, ...membership);
export type Action = typeof action extends fc.Arbitrary<infer A> ? A : never;

/** A whole run: how many posts, what they do, and whether all of them keep the space; otherwise the first does. */
export const runs = fc.tuple(fc.integer({ min: 2, max: 6 }), fc.array(action, { minLength: 6, maxLength: 28 }), fc.boolean());
export type Run = typeof runs extends fc.Arbitrary<infer R> ? R : never;

const lineId = (number: number): string => `018f0000-0000-7000-8000-00000000000${number}`;

/** `mark` is what the person typed, where the field takes text. */
export function changeOf(field: EditedField, value: number, mark: string): FieldChanges {
  switch (field) {
    case 'text':
      return { 'effect.text': value < 3 ? mark : `eerste\n\n${value === 3 ? mark : 'tweede'}\n\n${value === 4 ? mark : 'derde'}\n\n${value === 5 ? mark : 'vierde'}` };
    case 'number':
      return { 'effect.number': value };
    case 'lines':
      return { 'capabilities.lines': [{ id: lineId(value % 3), description: mark, quantity: value + 1 }, { id: lineId(7), description: 'vast', quantity: 1, note: mark }] };
    case 'places':
      return { 'applicant.municipalities': ['GM0994', 'GM0935', 'GM1701'].slice(value % 3) };
    case 'period':
      return { 'effect.period': value % 2 === 0 ? { start: `2026-11-22T0${value}:00+01:00[Europe/Amsterdam]` } : { start: '2026-11-22T01:00+01:00[Europe/Amsterdam]', end: `2026-11-23T0${value}:00+01:00[Europe/Amsterdam]` } };
    case 'incident':
      return { 'applicant.incident': mark };
    case 'empty':
      return { 'effect.text': null };
  }
}
