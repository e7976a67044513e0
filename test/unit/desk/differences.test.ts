import { describe, expect, it } from 'vitest';
import { type Choice, choicesIn, formOf, inOrder, isTaken, ownChoice, review, seenOf, takeCandidate, toForm } from '../../../renderer/features/differences/choices.ts';
import { ownInputOf } from '../../../renderer/features/differences/own-input.ts';
import { documentFields, fieldMap } from '../../../shared/document/document-fields.ts';
import type { OpenField } from '../../../shared/domain/difference.ts';
import { typedChanges } from '../../../shared/domain/half-typed.ts';
import { templatesInFull } from '../../helpers/packs.ts';

const wvr51 = templatesInFull().find(({ id }) => id === 'wvr-51');
const by = (post: string, revision: string, value: OpenField['now']): OpenField['candidates'][number] => ({ value, revision: revision.repeat(64), author: { post, function: 'rmoa' }, at: '2026-11-22T09:00:00.000Z' });
const open = (path: string, ...candidates: OpenField['candidates']): OpenField => {
  const [field = '', item, part] = path.split('/');
  return { path, field, before: null, candidates, now: candidates[0]?.value ?? null, ...(item === undefined ? {} : { item }), ...(part === undefined ? {} : { part }) };
};
const mine = by('ZL-01', 'a', 100);
const theirs = by('ZL-02', 'b', 85);
const number = open('effect.number', mine, theirs);
const chosen = (...choices: readonly Choice[]) => new Map(choices.map((choice) => [choice.path, choice]));

describe('choices against what is open now', () => {
  it('are ready as long as nothing joined or left the values that they were made among', () => {
    const taken = takeCandidate(number, mine);
    expect(review({ open: [number] }, chosen(taken))).toMatchObject({ ready: [taken], overtaken: [], settled: [], undecided: [] });
    expect(isTaken(taken, mine)).toBe(true);
    expect(isTaken(taken, theirs)).toBe(false);
  });

  it('are overtaken by a value that comes in, and kept', () => {
    const later = open('effect.number', mine, theirs, by('ZL-03', 'c', 90));
    const own = ownChoice(number, 95);
    expect(review({ open: [later] }, chosen(own))).toMatchObject({ ready: [], overtaken: [own], undecided: [] });
    expect(review({ open: [later] }, chosen(ownChoice(later, 95))).ready).toHaveLength(1);
  });

  it('are no choice yet while the moment of one’s own is half typed, and kept as they show', () => {
    const half = ownChoice(number, null, '16-07-jjjj uu:mm');
    expect(review({ open: [number] }, chosen(half))).toMatchObject({ ready: [], unfinished: [half], undecided: [] });
    expect([...choicesIn({ a: toForm(half) }).values()]).toEqual([half]);
    // it becomes whole, or another value is taken
    expect(review({ open: [number] }, chosen(ownChoice(number, 90))).ready).toHaveLength(1);
    expect(review({ open: [number] }, chosen(takeCandidate(number, mine))).ready).toHaveLength(1);
  });

  it('are settled when somebody else decided the field, and told, not dropped', () => {
    const taken = takeCandidate(number, theirs);
    expect(review({ open: [] }, chosen(taken))).toMatchObject({ ready: [], settled: [taken] });
  });

  it('see that what is typed in the document itself changed: it is in no revision yet', () => {
    const typed = (value: number) => open('effect.number', mine, theirs, { value });
    expect(seenOf(typed(90))).not.toBe(seenOf(typed(91)));
    expect(seenOf(typed(90))).toBe(seenOf({ candidates: typed(90).candidates.toReversed() }));
  });
});

describe('choices on the disk', () => {
  it('come back as they were, by forms that the store takes', () => {
    const all = [takeCandidate(number, mine), ownChoice(open('capabilities.lines/one/note', mine, theirs), 'regel één\nregel "twee"'), ownChoice(open('effect.text', mine, theirs), null)];
    const forms = Object.fromEntries(all.map((choice) => [formOf(choice.path), toForm(choice)]));
    expect(typedChanges.safeParse(forms).success).toBe(true);
    expect([...choicesIn(forms).values()]).toEqual(all);
  });

  it('are passed over when they are none', () => {
    expect(choicesIn({ other: { text: 'half getypt' }, broken: { path: 'effect.text', from: 'own', value: '{' } }).size).toBe(0);
  });

  it('have a form each', () => {
    const paths = ['effect.text', 'effect.period/start', 'effect.period/end', ...Array.from({ length: 500 }, (_, index) => `capabilities.lines/${index}/quantity`)];
    expect(new Set(paths.map(formOf)).size).toBe(paths.length);
  });
});

it('fields stand in the order of the document, a number before its note, the own value first', () => {
  const fields = [open('b.text', theirs, mine), open('a.lines/1/note', theirs, mine), open('a.lines/1/quantity', theirs, mine), open('gone', theirs, mine)];
  const ordered = inOrder(fields, ['a.lines', 'b.text'], 'ZL-01');
  expect(ordered.map(({ path }) => path)).toEqual(['a.lines/1/quantity', 'a.lines/1/note', 'b.text', 'gone']);
  expect(ordered[0]?.candidates[0]).toBe(mine);
});

describe('the input for a value of one’s own', () => {
  const request = fieldMap(documentFields('request', wvr51, []));
  const dossier = fieldMap(documentFields('dossier', undefined, []));
  const input = (kind: 'request' | 'dossier', path: string) => {
    const field = (kind === 'request' ? request : dossier).get(path.split('/')[0] ?? '');
    return ownInputOf(kind, { path, type: field?.type }, field)?.kind;
  };
  it.each([
    ['request', 'effect.text', 'field'],
    ['request', 'effect.period/end', 'moment'],
    ['request', 'capabilities.lines/x/quantity', 'quantity'],
    ['request', 'capabilities.lines/x/substitutes', 'text'],
    ['request', 'capabilities.lines/x', undefined],
    ['request', 'gone.field', undefined],
    ['dossier', 'title', 'text'],
    ['dossier', 'closed', 'yesNo'],
    ['dossier', 'startedAt', 'moment'],
    ['dossier', 'regions/VR24/grip', 'choice'],
    ['dossier', 'regions/VR24', undefined],
  ] as const)('%s %s', (kind, path, expected) => {
    expect(input(kind, path)).toBe(expected);
  });
});
