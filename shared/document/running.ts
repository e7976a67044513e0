/** The words in head and foot of every page, the same in each format. */
import { say } from '../messages/index.ts';
import type { DocumentModel } from './model.ts';

export interface RunningWords {
  /** title, reference and version */
  readonly document: string;
  /** `CONCEPT`, `OEFENING · CONCEPT`, or that it is final */
  readonly standing: string;
  /** when and by whom this paper was made; in an exercise it says so once more */
  readonly made: string;
  /** `pagina` and `van`, around the numbers that the format fills in */
  readonly page: string;
  readonly of: string;
}

const standings = { draft: 'document.draft', finalised: 'document.final', snapshot: 'document.snapshot' } as const;

export function runningWords(model: DocumentModel): RunningWords {
  const { locale } = model;
  const version = model.version === undefined ? [] : [`${say(locale, 'document.version').toLocaleLowerCase(locale)} ${model.version}`];
  const state = say(locale, standings[model.state]);
  return {
    document: [model.title, model.reference, ...version].join(' · '),
    standing: model.exercise ? `${say(locale, 'document.exercise')} · ${state}` : state,
    made: [...(model.exercise ? [say(locale, 'document.exercise')] : []), model.madeAt, model.author].join(' · '),
    page: say(locale, 'document.page'),
    of: say(locale, 'document.of'),
  };
}
