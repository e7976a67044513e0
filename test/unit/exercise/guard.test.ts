/** In a frozen exercise, and for a reader, nothing is written: every call of the contract is named here, as one that writes or as one that reads. */
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createAdvice, saveAdvice } from '../../../db/advices/advices.ts';
import { finaliseAdvice } from '../../../db/advices/versions.ts';
import { createRequest, openRequest } from '../../../db/documents/requests.ts';
import { splitRequest } from '../../../db/documents/split.ts';
import { finaliseRequest } from '../../../db/documents/versions.ts';
import { enterSpace } from '../../../db/documents/view.ts';
import { attach } from '../../../db/dossiers/attachments.ts';
import { createDossier } from '../../../db/dossiers/dossiers.ts';
import { writeEntry } from '../../../db/dossiers/log.ts';
import { freeze, makeSpace } from '../../../db/exchange/spaces.ts';
import { exampleText } from '../../../db/exercise/examples.ts';
import { addScript, direct } from '../../../db/exercise/script.ts';
import { sql } from '../../../db/file/driver.ts';
import { dispatch } from '../../../electron/store/dispatch.ts';
import type { Session } from '../../../electron/store/session.ts';
import { type CallInput, type CallName, type CallOutput, calls } from '../../../shared/contract.ts';
import { linkedStore } from '../../helpers/linked-packs.ts';
import { codeOf } from '../../helpers/store.ts';

/** An exercise with one document of everything, in view. */
function exercise() {
  const store = linkedStore();
  const { desk } = store;
  const space = makeSpace(desk, { kind: 'exercise', name: 'Waterwolf' }).id;
  enterSpace(desk.file, space);
  const dossier = createDossier(desk, 'Hoogwater').id;
  const entry = writeEntry(desk, dossier, { text: 'Gebeld', kind: 'call' }).entry.id;
  const draft = createRequest(desk, 'relief', { 'applicant.incident': 'Hoogwater', 'effect.text': 'Boten' }, dossier).id;
  const loose = createRequest(desk, 'order', { 'applicant.incident': 'Hoogwater' }).id;
  const finalised = createRequest(desk, 'relief', { 'effect.text': 'Boten' }).id;
  const { revisions } = finaliseRequest(desk, finalised, { seq: openRequest(desk, finalised).seq, despite: 'voor de proef van vandaag' });
  const advice = createAdvice(desk, { requestId: draft }).id;
  const proposal = randomUUID();
  saveAdvice(desk, advice, { proposals: [{ id: proposal, field: 'effect.text', value: 'Vlotten', why: 'sneller' }] });
  const given = createAdvice(desk, { question: 'Kan dit?' });
  const advised = finaliseAdvice(desk, given.id, { seq: given.seq, despite: 'voor de proef van vandaag' });
  addScript(desk, exampleText('hoogwater-zuid-limburg'));
  direct(desk, { kind: 'start', at: '2026-11-22T00:00:00.000Z' });
  return { ...store, space, dossier, entry, draft, loose, finalised, revision: revisions[0]?.id ?? '', advice, proposal, advised: advised.id, adviceRevision: advised.versions[0]?.revisionId ?? '' };
}
type Made = ReturnType<typeof exercise>;
type Inputs = { readonly [N in CallName]?: (made: Made) => CallInput<N> };

const entriesOf = (inputs: Inputs) => Object.entries(inputs) as [string, (made: Made) => unknown][];

const now = '2026-11-22T02:00+01:00[Europe/Amsterdam]';
const despite = 'voor de proef van vandaag';

