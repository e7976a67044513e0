/**
 * The values of a case, put in the fields of the editor one after the other as a person does it with the keyboard: section by section, each
 * kind of field in its own way. What has no field on screen when its turn comes is given back.
 */
import { type Locator, type Page, expect } from '@playwright/test';
import type { CapabilityLine, FieldValue } from '../../shared/domain/request.ts';
import type { Template, TemplateField } from '../../shared/domain/template.ts';
import { call, requestHere, section } from './desk.ts';

export type FieldValues = Readonly<Record<string, FieldValue>>;

/** Without what says nothing: a no that is left out, the id of a line. */
const meant = (value: unknown): string => JSON.stringify(sorted(value));
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).filter(([key, member]) => key !== 'id' && member !== false).toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([key, member]) => [key, sorted(member)]));
}

const at = (window: Page, field: string): Locator => window.locator(`[id="field.${field}"]`);

async function typeIn(box: Locator, text: string): Promise<void> {
  await box.focus();
  await box.page().keyboard.press('Control+a');
  await box.page().keyboard.insertText(text);
}

/** Wall time in the Netherlands, which is what the zoned text begins with. */
const digits = (zoned: string): string => zoned.replace(/^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}).*$/, '$3$2$1$4$5');

async function typeMoment(inside: Locator, zoned: string): Promise<void> {
  await inside.getByRole('spinbutton').first().focus();
  await inside.page().keyboard.type(digits(zoned));
}

async function press(option: Locator): Promise<void> {
  await option.focus();
  await option.page().keyboard.press('Space');
  await expect(option).toBeChecked();
}

async function choose(field: Locator, label: string): Promise<void> {
  const radio = field.getByRole('radio', { name: label, exact: true });
  if ((await radio.count()) > 0) return press(radio);
  await field.getByRole('button').press('Enter');
  await field.page().getByRole('option', { name: label, exact: true }).press('Enter');
  await expect(field.page().getByRole('listbox')).toHaveCount(0);
}

async function search(box: Locator, text: string, option: string | RegExp): Promise<void> {
  await box.focus();
  await box.page().keyboard.type(text);
  const found = box.page().getByRole('option', { name: option }).first();
  await expect(found).toBeVisible();
  // the list keeps its focus in the field; the arrow walks to the option
  while ((await found.getAttribute('id')) !== (await box.getAttribute('aria-activedescendant'))) await box.press('ArrowDown');
  await box.press('Enter');
  await expect(box.page().getByRole('listbox')).toHaveCount(0);
}

async function typeParts(field: Locator, parts: readonly (readonly [string, string | undefined])[]): Promise<void> {
  for (const [label, text] of parts) if (text !== undefined) await typeIn(field.getByRole('textbox', { name: label, exact: true }), text);
}

async function putLine(window: Page, field: Locator, line: CapabilityLine, number: number, nameOf: (capability: string) => string): Promise<void> {
  if (line.capabilityId === undefined) await field.getByRole('button', { name: 'Voeg eigen omschrijving toe' }).press('Enter');
  else await search(field.getByRole('combobox'), nameOf(line.capabilityId), new RegExp(`^${nameOf(line.capabilityId).replaceAll(/[.()]/g, '.')}`));
  const row = window.getByRole('listitem', { name: new RegExp(`^Regel ${number}:`) });
  await expect(row).toBeVisible();
  await typeParts(row, [['Omschrijving', line.description], ['Eenheid', line.unit], ['Aantal', line.quantity?.toString()], ['Mensen in totaal', line.people?.toString()], ['Opmerking', line.note]]);
  if (line.substitutes !== undefined) await typeIn(row.getByRole('textbox', { name: /^Vervangend/ }), line.substitutes);
}

async function put(window: Page, field: TemplateField, value: FieldValue, nameOf: (kind: 'capability' | 'municipality' | 'region', id: string) => string): Promise<void> {
  const here = at(window, field.id);
  const record = (typeof value === 'object' && !Array.isArray(value) ? value : {}) as Readonly<Record<string, string | boolean | undefined>>;
  const part = (key: string): string | undefined => (typeof record[key] === 'string' ? record[key] : undefined);
  switch (field.type) {
    case 'text':
    case 'longText':
    case 'number':
      return typeIn(here.getByRole('textbox'), String(value));
    case 'choice':
      return choose(here, field.options?.find((option) => option.value === value)?.label.nl ?? String(value));
    case 'yesNo':
      return choose(here, value === true ? 'Ja' : 'Nee');
    case 'dateTime':
      return typeMoment(here, String(value));
    case 'period':
      for (const [label, key] of [['Begin', 'start'], ['Einde', 'end']] as const) if (part(key) !== undefined) await typeMoment(here.getByRole('group', { name: label, exact: true }), part(key) ?? '');
      return;
    case 'region':
      return search(here.getByRole('combobox'), nameOf('region', String(value)), new RegExp(`^${nameOf('region', String(value))}`));
    case 'municipalities':
      for (const code of value as readonly string[]) {
        const name = nameOf('municipality', code);
        if ((await here.getByRole('button', { name: `Verwijder ${name}` }).count()) === 0) await search(here.getByRole('combobox'), name, new RegExp(`^${name}`));
      }
      return;
    case 'contact':
      return typeParts(here, [['Functie', part('function')], ['Telefoon', part('phone')], ['Naam (mag leeg)', part('name')], ['E-mail', part('mail')]]);
    case 'place':
      return typeParts(here, [['Omschrijving', part('description')], ['Coördinaten', part('coordinates')]]);
    case 'capabilityLines':
      for (const [index, line] of (value as readonly CapabilityLine[]).entries()) await putLine(window, here, line, index + 1, (id) => nameOf('capability', id));
      return;
    case 'signature':
      await typeParts(here, [['Ambt', part('office')], ['Naam', part('name')]]);
      if (part('signedAt') !== undefined) await typeMoment(here, part('signedAt') ?? '');
      if (record['mandated'] === true) await press(here.getByRole('checkbox'));
      return typeParts(here, [['Mandaat (besluit of regeling)', part('mandate')]]);
    case 'attachments':
      return;
  }
}

export async function fillCase(window: Page, values: FieldValues, template: Template | undefined): Promise<readonly string[]> {
  const { regions, municipalities } = await call(window, 'reference.all', {});
  const { capabilities } = await call(window, 'reference.capabilities', {});
  const nameOf = (kind: 'capability' | 'municipality' | 'region', id: string): string => {
    const name = kind === 'capability' ? capabilities.find((one) => one.id === id)?.name.nl : (kind === 'region' ? regions : municipalities).find(({ code }) => code === id)?.name;
    if (name === undefined) throw new Error(`no ${kind} ${id}`);
    return name;
  };
  const withoutField: string[] = [];
  const steps = window.getByRole('navigation', { name: 'Onderdelen' });
  for (const { title, fields } of template?.sections ?? []) {
    const wanted = fields.filter(({ id }) => values[id] !== undefined);
    const step = steps.getByRole('button', { name: new RegExp(`^${title.nl}`) });
    if (wanted.length === 0 || (await step.count()) === 0) {
      withoutField.push(...wanted.map(({ id }) => id));
      continue;
    }
    await step.press('Enter');
    await expect(section(window, title.nl)).toBeVisible();
    const { values: standing } = await call(window, 'request.open', { id: requestHere(window) });
    for (const field of wanted) {
      const value = values[field.id];
      if (value === undefined || meant(standing[field.id]) === meant(value)) continue;
      if ((await at(window, field.id).count()) === 0) withoutField.push(field.id);
      else await put(window, field, value, nameOf);
    }
  }
  return withoutField;
}
