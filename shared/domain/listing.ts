/** Lists of what a post has written, a page at a time: a post of years holds more requests than a window can hold or a person can read. */
import { z } from 'zod';
import { lifeShown } from './choices.ts';
import { adviceSummary } from './advice.ts';
import { documentId, slug } from './basics.ts';
import { dossierSummary } from './dossier.ts';
import { lifeRow, lifeState } from './life.ts';
import { requestState, requestSummary } from './request.ts';

/** The most that one answer holds. */
export const mostListed = 200;
/** What one answer holds when nobody asks for more or less. */
export const defaultListed = 100;

const page = {
  /** how many to pass by, of the list as it is ordered */
  from: z.int().nonnegative().optional(),
  limit: z.int().min(1).max(mostListed).optional(),
  direction: z.enum(['ascending', 'descending']).optional(),
} as const;

const total = z.int().nonnegative();

/** What is left out narrows nothing; without an order the newest work comes first. */
export const requestQuery = z.strictObject({
  ...page,
  /** every word must stand in the title, the number or the name of the region */
  find: z.string().max(200).optional(),
  state: requestState.optional(),
  templates: z.array(slug).max(100).optional(),
  dossierId: documentId.optional(),
  notInDossierId: documentId.optional(),
  spaceId: z.uuid().optional(),
  /** only where this post may write */
  writable: z.literal(true).optional(),
  sort: z.enum(['title', 'state', 'start', 'open', 'saved']).optional(),
});
export type RequestQuery = z.infer<typeof requestQuery>;

/** `total` counts what the query finds on all pages. */
export const requestPage = z.strictObject({ requests: z.array(requestSummary), total });
export type RequestPage = z.infer<typeof requestPage>;

export const dossierQuery = z.strictObject({
  ...page,
  /** every word must stand in the title, the number or the name of a region */
  find: z.string().max(200).optional(),
  closed: z.boolean().optional(),
  ids: z.array(documentId).max(mostListed).optional(),
  sort: z.enum(['title', 'requests', 'last', 'state', 'saved']).optional(),
});
export type DossierQuery = z.infer<typeof dossierQuery>;

export const dossierPage = z.strictObject({ dossiers: z.array(dossierSummary), total });
export type DossierPage = z.infer<typeof dossierPage>;

/** Of a request or a dossier, or all in view. */
export const adviceQuery = z.strictObject({
  ...page,
  /** every word must stand in the title, the number or the number of its request */
  find: z.string().max(200).optional(),
  requestId: documentId.optional(),
  dossierId: documentId.optional(),
  sort: z.enum(['title', 'outcome', 'state', 'request', 'proposals', 'saved']).optional(),
});
export type AdviceQuery = z.infer<typeof adviceQuery>;

export const advicePage = z.strictObject({ advices: z.array(adviceSummary), total });
export type AdvicePage = z.infer<typeof advicePage>;


export const lifeQuery = z.strictObject({
  ...page,
  /** every word must stand in the title or the number */
  find: z.string().max(200).optional(),
  shows: z.enum(lifeShown).optional(),
  state: lifeState.optional(),
  /** `tasks`: by the oldest of them; `compared`: those that differ first */
  sort: z.enum(['title', 'state', 'tasks', 'compared', 'saved']).optional(),
});
export type LifeQuery = z.infer<typeof lifeQuery>;

/** A page of the overview with what is counted of all of it, whatever the query narrows. */
export const lifePage = z.strictObject({
  rows: z.array(lifeRow),
  total,
  /** requests under way, and what is still to be done; how often advice and decision say the same, differ in part, differ, and how often a negative advice was granted all the same */
  figures: z.strictObject({ underWay: total, tasks: total, same: total, partly: total, differs: total, negativeGranted: total }),
  /** how many there are in each state; one in which nothing is is left out */
  states: z.array(z.strictObject({ state: lifeState, count: total })),
});
export type LifePage = z.infer<typeof lifePage>;

/** What of the requests asks for attention: of each kind the first few and how many there are. */
export const requestAttention = z.strictObject({
  /** drafts, the earliest start first, then the last saved */
  open: requestPage,
  /** drafts of which checks ask something, what blocks most first */
  missing: requestPage,
  /** drafts and finalised requests that start soon, and drafts whose start has passed; the earliest first */
  soon: requestPage,
  /** the last finalised */
  finalised: requestPage,
});
export type RequestAttention = z.infer<typeof requestAttention>;
