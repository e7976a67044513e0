/**
 * A post with many times the real data, for the bench: capabilities in a pack of their own, loaded as any pack, and requests written
 * through the store's own functions in one transaction. The same seed gives the same post.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Desk } from '../../db/documents/desk.ts';
import { readPost } from '../../db/documents/identity.ts';
import { indexSaved } from '../../db/documents/projection.ts';
import { addRequest } from '../../db/documents/requests.ts';
import { checkedChanges, initialValues } from '../../db/documents/values.ts';
import { sql } from '../../db/file/driver.ts';
import { unwrapWithPassphrase } from '../../db/file/keys.ts';
import { keyFileName } from '../../db/file/profile.ts';
import { lockProfile } from '../../db/file/lock.ts';
import { migrations } from '../../db/file/migrations/index.ts';
import { makeStore } from '../../db/file/new-store.ts';
import { openStoreFile } from '../../db/file/open.ts';
import { readReference } from '../../db/packs/reference.ts';
import { bringReferenceIndexUpToDate } from '../../db/search/index-reference.ts';
import type { Capability } from '../../shared/domain/capability.ts';
import { packOf } from './packs.ts';
import { packsDir } from './store-process.ts';

export interface ScaleSize {
  readonly capabilities: number;
  readonly requests: number;
}

/** What a post has in a busy year, with the real packs alone; and one hundred times that. */
export const scaleSizes = { real: { capabilities: 0, requests: 200 }, hundredfold: { capabilities: 5_000, requests: 20_000 } } as const satisfies Readonly<Record<string, ScaleSize>>;
export type ScaleName = keyof typeof scaleSizes;

/** Makes the post in the empty folder `profile`; `work` is for its packs. With 0 capabilities it has only those of the real packs. */
export async function makeScalePost(options: { readonly profile: string; readonly work: string; readonly passphrase: string; readonly size: ScaleSize; readonly seed: number }): Promise<void> {
  const { profile, work, passphrase, size, seed } = options;
  const draw = drawing(seed);
  mkdirSync(profile, { recursive: true });
  const packs = join(work, 'packs');
  cpSync(packsDir, packs, { recursive: true });
  if (size.capabilities > 0) writeFileSync(join(packs, 'scale.json'), JSON.stringify(scalePack(size.capabilities, draw)));
  writeFileSync(join(packs, 'scale-templates.json'), JSON.stringify(longTemplatePack()));

  const lock = lockProfile(profile);
  try {
    const keys = await makeStore({ lock, identity: { name: 'Meetpost', function: 'rmoa', regionCode: 'VR24' }, passphrase, packsDir: packs, now: () => new Date(), onProgress: () => {} });
    keys.dataKey.fill(0);
    const { file } = openStoreFile({ lock, key: await unwrapWithPassphrase(join(profile, keyFileName), passphrase), migrations });
    try {
      const reference = readReference(file);
      bringReferenceIndexUpToDate(file, reference);
      let minute = Date.UTC(2025, 0, 1);
      const desk: Desk = { file, reference, post: readPost(file), now: () => new Date((minute += 60_000)) };
      file.atomically(() => {
        for (let number = 0; number < size.requests; number += 1) writeRequest(desk, draw, number);
        writeLongRequest(desk, draw);
      });
      indexSaved(file, reference);
      // to assess each would take half a minute and tell nothing: their counts are told by their titles
      file.run(sql`
        UPDATE request_summary SET blocks = length(title) % 4, warns = length(title) % 9,
          assessed_seq = (SELECT seq FROM document WHERE document.id = request_summary.document)`);
    } finally {
      file.close();
    }
  } finally {
    lock.release();
  }
}

function writeRequest(desk: Desk, draw: Draw, number: number): void {
  const template = desk.reference.template('wvr-51');
  const { municipalities, effects } = desk.reference.all;
  const place = draw.one(municipalities);
  const effect = draw.one(effects);
  const needs = (): string => draw.one(effect.terms.length > 0 ? effect.terms : [effect.title.nl]);
  const start = new Date(Date.UTC(2025, 0, 1) + number * 25 * 60_000).toISOString().slice(0, 16);
  const values = {
    ...initialValues(template),
    'applicant.incident': `${needs()} ${place.name} ${draw.word()}`,
    'applicant.region': place.regionCode,
    'applicant.municipalities': [place.code],
    'situation.description': `${effect.title.nl} bij ${place.name}: ${needs()}, ${needs()}. ${draw.sentence(20)} ${needs()}.`,
    'effect.text': `${effect.title.nl} in ${place.name}. ${needs()} ${draw.sentence(12)}`,
    'effect.period': { start: `${start}:00+00:00[Europe/Amsterdam]`.replace('+00:00', offsetOf(start)) },
    'motivation.notOtherwise': draw.sentence(15),
  };
  addRequest(desk, template, checkedChanges(template, desk.reference.forAssessment, values), {});
}

