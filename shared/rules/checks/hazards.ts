/** Hazardous substances: before people go in, someone who knows the substance must have spoken. */
import { citation } from '../citation.ts';
import { read, readText } from '../values.ts';
import { type Check, askedCapabilities, none, nothing, remark } from './check.ts';
import { substanceIn } from './substance-words.ts';

const substancesField = 'conditions.substances';
const adviceField = 'conditions.cbrnAdvice';
const hazardsField = 'conditions.hazards';
const places = [hazardsField, 'conditions.substanceNames', 'situation.description', 'situation.locations'] as const;

/** The CBRN response unit advises without a request in an incident, and by request where it is planned. */
const source = citation({ source: 'Defensie, CBRN Respons Eenheid' });
/** effect of the catalogue under which CBRN expertise stands */
const expertise = 'cbrn';

/**
 * MSC Zoe (2019) is the case: bags of peroxide among the cargo that soldiers cleared. A substance that is present, suspected or named
 * asks for CBRN expertise among the capabilities, or for the advice that was given.
 */
export const cbrn: Check = (context) => {
  const { values, shown } = context;
  const state = shown.has(substancesField) ? read(values, substancesField, 'choice') : undefined;
  const named = places.map((id) => (shown.has(id) ? substanceIn(readText(values, id) ?? '') : undefined)).find((word) => word !== undefined);
  if (state === 'noneKnown') {
    return named === undefined ? nothing : [remark('warns', 'checks.hazards.contradiction', substancesField, source, { substance: named })];
  }
  if (state === undefined && named === undefined) return nothing;
  const advised = shown.has(adviceField) && readText(values, adviceField) !== undefined;
  if (advised || askedCapabilities(context).some(({ capability }) => capability.effects.includes(expertise))) {
    return [remark('ok', 'checks.hazards.advised', advised ? adviceField : 'capabilities.lines', source)];
  }
  const field = shown.has(adviceField) ? adviceField : hazardsField;
  return [remark('warns', 'checks.hazards.noAdvice', field, source, { substance: named ?? readText(values, 'conditions.substanceNames') ?? none })];
};
