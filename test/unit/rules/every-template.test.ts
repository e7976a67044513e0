/** Every template, whoever asks for whatever: it can be drafted whole, nothing formal stands against it, and its papers come out. */
import { describe, expect, it } from 'vitest';
import { assess } from '../../../shared/rules/assess.ts';
import { shownFields } from '../../../shared/rules/conditions.ts';
import { fillState } from '../../../shared/rules/values.ts';
import { basisOf, filled, filledValues, templates } from '../../helpers/filled-draft.ts';

const ids = ['acsm-1', 'acsm-3', 'bes-58', 'bes-6', 'bes-7', 'msob', 'pw-57-criminal', 'pw-57-order', 'pw-58-criminal', 'pw-58-order', 'pw-62', 'wvr-51'];

describe('the templates', () => {
  it('are one for each basis and purpose', () => {
    expect(templates.map(({ id }) => id).toSorted()).toEqual(ids);
  });

  it('send to the office that the first step of the chain asks, or to the desk that takes it in', () => {
    const wrong = templates.filter((template) => {
      const to = template.sections.flatMap(({ fields }) => fields).find(({ id }) => id === 'sending.to');
      const asked = basisOf(template).chain.filter(({ kind }) => kind === 'asks' || kind === 'forwards').map((step) => step.to);
      return !to?.options?.every(({ value }) => asked.some((one) => one === value) || basisOf(template).chain.some((step) => step.from === value));
    });
    expect(wrong.map(({ id }) => id)).toEqual([]);
  });

  it('mark what linked requests share by the id of the field alike', () => {
    const marks = Map.groupBy(templates.flatMap(({ sections }) => sections.flatMap(({ fields }) => fields)), ({ id }) => id);
    expect([...marks].filter(([, fields]) => new Set(fields.map(({ common }) => common)).size > 1).map(([id]) => id)).toEqual([]);
  });
});

describe.each(ids)('%s', (id) => {
  const template = templates.find((one) => one.id === id)!;
  const fieldsIn = template.sections.flatMap(({ fields }) => fields);

  it('has no remark that blocks once every field is filled by whoever may ask', () => {
    const { findings, completeness } = assess(filled(id));
    expect(findings.filter(({ outcome }) => outcome === 'blocks')).toEqual([]);
    expect(completeness.filled).toBe(completeness.required);
  });

  it('shows and fills every field that it asks for', () => {
    const values = filledValues(template);
    const empty = [...shownFields(template, values).values()].filter((field) => fillState(values, field) !== 'filled');
    expect(empty.map((field) => field.id)).toEqual([]);
  });

  it('says of an empty draft who may ask, what must be reached and when', () => {
    const blocking = assess({ ...filled(id), values: {} }).findings.filter(({ outcome }) => outcome === 'blocks').map(({ field }) => field);
    expect(blocking).toEqual(expect.arrayContaining(['applicant.actor', 'effect.text', 'effect.period', 'sending.to', 'sending.signature']));
  });

  it('asks what dossier 1.9 and the answers ask of every request', () => {
    const asked = [
      'applicant.contact', 'applicant.incident', 'applicant.exercise', 'applicant.oral', 'applicant.oralAt', 'applicant.oralTakenBy', 'situation.description', 'situation.locations', 'situation.place',
      'situation.threat', 'situation.civilUnits', 'effect.text', 'effect.period', 'effect.rhythm', 'capabilities.lines', 'capabilities.skills', 'capabilities.skillsProvided', 'motivation.notOtherwise',
      'motivation.notInTime', 'motivation.notSufficient', 'motivation.tried', 'conditions.reportTo', 'conditions.reportingPlace', 'conditions.lodging', 'conditions.hazards', 'conditions.substances',
      'conditions.armed', 'conditions.command', 'conditions.communications', 'conditions.media', 'costs.arrangement', 'costs.payer', 'sending.to', 'sending.copies', 'sending.files', 'sending.signature',
    ];
    expect(asked.filter((field) => !fieldsIn.some((one) => one.id === field))).toEqual([]);
  });

  it('asks for arms in words only where the basis can give powers', () => {
    expect(fieldsIn.some((field) => field.id === 'conditions.armament')).toBe(basisOf(template).forcePowers.state !== 'no');
  });
});
