/** The part of the contract that is about spaces, history, differences and exchange. */
import { z } from 'zod';
import { documentId, revisionId } from '../domain/basics.ts';
import { decision, differenceDetail, differenceSummary, documentName } from '../domain/difference.ts';
import { bundleChoice, carrierStanding, exchangeRunning, hubStanding, importReport, newSpace } from '../domain/exchange.ts';
import { documentHistory, fieldChange, shownRevision } from '../domain/history.ts';
import { givenInvitation, invitation, memberName, postCard, publicKeyText, spaceDetail, spaceHoldings, spaceId, spaceRole, spaceSummary, spaceView } from '../domain/space.ts';
import { call, nothing, saved, takenFile } from './call.ts';

/** a card or an invitation: words as they were read aloud, or the text of a file */
const heard = z.string().trim().min(1).max(5_000_000);
const oneSpace = z.strictObject({ id: spaceId });

export const hub = z.strictObject({ url: z.url({ protocol: /^https$/ }).max(500), pin: z.string().trim().min(8).max(100), admission: z.string().max(200).optional() });
export type Hub = z.infer<typeof hub>;

export const exchangeCalls = {
  // — spaces
  'space.list': call({ owner: 'store', repeatable: true, input: nothing, output: z.array(spaceSummary) }),
  'space.open': call({ owner: 'store', repeatable: true, input: oneSpace, output: spaceDetail }),
  'space.create': call({ owner: 'store', input: newSpace, output: spaceSummary }),
  /** the keys of this post, for whoever is to invite it: as words to read aloud; as a file with `space.saveCard` */
  'space.card': call({ owner: 'store', repeatable: true, input: nothing, output: z.strictObject({ words: z.array(z.string()), card: postCard }) }),
  'space.saveCard': call({ owner: 'shell', input: nothing, output: takenFile }),
  'space.readCard': call({ owner: 'store', repeatable: true, input: z.strictObject({ text: heard }), output: postCard }),
  /** admits one post; `name` where its card was read aloud and has none. The answer is the invitation by words; the file: `space.saveInvitation`. */
  'space.invite': call({
    owner: 'store',
    input: z.strictObject({ id: spaceId, card: heard, name: memberName.optional(), role: spaceRole, days: z.int().min(1).max(90) }),
    output: givenInvitation,
  }),
  /** the invitation of a post that was invited and has not been heard of, once more */
  'space.invitation': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: spaceId, signKey: publicKeyText }), output: givenInvitation }),
  /** `hub`: the one over which the invited post is to exchange, of those that this post knows; null for none */
  'space.saveInvitation': call({ owner: 'shell', input: z.strictObject({ id: spaceId, signKey: publicKeyText, hub: hub.shape.pin.nullable() }), output: takenFile }),
  'space.readInvitation': call({ owner: 'store', repeatable: true, input: z.strictObject({ text: heard }), output: invitation }),
  /** the hub that a file names is added to those of this post */
  'space.join': call({ owner: 'store', repeatable: true, input: z.strictObject({ text: heard }), output: spaceSummary }),
  /** an invitation by words that nothing came of: takes it off this post */
  'space.forget': call({ owner: 'store', repeatable: true, input: oneSpace, output: z.array(spaceSummary) }),
  'space.leave': call({ owner: 'store', input: oneSpace, output: spaceDetail }),
  /** what comes after has a new key; `holds` is what the removed post keeps: it cannot be taken back */
  'space.remove': call({
    owner: 'store',
    input: z.strictObject({ id: spaceId, signKey: publicKeyText }),
    output: z.strictObject({ space: spaceDetail, holds: spaceHoldings }),
  }),
  'space.setRole': call({ owner: 'store', input: z.strictObject({ id: spaceId, signKey: publicKeyText, role: spaceRole }), output: spaceDetail }),
  'space.setHome': call({ owner: 'store', repeatable: true, input: oneSpace, output: z.array(spaceSummary) }),
  /** an exercise is over; nothing in it changes any more */
  'space.freeze': call({ owner: 'store', input: oneSpace, output: spaceDetail }),
  /** takes an exercise off this post with all that is in it */
  'space.erase': call({ owner: 'store', input: oneSpace, output: z.array(spaceSummary) }),

  /** what the post works in: every list, count and search looks at it alone */
  'space.view': call({ owner: 'store', repeatable: true, input: nothing, output: z.strictObject({ view: spaceView }) }),
  /** goes to an exercise, null: back to operational work. `space.viewChanged` tells of it. */
  'space.enter': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: spaceId.nullable() }), output: z.strictObject({ view: spaceView }) }),

  // — history of a document of any kind
  'history.of': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId }), output: documentHistory }),
  'history.show': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId, revisionId }), output: shownRevision }),
  /** without `to`: with the working copy */
  'history.compare': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId, from: revisionId, to: revisionId.optional() }), output: z.array(fieldChange) }),
  'history.bringBack': call({ owner: 'store', input: z.strictObject({ id: documentId, revisionId, seq: z.int().nonnegative() }), output: saved }),

  /** what the documents of a report are called: those in view that are shared; others are left out */
  'exchange.named': call({ owner: 'store', repeatable: true, input: z.strictObject({ documents: z.array(documentId).max(500) }), output: z.array(documentName) }),

  // — differences
  'difference.list': call({ owner: 'store', repeatable: true, input: nothing, output: z.array(differenceSummary) }),
  'difference.open': call({ owner: 'store', repeatable: true, input: z.strictObject({ id: documentId }), output: differenceDetail }),
  /** `seq` is the working copy that the person saw; what is not decided stays open */
  'difference.decide': call({
    owner: 'store',
    input: z.strictObject({ id: documentId, seq: z.int().nonnegative(), decisions: z.array(decision).min(1).max(500) }),
    output: saved.extend({ left: z.int().nonnegative() }),
  }),

  // — exchange
  'exchange.status': call({
    owner: 'store',
    repeatable: true,
    input: nothing,
    output: z.strictObject({
      carriers: z.array(carrierStanding),
      hubs: z.array(hubStanding),
      /** per space: what no carrier and no file has taken along yet, what waits for something, and how many other posts there are to send to */
      spaces: z.array(z.strictObject({ spaceId, unsent: z.int().nonnegative(), waiting: z.int().nonnegative(), others: z.int().nonnegative() })),
      running: exchangeRunning.optional(),
      /** whether this post exchanges with its hubs by itself */
      byItself: z.boolean(),
    }),
  }),
  'exchange.addHub': call({ owner: 'store', repeatable: true, input: hub, output: nothing }),
  'exchange.removeHub': call({ owner: 'store', repeatable: true, input: z.strictObject({ pin: hub.shape.pin }), output: nothing }),
  /** starts in the background; `exchange.progress` and `exchange.ended` tell of it. Without `spaces`: all that this post is in. */
  'exchange.run': call({ owner: 'store', input: z.strictObject({ pin: hub.shape.pin, spaces: z.array(spaceId).max(50).optional() }), output: z.strictObject({ job: z.uuid() }) }),
  'exchange.setByItself': call({ owner: 'store', repeatable: true, input: z.strictObject({ on: z.boolean() }), output: nothing }),
  'exchange.cancel': call({ owner: 'store', repeatable: true, input: z.strictObject({ job: z.uuid() }), output: nothing }),
  /** after `hub.lost`, when a person has said to go on: everything is sent and asked for again */
  'exchange.startAnew': call({ owner: 'store', repeatable: true, input: z.strictObject({ pin: hub.shape.pin }), output: nothing }),
  /** asks where, and writes the file whole or not at all */
  'exchange.writeFile': call({ owner: 'shell', input: bundleChoice, output: takenFile.extend({ envelopes: z.int().nonnegative() }) }),
  /** asks which file; an exchange file is taken in at once, a card or an invitation is only read */
  'exchange.readFile': call({
    owner: 'shell',
    input: nothing,
    output: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('cancelled') }),
      z.strictObject({ kind: z.literal('bundle'), name: z.string(), report: importReport }),
      /** `text` goes to `space.readCard` and `space.invite`, or to `space.readInvitation` and `space.join` */
      z.strictObject({ kind: z.literal('card'), name: z.string(), text: z.string(), card: postCard }),
      z.strictObject({ kind: z.literal('invitation'), name: z.string(), text: z.string(), invitation }),
    ]),
  }),
} as const;
