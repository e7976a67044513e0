/** Answers to the calls about the script of an exercise. */
import { exampleScripts, exampleText } from '../../db/exercise/examples.ts';
import { addScript, direct, scriptInView, takeInject } from '../../db/exercise/script.ts';
import { tell, whenOpen } from './answer.ts';

export const exerciseAnswers = {
  'exercise.script': whenOpen('exercise.script', (desk, { now }) => {
    const script = scriptInView(desk, now);
    return script ? { script } : {};
  }),
  'exercise.examples': whenOpen('exercise.examples', () => exampleScripts()),
  'exercise.addScript': whenOpen('exercise.addScript', (desk, input, emit) => {
    const { script, touched } = addScript(desk, 'text' in input ? input.text : exampleText(input.example));
    tell(emit, ...touched);
    return script;
  }),
  'exercise.direct': whenOpen('exercise.direct', (desk, direction, emit) => {
    const { script, touched } = direct(desk, direction);
    tell(emit, touched);
    return script;
  }),
  'exercise.take': whenOpen('exercise.take', async (desk, { inject, dossierId, locale }, emit) => {
    // every text of the application: no start of the process waits for it
    const { say } = await import('../../shared/messages/index.ts');
    const { script, touched } = takeInject(desk, inject, dossierId, locale, say);
    tell(emit, ...touched);
    return script;
  }),
} as const;
