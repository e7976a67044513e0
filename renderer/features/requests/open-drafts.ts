/** The requests that are being drafted in this window. */
import type { FieldValue, RequestDocument } from '../../../shared/domain/request.ts';
import type { Draft } from '../../app/draft/draft-store.ts';
import { createOpenDrafts } from '../../app/draft/open-drafts.ts';
import { link } from '../../link/index.ts';

const drafts = createOpenDrafts<FieldValue>({
  kind: 'request',
  save: (id, changes) => link.call('request.save', { id, changes }),
  read: async (id) => {
    const opened = await link.call('request.open', { id });
    return opened.ok && opened.value.state === 'draft' ? opened.value : undefined;
  },
});

export const openDraft = (document: RequestDocument): Draft => drafts.open(document);
export const closeDraft = drafts.close;
export const holdsTyping = drafts.holdsTyping;
