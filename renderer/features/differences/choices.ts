/**
 * What a person chose for the fields that stand open, before anything is laid down: values, and what stood against each other when they
 * were chosen. Kept on the disk as a half typed form, one a field, so that neither a crash nor an arrival takes a choice away.
 */
import type { DifferenceDetail, OpenField, WindowValue } from '../../../shared/domain/difference.ts';
import type { TypedFields } from '../../../shared/domain/half-typed.ts';

export interface Choice {
  readonly path: string;
  /** 'own': filled in by the person, who takes none of the values */
  readonly from: 'candidate' | 'own';
  /** of the candidate */
  readonly revision: string;
  readonly value: WindowValue;
  /** a value of one's own that is not whole yet, as it shows: it cannot be laid down */
  readonly half?: string;
  /** the candidates among which it was chosen */
  readonly seen: string;
}

/** By path. */
export type Choices = ReadonlyMap<string, Choice>;

type Candidate = OpenField['candidates'][number];

/** What is typed in the document and in no revision yet is known by what it says. */
const candidateKey = ({ revision, value }: Candidate): string => revision ?? lettersOf(JSON.stringify(value));

/** The candidates of a field, as one word: another word when a value joined them or went. */
export const seenOf = ({ candidates }: Pick<OpenField, 'candidates'>): string => candidates.map(candidateKey).toSorted().join(' ');

export const takeCandidate = (field: OpenField, candidate: Candidate): Choice => ({ path: field.path, from: 'candidate', revision: candidateKey(candidate), value: candidate.value, seen: seenOf(field) });
export const ownChoice = (field: OpenField, value: WindowValue, half = ''): Choice => ({ path: field.path, from: 'own', revision: '', value, seen: seenOf(field), ...(half === '' ? {} : { half }) });
export const isTaken = (choice: Choice | undefined, candidate: Candidate): boolean => choice?.from === 'candidate' && choice.revision === candidateKey(candidate);

/** Fields as they stand in the document, the number of a line before what is noted with it; of the values that of this post first. */
export function inOrder(open: readonly OpenField[], fields: readonly string[], ownPost: string): readonly OpenField[] {
  const place = ({ field }: OpenField): number => (fields.includes(field) ? fields.indexOf(field) : fields.length);
  const isOwn = ({ author }: Candidate): number => (author?.post === ownPost ? 0 : 1);
  return open
    .map((field) => ({ ...field, candidates: field.candidates.toSorted((one, other) => isOwn(one) - isOwn(other)) }))
    .toSorted((one, other) => place(one) - place(other) || Number(one.part !== 'quantity') - Number(other.part !== 'quantity') || (one.path < other.path ? -1 : 1));
}

export interface Review {
  /** as they can be laid down now */
  readonly ready: readonly Choice[];
  /** filled in by the person and not whole yet */
  readonly unfinished: readonly Choice[];
  /** another value came in since the choice: the person looks again */
  readonly overtaken: readonly Choice[];
  /** the field does not stand open any more: somebody decided it elsewhere */
  readonly settled: readonly Choice[];
  /** fields without a choice */
  readonly undecided: readonly OpenField[];
}

/** How the choices stand against what is open now. */
export function review({ open }: Pick<DifferenceDetail, 'open'>, choices: Choices): Review {
  const fields = new Map(open.map((field) => [field.path, field]));
  const all = [...choices.values()];
  const standing = (choice: Choice): 'ready' | 'unfinished' | 'overtaken' | 'settled' => {
    const field = fields.get(choice.path);
    if (!field) return 'settled';
    if (seenOf(field) !== choice.seen) return 'overtaken';
    return choice.half === undefined ? 'ready' : 'unfinished';
  };
  const by = (wanted: ReturnType<typeof standing>): readonly Choice[] => all.filter((choice) => standing(choice) === wanted);
  return { ready: by('ready'), unfinished: by('unfinished'), overtaken: by('overtaken'), settled: by('settled'), undecided: open.filter(({ path }) => !choices.has(path)) };
}

// — as half typed forms

/** The name of the form of a path: letters alone, as the contract asks. */
export const formOf = (path: string): string => lettersOf(path);

/** The same at every start (FNV-1a, 64 bits). */
function lettersOf(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  let letters = '';
  for (let left = hash; left > 0n; left /= 26n) letters += String.fromCodePoint(97 + Number(left % 26n));
  return letters;
}

export function toForm({ path, from, revision, value, seen, half }: Choice): TypedFields {
  return { path, from, revision, value: JSON.stringify(value), seen, ...(half === undefined ? {} : { half }) };
}

/** Forms that are no choice are passed over: another version of the application may have written them. */
export function choicesIn(forms: Readonly<Record<string, TypedFields>>): Choices {
  const all = Object.values(forms).flatMap((form): readonly (readonly [string, Choice])[] => {
    const { path, from, revision = '', value, seen = '', half } = form;
    if (path === undefined || value === undefined || (from !== 'candidate' && from !== 'own')) return [];
    const read = readValue(value);
    return read === undefined ? [] : [[path, { path, from, revision, value: read, seen, ...(half === undefined ? {} : { half }) }]];
  });
  return new Map(all);
}

function readValue(text: string): WindowValue | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
