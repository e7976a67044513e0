/** Answers to the calls about spaces, history, differences and exchange. */
import { compareRevisions, historyOf, showRevision } from '../../db/documents/history.ts';
import { spaces } from '../../db/documents/spaces.ts';
import { enterSpace, viewOf } from '../../db/documents/view.ts';
import { bringBack } from '../../db/exchange/bring-back.ts';
import { decide, listDifferences, namesOf, openDifference } from '../../db/exchange/differences.ts';
import { addHub, exchangesByItself, forgetEnd, removeHub, setByItself } from '../../db/exchange/hubs.ts';
import { givenInvitation, invite, join, ownCard, readCard, readInvitation } from '../../db/exchange/invitations.ts';
import { membershipOf } from '../../db/exchange/members.ts';
import { waitingIn } from '../../db/exchange/parked.ts';
import { carrierStandings, startAnew, unsentOf } from '../../db/exchange/run.ts';
import { eraseExercise, forgetAwaited, freezeWithWork, heldByAll, leave, listSpaces, makeSpace, openSpace, removeMember, setHome, setRole } from '../../db/exchange/spaces.ts';
import type { CallName } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { tell, tellView, whenOpen, withExchange } from './answer.ts';
import type { Exchanging } from './exchanging.ts';
import type { Emit } from './session.ts';

export const exchangeAnswers = {
  'space.list': whenOpen('space.list', listSpaces),
  'space.open': whenOpen('space.open', (desk, { id }) => openSpace(desk, id)),
  'space.create': whenOpen('space.create', makeSpace),
  'space.card': whenOpen('space.card', (desk) => {
    const { words, card } = ownCard(desk);
    return { words, card };
  }),
  'space.readCard': whenOpen('space.readCard', (_, { text }) => readCard(text)),
  'space.invite': whenOpen('space.invite', (desk, { id, card: text, name, role, days }) => {
    const read = readCard(text);
    const card = read.name === undefined && name !== undefined ? { ...read, name } : read;
    return invite(desk, id, { card, role, days });
  }),
  'space.invitation': whenOpen('space.invitation', (desk, { id, signKey }) => givenInvitation(desk, id, signKey)),
  'space.readInvitation': whenOpen('space.readInvitation', (desk, { text }) => readInvitation(desk, text)),
  'space.join': whenOpen('space.join', (desk, { text }) => {
    const id = join(desk, text);
    const joined = listSpaces(desk).find((one) => one.id === id);
    if (!joined) throw new AppError('space.unknown', 'the space that was joined is not there');
    return joined;
  }),
  'space.forget': whenOpen('space.forget', (desk, { id }) => {
    forgetAwaited(desk, id);
    return listSpaces(desk);
  }),
  'space.leave': whenOpen('space.leave', (desk, { id }) => leave(desk, id)),
  'space.remove': whenOpen('space.remove', (desk, { id, signKey }) => {
    const holds = heldByAll(desk, id);
    return { space: removeMember(desk, id, signKey), holds };
  }),
  'space.setRole': whenOpen('space.setRole', (desk, { id, signKey, role }) => setRole(desk, id, signKey, role)),
  'space.setHome': whenOpen('space.setHome', (desk, { id }) => setHome(desk, id)),
  'space.freeze': whenOpen('space.freeze', (desk, { id }, emit) => tellView(desk, emit, () => freezeWithWork(desk, id))),
  'space.erase': whenOpen('space.erase', (desk, { id }, emit) =>
    tellView(desk, emit, () => {
      eraseExercise(desk, id);
      return listSpaces(desk);
    }),
  ),
  'space.view': whenOpen('space.view', ({ file }) => ({ view: viewOf(file) })),
  'space.enter': whenOpen('space.enter', (desk, { id }, emit) => tellView(desk, emit, () => ({ view: enterSpace(desk.file, id) }))),

  'history.of': whenOpen('history.of', (desk, { id }) => historyOf(desk, id)),
  'history.show': whenOpen('history.show', (desk, { id, revisionId }) => showRevision(desk, id, revisionId)),
  'history.compare': whenOpen('history.compare', (desk, { id, from, to }) => compareRevisions(desk, id, from, to)),
  'history.bringBack': whenOpen('history.bringBack', (desk, { id, revisionId, seq }, emit) => {
    const saved = bringBack(desk, id, revisionId, seq);
    tell(emit, { id, ...saved });
    return saved;
  }),

  'exchange.named': whenOpen('exchange.named', (desk, { documents }) => namesOf(desk, documents)),
  'difference.list': whenOpen('difference.list', listDifferences),
  'difference.open': whenOpen('difference.open', (desk, { id }) => openDifference(desk, id)),
  'difference.decide': whenOpen('difference.decide', (desk, { id, seq, decisions }, emit) => {
    const decided = decide(desk, id, seq, decisions);
    tell(emit, { id, seq: decided.seq, savedAt: decided.savedAt });
    return decided;
  }),

  'exchange.status': withExchange('exchange.status', (exchanging, _, desk) => {
    const running = exchanging.running();
    return {
      carriers: carrierStandings(desk),
      hubs: exchanging.hubs(),
      // a post that only reads, or is out, sends nothing of what it wrote before
      spaces: spaces(desk.file).map(({ id, standing }) => ({ spaceId: id, unsent: standing === 'keeper' || standing === 'editor' ? unsentOf(desk, id) : 0, waiting: waitingIn(desk.file, id), others: Math.max(0, (membershipOf(desk.file, id)?.members.size ?? 1) - 1) })),
      byItself: exchangesByItself(desk.file),
      ...(running === undefined ? {} : { running }),
    };
  }),
  'exchange.addHub': withExchange('exchange.addHub', (exchanging, hub, desk, emit) => {
    addHub(desk, hub);
    return changed(exchanging, emit);
  }),
  'exchange.removeHub': withExchange('exchange.removeHub', (exchanging, { pin }, desk, emit) => {
    removeHub(desk, pin);
    return changed(exchanging, emit);
  }),
  'exchange.run': withExchange('exchange.run', (exchanging, { pin, spaces: wanted }) => ({ job: exchanging.run(pin, wanted) })),
  'exchange.setByItself': withExchange('exchange.setByItself', (exchanging, { on }, desk, emit) => {
    setByItself(desk.file, on);
    return changed(exchanging, emit);
  }),
  'exchange.cancel': withExchange('exchange.cancel', (exchanging, { job }) => {
    exchanging.cancel(job);
    return {};
  }),
  'exchange.startAnew': withExchange('exchange.startAnew', (exchanging, { pin }, desk, emit) => {
    desk.file.atomically(() => {
      startAnew(desk, `hub:${pin}`);
      forgetEnd(desk, pin);
    });
    return changed(exchanging, emit);
  }),
} as const;

function changed(exchanging: Exchanging, emit: Emit): Record<string, never> {
  exchanging.soon();
  emit('exchange.changed', {});
  return {};
}

/** What other posts need at once and no document tells: who belongs to a space. */
export const toldSoon: ReadonlySet<CallName> = new Set(['space.create', 'space.invite', 'space.join', 'space.leave', 'space.remove', 'space.setRole', 'space.freeze']);