const writing: Inputs = {
  'request.create': () => ({ templateId: 'relief' }),
  'request.save': ({ draft }) => ({ id: draft, changes: { 'effect.text': 'anders' } }),
  'request.revise': ({ draft }) => ({ id: draft }),
  'request.finalise': ({ draft }) => ({ id: draft, seq: 1, despite }),
  'request.nextVersion': ({ finalised }) => ({ id: finalised }),
  'request.place': ({ loose, dossier }) => ({ id: loose, dossierId: dossier }),
  'request.duplicate': ({ draft }) => ({ id: draft }),
  'dossier.copy': ({ dossier, space }) => ({ id: dossier, spaceId: space }),
  'advice.copy': ({ advice, space }) => ({ id: advice, spaceId: space }),
  'request.split': ({ draft }) => ({ id: draft, municipalities: ['GM0935', 'GM0994'] }),
  'request.createLinked': () => ({ templates: [{ templateId: 'relief' }, { templateId: 'order' }] }),
  'request.link': ({ loose }) => ({ id: loose, templateId: 'relief' }),
  'request.join': ({ loose, draft }) => ({ id: loose, otherId: draft, seq: 0, otherSeq: 0, choices: {} }),
  'advice.create': ({ draft }) => ({ requestId: draft }),
  'advice.save': ({ advice }) => ({ id: advice, changes: { reason: 'anders' } }),
  'advice.link': ({ advice }) => ({ id: advice, requestId: null }),
  'advice.finalise': ({ advice }) => ({ id: advice, seq: 1, despite }),
  'advice.nextVersion': ({ advised }) => ({ id: advised }),
  'advice.takeOver': ({ advice, proposal }) => ({ id: advice, proposalId: proposal }),
  'advice.decline': ({ advice, proposal }) => ({ id: advice, proposalId: proposal }),
  'life.record': ({ draft }) => ({ requestId: draft, step: { id: randomUUID(), kind: 'preAnnouncement', at: now } }),
  'life.announce': () => ({ id: randomUUID(), text: 'Er komt een verzoek' }),
  'dossier.create': () => ({ title: 'Nog een' }),
  'dossier.save': ({ dossier }) => ({ id: dossier, changes: { title: 'Anders' } }),
  'dossier.log': ({ dossier }) => ({ id: dossier, text: 'Nog een regel', kind: 'entry' }),
  'history.bringBack': ({ draft, revision }) => ({ id: draft, revisionId: revision, seq: 1 }),
  'exercise.addScript': () => ({ example: 'hoogwater-zuid-limburg' }),
  'exercise.direct': () => ({ kind: 'start' }),
  'exercise.take': ({ dossier }) => ({ inject: 'rising-water', dossierId: dossier, locale: 'nl' }),
  'difference.decide': ({ draft }) => ({ id: draft, seq: 1, decisions: [{ path: 'effect.text', value: 'dit' }] }),
};

const reading: Inputs = {
  'request.list': () => ({ sort: 'open' }),
  'request.attention': () => ({}),
  'request.open': ({ draft }) => ({ id: draft }),
  'request.assess': ({ draft }) => ({ id: draft }),
  'request.revision': ({ finalised, revision }) => ({ id: finalised, revisionId: revision }),
  'capability.claims': () => ({}),
  'request.joining': ({ draft, loose }) => ({ id: draft, otherId: loose }),
  'advice.list': () => ({}),
  'advice.open': ({ advice }) => ({ id: advice }),
  'advice.revision': ({ advised, adviceRevision }) => ({ id: advised, revisionId: adviceRevision }),
  'life.open': ({ draft }) => ({ requestId: draft }),
  'life.overview': () => ({}),
  'life.announcements': () => ({}),
  'dossier.list': () => ({}),
  'dossier.open': ({ dossier }) => ({ id: dossier }),
  'search.find': () => ({ text: 'Hoogwater' }),
  // what stands half typed is of this post alone
  'typing.open': ({ dossier }) => ({ place: dossier }),
  'typing.keep': ({ dossier }) => ({ place: dossier, changes: { entry: { text: 'half' } } }),
  'history.of': ({ draft }) => ({ id: draft }),
  'history.show': ({ finalised, revision }) => ({ id: finalised, revisionId: revision }),
  'history.compare': ({ finalised, revision }) => ({ id: finalised, from: revision }),
  'difference.list': () => ({}),
  'exchange.named': ({ draft, dossier }) => ({ documents: [draft, dossier] }),
  'difference.open': ({ draft }) => ({ id: draft }),
  'exercise.script': () => ({}),
  'exercise.examples': () => ({}),
  'space.list': () => ({}),
  'space.open': ({ space }) => ({ id: space }),
  'space.view': () => ({}),
  'space.enter': ({ space }) => ({ id: space }),
};

