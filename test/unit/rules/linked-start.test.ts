/** Each fact once: what linked requests begin with, and that the store takes it as it is. */
import { expect, test } from 'vitest';
import { createLinked } from '../../../db/documents/links.ts';
import { openRequest } from '../../../db/documents/requests.ts';
import { linkedStart } from '../../../shared/rules/linked-start.ts';
import { linkedStore } from '../../helpers/linked-packs.ts';

test('a fact that two templates share stands once, and the first that says it counts; what one has alone stays with it', () => {
  const { desk } = linkedStore();
  const { reference } = desk;
  const [relief, order] = [reference.template('relief'), reference.template('order')];
  const start = linkedStart([
    { template: relief, values: { 'applicant.incident': 'Orkaan', 'effect.text': 'Voedsel', 'applicant.region': 'VR24' } },
    { template: order, values: { 'applicant.incident': 'Storm', 'situation.description': 'Plundering', 'effect.text': 'Rust' } },
  ]);
  expect(start).toEqual({
    values: { 'applicant.incident': 'Orkaan', 'situation.description': 'Plundering' },
    templates: [
      { templateId: 'relief', values: { 'effect.text': 'Voedsel', 'applicant.region': 'VR24' } },
      { templateId: 'order', values: { 'effect.text': 'Rust' } },
    ],
  });
  const made = createLinked(desk, start).map(({ id }) => openRequest(desk, id).values);
  expect(made.map((values) => [values['applicant.incident'], values['situation.description'], values['effect.text']])).toEqual([['Orkaan', 'Plundering', 'Voedsel'], ['Orkaan', 'Plundering', 'Rust']]);
});

test('two parts of one template are one request', () => {
  const relief = linkedStore().desk.reference.template('relief');
  const { templates } = linkedStart([
    { template: relief, values: { 'effect.text': 'Voedsel' } },
    { template: relief, values: { 'effect.text': 'Water', 'effect.number': 2 } },
  ]);
  expect(templates).toEqual([{ templateId: 'relief', values: { 'effect.text': 'Voedsel', 'effect.number': 2 } }]);
});
