/** The part of the contract that is about what the packs hold, what the post adds to them, and search over all. */
import { z } from 'zod';
import { adviceCriterion } from '../domain/advice.ts';
import { instant, locale, slug } from '../domain/basics.ts';
import { capability, capabilityNote, effect } from '../domain/capability.ts';
import { contact, contactCompletion, duty } from '../domain/contact.ts';
import { finderData } from '../domain/finder.ts';
import { legalBasis } from '../domain/legal-basis.ts';
import { lifeReason } from '../domain/life.ts';
import { laidEntries, packSummary } from '../domain/pack.ts';
import { municipality, region } from '../domain/region.ts';
import { searchHit, searchKind } from '../domain/search.ts';
import { template } from '../domain/template.ts';
import { call, nothing, takenFile } from './call.ts';

/** A whole map: the pack was checked value by value when it was loaded, so here its kind is enough. */
const topology = z.custom<z.core.util.JSONType>((map) => typeof map === 'object' && map !== null && 'type' in map && map.type === 'Topology');

export const referenceCalls = {
  // — reference
  'reference.packs': call({ owner: 'store', repeatable: true, input: nothing, output: z.array(packSummary) }),
  /** all but the capabilities, of which there may be thousands */
  'reference.all': call({
    owner: 'store',
    repeatable: true,
    input: nothing,
    output: z.strictObject({
      regions: z.array(region),
      municipalities: z.array(municipality),
      effects: z.array(effect),
      legalBases: z.array(legalBasis),
      templates: z.array(template),
      adviceCriteria: z.array(adviceCriterion),
      lifeReasons: z.array(lifeReason),
      /** absent when no pack of the kind is loaded */
      finder: finderData.optional(),
      /** what the exercise in view lays over the packs, lowest first; empty in operational work */
      laid: z.array(laidEntries),
    }),
  }),
  /** the capabilities from the given place on, a part at a time; `total` counts all */
  'reference.capabilities': call({
    owner: 'store',
    repeatable: true,
    input: z.strictObject({ from: z.int().nonnegative().optional() }),
    output: z.strictObject({ capabilities: z.array(capability), total: z.int().nonnegative() }),
  }),
  /** TopoJSON with objects vr_features and gm_features; properties.code is VRxx or GMxxxx */
  'reference.map': call({ owner: 'store', repeatable: true, input: nothing, output: topology }),
  'search.find': call({
    owner: 'store',
    repeatable: true,
    input: z.strictObject({ text: z.string().max(200), kinds: z.array(searchKind).optional(), limit: z.int().min(1).max(50).optional() }),
    output: z.strictObject({ hits: z.array(searchHit), total: z.int().nonnegative(), tookMs: z.number().nonnegative() }),
  }),

  // — contacts: the pack's, and what this post knows beyond it
  'contacts.all': call({
    owner: 'store',
    repeatable: true,
    input: nothing,
    output: z.strictObject({ contacts: z.array(contact), completions: z.array(contactCompletion), duties: z.array(duty) }),
  }),
  /** takes the place of what was there; neither channels nor note removes it */
  'contacts.complete': call({ owner: 'store', repeatable: true, input: contactCompletion.omit({ savedAt: true }), output: contactCompletion }),
  /** with an id an existing duty changes */
  'contacts.saveDuty': call({ owner: 'store', input: duty.partial({ id: true }), output: duty }),
  'contacts.removeDuty': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: z.uuid() }), output: nothing }),

  /** saves a vCard 4.0 with what the post itself knows of the office */
  'contacts.vcard': call({ owner: 'shell', input: z.strictObject({ contactId: slug, locale: locale.optional() }), output: takenFile }),
  'clipboard.copy': call({ owner: 'shell', input: z.strictObject({ text: z.string().min(1).max(1_000_000) }), output: z.strictObject({ characters: z.int() }) }),

  // — the post's own notes on the catalogue
  'catalogue.notes': call({ owner: 'store', repeatable: true, input: nothing, output: z.array(capabilityNote) }),
  /** an empty text removes the note */
  'catalogue.saveNote': call({
    owner: 'store',
    repeatable: true,
    input: z.strictObject({ capabilityId: slug, text: z.string().max(5000) }),
    output: z.strictObject({ savedAt: instant }),
  }),
} as const;