/** What is of the application, the post, the packs, a carrier or the membership of a space, and no call about a document. */
const elsewhere = /^(app|hub|post|reference|contacts|catalogue|clipboard|exchange)\.|^space\.(create|card|saveCard|readCard|invite|invitation|saveInvitation|readInvitation|join|forget|leave|remove|setRole|setHome|freeze|erase)$/;
/** Of the shell: they render and save what the store gives; the one that writes is `dossier.attach`. */
const ofTheShell: readonly CallName[] = ['dossier.attach', 'dossier.saveAttachment', 'dossier.export', 'print.emergency', 'export.save', 'export.copy', 'exercise.readScript', 'exercise.export', 'exercise.cancelExport'];

test('every call of the contract is named as one that writes, reads, or is about no document', () => {
  const named = new Set<string>([...Object.keys(writing), ...Object.keys(reading), ...ofTheShell]);
  expect(Object.keys(calls).filter((name) => !named.has(name) && !elsewhere.test(name))).toEqual([]);
  expect(Object.keys(writing).filter((name) => name in reading)).toEqual([]);
});

function caller({ desk }: Made) {
  const absent = (): never => {
    throw new Error('not asked for here');
  };
  const session: Session = { status: absent, regionChoices: absent, create: absent, unlock: absent, recover: absent, resume: absent, close: absent, changed: absent, exchanging: absent, desk: () => desk };
  return async (name: string, input: unknown): Promise<unknown> => dispatch(session, () => undefined, name, input);
}

/** From here on the file refuses whatever is written of a document, so that a call that writes after all cannot hide it. */
function watch({ file }: Made): void {
  for (const table of ['document', 'field', 'revision', 'head', 'log_entry', 'attachment', 'advice', 'proposal_answer', 'life_step', 'announcement', 'group_member', 'open_difference']) {
    for (const act of ['INSERT', 'UPDATE', 'DELETE']) file.script(`CREATE TEMP TRIGGER watch_${table}_${act} BEFORE ${act} ON main.${table} BEGIN SELECT RAISE(ABORT, '${act} ${table}'); END;`);
  }
}

describe.each([
  ['in a frozen exercise', 'space.frozen', 'frozen', ({ desk, space }: Made): void => void freeze(desk, space)],
  ['for a reader', 'space.role', 'reader', ({ file, space }: Made): void => void file.run(sql`UPDATE space SET standing = 'reader' WHERE id = ${space}`)],
  ['for a post that left', 'space.role', 'outside', ({ file, space }: Made): void => void file.run(sql`UPDATE space SET standing = 'left' WHERE id = ${space}`)],
] as const)('%s', (_, code, why, close) => {
  test('a document that is opened says that it is only read, and why; before, it says nothing of it', async () => {
    const made = exercise();
    const call = caller(made);
    const said = async (): Promise<unknown[]> => {
      const [draft, finalised, dossier, advice] = await Promise.all([
        call('request.open', { id: made.draft }),
        call('request.open', { id: made.finalised }),
        call('dossier.open', { id: made.dossier }),
        call('advice.open', { id: made.advice }),
      ]);
      return [draft, finalised, (dossier as CallOutput<'dossier.open'>).dossier, (advice as CallOutput<'advice.open'>).advice].map((document) => (document as { readonly readOnly?: string }).readOnly);
    };
    expect(await said()).toEqual([undefined, undefined, undefined, undefined]);
    close(made);
    expect(await said()).toEqual([why, why, why, why]);
  });

  test('every call that writes is refused', async () => {
    const made = exercise();
    close(made);
    watch(made);
    const call = caller(made);
    const refused: Record<string, string> = {};
    for (const [name, input] of entriesOf(writing)) refused[name] = await codeOf(() => call(name, input(made)));
    expect(refused).toEqual(Object.fromEntries(Object.keys(writing).map((name) => [name, code])));
  });

  test('every call that reads still answers and writes nothing of a document', async () => {
    const made = exercise();
    // a group has more to read
    splitRequest(made.desk, made.draft, ['GM0935', 'GM0994']);
    close(made);
    watch(made);
    for (const [name, input] of entriesOf(reading)) await expect(caller(made)(name, input(made)), name).resolves.toBeDefined();
  });

  test('a file is not attached', async () => {
    const made = exercise();
    const path = join(made.folder, 'foto.txt');
    writeFileSync(path, 'tekst');
    close(made);
    watch(made);
    expect(await codeOf(() => attach(made.desk, made.dossier, path))).toBe(code);
  });
});
