/** The store process: the only owner of the store file. It listens on the port, answers each message with one reply, and never throws. */
import { z } from 'zod';
import { AppError, type Result, toCallError } from '../../shared/errors.ts';
import { writeBundle } from '../../db/exchange/bundle.ts';
import { attach } from '../../db/dossiers/attachments.ts';
import { dispatch } from './dispatch.ts';
import { log } from './log.ts';
import { toldSoon } from './exchange-answers.ts';
import { tellDocuments } from './exchange-arrivals.ts';
import type { FromStore, ToStore } from './port.ts';
import { recordExport } from './exported.ts';
import { createPrinting } from './printing.ts';
import { type Emit, type Session, createSession } from './session.ts';
import { readShared } from './shared-file.ts';

/** Put in by build/bundle.ts: a hash of what the shapes of packs are made of. Not there when the sources run as they are. */
declare const STEUNPUNT_PACK_SHAPES: string | undefined;

/** A moment for the last message to leave before the process does. */
const lastWordMs = 50;

const start = z.object({
  type: z.literal('start'),
  profileDir: z.string().min(1),
  packsDir: z.string().min(1),
  seal: z.instanceof(Uint8Array).refine((seal) => seal.length === 32, 'a seal is 32 bytes'),
  sealedKey: z.instanceof(Uint8Array).optional(),
});

const send = (message: FromStore): void => process.parentPort.postMessage(message);
const emit: Emit = (name, payload) => {
  send({ type: 'event', name, payload });
  if (name === 'document.changed') session?.changed();
};

const tellExport = (done: number, total: number, label: string): void => emit('job.progress', { job: 'export', done, total, label });
const printing = createPrinting(send);

/** archives that are being written */
const writing = new Set<AbortController>();
let session: Session | undefined;

process.parentPort.on('message', ({ data }: { data: ToStore }) => {
  void receive(data);
});
process.on('uncaughtException', (error) => {
  // the state of the process is unknown now; main starts another, and what was acknowledged is on disk
  log('unexpected error, the process ends', error);
  process.exit(1);
});

async function receive(message: ToStore): Promise<void> {
  switch (message.type) {
    case 'start':
      return begin(message);
    case 'call':
      return reply(message.id, message.name, async (open) => {
        const answer = await dispatch(open, emit, message.name, message.input);
        if (toldSoon.has(message.name)) open.exchanging().soon();
        return answer;
      });
    case 'render':
      return reply(message.id, 'render', async (open) => {
        const desk = open.desk();
        // papers and their words are a third of the code: they are loaded when the first is asked for, not at every start
        const { render } = await import('./render.ts');
        return render(desk, message.paper, message.locale);
      });
    case 'writeArchive':
      return reply(message.id, 'writeArchive', async (open) => {
        const desk = open.desk();
        const [{ archiveOf }, { writeArchive }] = await Promise.all([import('./render.ts'), import('../export/archive.ts')]);
        const stop = new AbortController();
        writing.add(stop);
        try {
          return await writeArchive(message.path, archiveOf(desk, message.paper, message.locale, { print: printing.print, step: tellExport }, stop.signal));
        } finally {
          writing.delete(stop);
        }
      });
    case 'stopArchive':
      return reply(message.id, 'stopArchive', async () => {
        for (const stop of writing) stop.abort();
        return {};
      });
    case 'printed':
      return printing.printed(message.print, message.result);
    case 'exported':
      return reply(message.id, 'exported', async (open) => {
        recordExport(open.desk(), message);
        return {};
      });
    case 'attach':
      return reply(message.id, 'attach', async (open) => {
        const { attachment, touched } = await attach(open.desk(), message.dossierId, message.path);
        emit('document.changed', touched);
        return attachment;
      });
    case 'writeBundle':
      return reply(message.id, 'writeBundle', (open) => {
        const desk = open.desk();
        return open.exchanging().withFile('sending', (work) => writeBundle(desk, message.path, message.choice, work));
      });
    case 'readShared':
      return reply(message.id, 'readShared', async (open) => {
        const desk = open.desk();
        const read = await open.exchanging().withFile('receiving', (work) => readShared(desk, message.path, work));
        if (read.kind === 'bundle') tellDocuments(desk, emit, read.report);
        return read;
      });
    case 'close':
      return end();
  }
}

async function begin(message: unknown): Promise<void> {
  const { profileDir, packsDir, seal, sealedKey } = start.parse(message);
  if (session) throw new Error('the store process was started twice');
  session = createSession({
    profileDir,
    packsDir,
    packShapes: typeof STEUNPUNT_PACK_SHAPES === 'string' ? STEUNPUNT_PACK_SHAPES : '',
    seal,
    emit,
    log,
    now: () => new Date(),
    onSealedKey: (sealed) => send({ type: 'sealedKey', sealedKey: sealed }),
  });
  if (sealedKey) await session.resume(sealedKey);
  send({ type: 'started' });
}

async function reply(id: number, what: string, work: (session: Session) => Promise<unknown>): Promise<void> {
  let result: Result<unknown>;
  try {
    if (!session) throw new Error('a call came before the start');
    result = { ok: true, value: await work(session) };
  } catch (error) {
    if (!(error instanceof AppError)) log(`unexpected error in ${what}`, error);
    result = { ok: false, error: toCallError(error) };
  }
  send({ type: 'reply', id, result });
}

async function end(): Promise<void> {
  try {
    await session?.close();
  } catch (error) {
    log('closing failed', error);
  }
  send({ type: 'closed' });
  setTimeout(() => process.exit(0), lastWordMs);
}
