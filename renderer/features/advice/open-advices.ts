/** The advices that are being drafted in this window. */
import type { AdviceDocument } from '../../../shared/domain/advice.ts';
import type { Draft } from '../../app/draft/draft-store.ts';
import { type StoredDraft, createOpenDrafts } from '../../app/draft/open-drafts.ts';
import { link } from '../../link/index.ts';
import { type AdviceFieldValue, toAdviceChanges, toFieldValues } from './advice-values.ts';

export type AdviceDraft = Draft<AdviceFieldValue>;

const stored = ({ id, values, seq, savedAt }: AdviceDocument): StoredDraft<AdviceFieldValue> => ({ id, values: toFieldValues(values), seq, savedAt });

const drafts = createOpenDrafts<AdviceFieldValue>({
  kind: 'advice',
  save: (id, changes) => link.call('advice.save', { id, changes: toAdviceChanges(changes) }),
  read: async (id) => {
    const opened = await link.call('advice.open', { id });
    return opened.ok && opened.value.advice.state === 'draft' ? stored(opened.value.advice) : undefined;
  },
});

export const openAdvice = (document: AdviceDocument): AdviceDraft => drafts.open(stored(document));
export const closeAdvice = drafts.close;
export const holdsTyping = drafts.holdsTyping;
