import type { Migration } from '../migrate.ts';
import { postAndPacks } from './0001-post-and-packs.ts';
import { documents } from './0002-documents.ts';
import { trail } from './0003-trail.ts';
import { search } from './0004-search.ts';
import { localKnowledge } from './0005-local-knowledge.ts';
import { dossiers } from './0006-dossiers.ts';
import { attachments } from './0007-attachments.ts';
import { searchByField } from './0008-search-by-field.ts';
import { claimsInTime } from './0009-claims-in-time.ts';
import { logCorrections } from './0010-log-corrections.ts';
import { halfTyped } from './0011-half-typed.ts';
import { lists } from './0012-lists.ts';
import { validatedPacks } from './0013-validated-packs.ts';
import { adviceAndLife } from './0014-advice-and-life.ts';
import { exchange } from './0015-exchange.ts';
import { hubs } from './0016-hubs.ts';
import { exercises } from './0017-exercises.ts';
import { exchangeStanding } from './0018-exchange-standing.ts';
import { inOrderOfArrival } from './0019-in-order-of-arrival.ts';
import { searchBeginnings } from './0020-search-beginnings.ts';
import { statementTimes } from './0021-statement-times.ts';
import { unsealedInOrder } from './0022-unsealed-in-order.ts';
import { originNamed } from './0023-origin-named.ts';
import { waitingOfACarrier } from './0024-waiting-of-a-carrier.ts';
import { lostKeys } from './0025-lost-keys.ts';

/** In the order in which they run. A released migration never changes; a change is a new one. */
export const migrations: readonly Migration[] = [postAndPacks, documents, trail, search, localKnowledge, dossiers, attachments, searchByField, claimsInTime, logCorrections, halfTyped, lists, validatedPacks, adviceAndLife, exchange, hubs, exercises, exchangeStanding, inOrderOfArrival, searchBeginnings, statementTimes, unsealedInOrder, originNamed, waitingOfACarrier, lostKeys];
