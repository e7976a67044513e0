/**
 * What stands in a form and is not entered yet (an entry of the log, a step of a request): kept on the disk as it is typed, of this
 * post alone, never part of a document. An entered form is an empty one.
 */
import { z } from 'zod';

/** the document that the form stands at, or the screen for a form that stands at none */
export const typingPlace = z.string().regex(/^[a-z0-9-]{1,60}$/, 'a document id or the word of a screen');
export const typingForm = z.string().regex(/^[a-zA-Z]{1,40}$/, 'the name of a form');

/** Texts by field of the form, as they stand in it: also what would not be taken yet. */
export const typedFields = z.record(z.string().regex(/^[a-zA-Z]{1,40}$/), z.string().max(60_000));
export type TypedFields = Readonly<Record<string, string>>;

export const typedForms = z.record(typingForm, typedFields);
/** Whole forms, null to empty one: repeating a change is harmless. */
export const typedChanges = z.record(typingForm, typedFields.nullable());
export type TypedChanges = Readonly<Record<string, TypedFields | null>>;