/** The title of the request with `longFields` filled fields. */
export const longRequest = 'Verzoek met alle velden ingevuld';
export const longFields = 200;
const longTemplate = 'scale-long';
const fieldsInSection = 40;

/** The template of article 51 with sections of long texts behind it. */
function longTemplatePack(): object {
  const real = packOf('templates');
  const base = real.entries.find(({ id }) => id === 'wvr-51');
  const provenance = base?.provenance;
  const text = (words: string): { nl: string; en: string } => ({ nl: words, en: words });
  const sections = Array.from({ length: longFields / fieldsInSection }, (_, section) => ({
    id: `long-${section}`,
    title: text(`Lang ${section}`),
    fields: Array.from({ length: fieldsInSection }, (_unused, field) => ({ id: `long.field${section * fieldsInSection + field}`, type: 'longText', label: text(`Veld ${section * fieldsInSection + field}`), provenance })),
  }));
  return { ...real, id: 'scale-templates', entries: [{ ...base, id: longTemplate, sections: [...sections, ...(base?.sections ?? [])] }] };
}

function writeLongRequest(desk: Desk, draw: Draw): void {
  const template = desk.reference.template(longTemplate);
  const texts = Array.from({ length: longFields }, (_, field) => [`long.field${field}`, draw.sentence(40)] as const);
  addRequest(desk, template, checkedChanges(template, desk.reference.forAssessment, { ...initialValues(template), 'applicant.incident': longRequest, ...Object.fromEntries(texts) }), {});
}

const offsets = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Amsterdam', timeZoneName: 'longOffset' });

/** Dutch summer time from the last Sunday of March to that of October, near enough for days that are not those Sundays. */
function offsetOf(local: string): string {
  const part = offsets.formatToParts(new Date(`${local}:00Z`)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return part.replace('GMT', '');
}

/** Capabilities that read like the real ones: their sentences and words in other combinations, under names of their own. */
function scalePack(count: number, draw: Draw): object {
  const real = packOf('capabilities');
  const entries = Array.from({ length: count }, (_, number): Capability => {
    const base = draw.one(real.entries);
    const other = draw.one(real.entries);
    const name = `${draw.word()} ${draw.word()} ${number}`;
    return {
      ...base,
      id: `scale-${number}`,
      name: { nl: `${name} ${draw.one(base.name.nl.split(' '))}`, en: name },
      summary: { nl: `${base.summary.nl} ${draw.sentence(5)}`, en: `${base.summary.en} ${draw.sentence(5)}` },
      effects: [draw.one(base.effects)],
      aliases: [...base.aliases.filter(() => draw.below(12) === 0), `${draw.one(other.aliases)} ${draw.word()}`, draw.word()],
    };
  });
  return { ...real, id: 'scale', entries };
}

interface Draw {
  readonly below: (limit: number) => number;
  readonly one: <T>(from: readonly T[]) => T;
  /** a word that no one wrote before, of two or three Dutch-looking parts */
  readonly word: () => string;
  readonly sentence: (length: number) => string;
}

const parts = 'water brand weg dijk kade brug bos hei veld berg dal laan poort haven sluis stuw pomp kraan wagen ploeg staf post lijn zorg hulp nood licht lucht grond zand klei steen hout staal vuur rook wind regen storm droogte noord zuid oost west'.split(' ');
const common = 'de het een van bij naar door met voor over onder langs tegen sinds vanaf morgen middag nacht inzet bewoners eenheid voertuigen locatie situatie verwachting meetpunt overleg besluit gebied'.split(' ');

/** mulberry32 */
function drawing(seed: number): Draw {
  let state = seed >>> 0;
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit;
  };
  const one = <T>(from: readonly T[]): T => {
    const found = from[below(from.length)];
    if (found === undefined) throw new Error('nothing to draw from');
    return found;
  };
  const word = (): string => one(parts) + one(parts) + (below(2) === 0 ? one(parts) : '');
  return { below, one, word, sentence: (length) => Array.from({ length }, () => (below(3) === 0 ? word() : one(common))).join(' ') };
}
