import { describe, expect, it } from 'vitest';
import { createDraft, type Draft } from '../../../renderer/app/draft/draft-store.ts';
import { copySpaces } from '../../../renderer/app/copies/copy-spaces.ts';
import { findingsOfLine, isAtLine } from '../../../renderer/features/requests/fields/line-findings.ts';
import type { Finding } from '../../../shared/domain/assessment.ts';
import type { FieldValues } from '../../../shared/domain/request.ts';
import type { SpaceSummary } from '../../../shared/domain/space.ts';
import { splitsByMunicipality } from '../../../shared/rules/own-requests.ts';
import { supportTemplate } from '../../helpers/support-request.ts';

describe('one request per municipality', () => {
  it('is asked where a mayor asks, possible where several municipalities stand in the draft, else not offered', () => {
    expect(splitsByMunicipality(supportTemplate, { 'applicant.actor': 'mayor' })).toBe('asked');
    expect(splitsByMunicipality(supportTemplate, { 'applicant.actor': 'minister', 'applicant.municipalities': ['GM0088', 'GM0093'] })).toBe('possible');
    expect(splitsByMunicipality(supportTemplate, { 'applicant.actor': 'minister', 'applicant.municipalities': ['GM0344'] })).toBe('no');
  });

  it('is not offered by a template without a field of one municipality alone', () => {
    const sections = supportTemplate.sections.map((section) => ({ ...section, fields: section.fields.map(({ perMunicipality: _none, ...field }) => field) }));
    expect(splitsByMunicipality({ ...supportTemplate, sections }, { 'applicant.actor': 'mayor' })).toBe('no');
  });
});

describe('remarks at a capability line', () => {
  const lines = [
    { id: 'a', capabilityId: 'engineers', description: 'Genie' },
    { id: 'b', capabilityId: 'engineers', description: 'Genie, nacht' },
    { id: 'c', description: '' },
    { id: 'd', description: '' },
  ];
  const finding = (line: string, outcome: Finding['outcome'] = 'warns'): Finding => ({ checkId: 'double-count.people', outcome, messageId: 'checks.people.twice', values: { line }, field: 'capabilities.lines', source: '' });

  it('stand at the line they name and at each line for the same capability', () => {
    expect(lines.map((line) => findingsOfLine([finding('a')], lines, line).length)).toEqual([1, 1, 0, 0]);
  });

  it('do not spread over lines that say nothing yet', () => {
    expect(lines.map((line) => findingsOfLine([finding('c')], lines, line).length)).toEqual([0, 0, 1, 0]);
  });

  it('that are in order, or name a line that is gone, stand at none', () => {
    expect(lines.flatMap((line) => findingsOfLine([finding('a', 'ok'), finding('gone')], lines, line))).toEqual([]);
    expect(isAtLine(finding('gone'), lines)).toBe(false);
    expect(isAtLine(finding('b'), lines)).toBe(true);
  });
});

describe('a draft takes over what was written elsewhere', () => {
  const open = (values: FieldValues): { draft: Draft; answer: (seq: number) => void } => {
    let release: (seq: number) => void = () => undefined;
    const draft = createDraft({
      values,
      seq: 1,
      savedAt: '2026-11-22T01:00:00.000Z',
      send: () => new Promise((resolve) => (release = (seq) => resolve({ ok: true, value: { seq, savedAt: '2026-11-22T01:00:01.000Z' } }))),
    });
    return { draft, answer: (seq) => release(seq) };
  };
  const stored = (seq: number, values: FieldValues): Parameters<Draft['takeOver']>[0] => ({ seq, values, savedAt: '2026-11-22T01:00:02.000Z' });

  it('and keeps what is being typed, and its undo', () => {
    const { draft } = open({ 'situation.description': 'Oud', 'situation.locations': 'Strand' });
    draft.type('situation.description', 'Hier getypt');
    draft.takeOver(stored(2, { 'situation.description': 'Oud', 'situation.locations': 'Beide stranden', 'costs.payer': 'De rederij' }));
    expect(draft.store.getState().values).toEqual({ 'situation.description': 'Hier getypt', 'situation.locations': 'Beide stranden', 'costs.payer': 'De rederij' });
    expect(draft.undo()).toEqual(['situation.description']);
    expect(draft.store.getState().values['situation.description']).toBe('Oud');
    draft.dispose();
  });

  it('but not what is older than its own last save', async () => {
    const { draft, answer } = open({});
    draft.type('effect.text', 'Nieuw');
    const flushed = draft.flush();
    answer(5);
    await flushed;
    draft.takeOver(stored(4, { 'effect.text': 'Ouder' }));
    expect(draft.store.getState().values).toEqual({ 'effect.text': 'Nieuw' });
    expect(draft.store.getState().seq).toBe(5);
  });
});

describe('the spaces that a copy may lie in', () => {
  const space = (id: string, more: Partial<SpaceSummary> = {}): SpaceSummary => ({ id, kind: 'region', name: id, standing: 'editor', home: false, frozen: false, members: 2, documents: 1, differences: 0, createdAt: '2026-11-22T09:00:00.000Z', ...more });
  const all = [space('home', { standing: 'keeper' }), space('command', { kind: 'command' }), space('reads', { standing: 'reader' }), space('left', { standing: 'left' }), space('drill', { kind: 'exercise' }), space('over', { kind: 'exercise', frozen: true })];
  const names = (from: string) => copySpaces(all, from).map(({ id }) => id);

  it('are those in which this post writes, that of the request first', () => {
    expect(names('command')).toEqual(['command', 'home', 'drill']);
  });

  it('are exercises alone for what was made in one: it never becomes operational', () => {
    expect(names('drill')).toEqual(['drill']);
    expect(names('over')).toEqual(['drill']);
  });
});
