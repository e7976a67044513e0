/** The advice as a draft in another space. */
import type { ReactNode } from 'react';
import type { AdviceDocument } from '../../../shared/domain/advice.ts';
import { CopyButton } from '../../app/copies/copy-button.tsx';
import { link } from '../../link/index.ts';
import { useSay } from '../../ui/index.ts';
import { toAdviceChanges } from './advice-values.ts';
import type { AdviceDraft } from './open-advices.ts';

export function CopyAdviceButton({ advice: { id, reference, spaceId, values }, draft }: { readonly advice: AdviceDocument; /** as it is typed; the copy begins with what could not be saved */ readonly draft?: AdviceDraft }): ReactNode {
  const say = useSay();
  const proposals = values.proposals?.length ?? 0;
  return (
    <CopyButton
      of={{
        reference,
        spaceId,
        goes: [say('copies.advice.fields'), ...(proposals === 0 ? [] : [say('copies.advice.proposals', { count: proposals })])],
        stays: [say('copies.advice.request'), say('copies.advice.versions')],
        copy: async (target) => {
          const copied = await link.call('advice.copy', { id, spaceId: target });
          const typed = draft?.unsaved() ?? {};
          if (!copied.ok || Object.keys(typed).length === 0) return copied;
          const saved = await link.call('advice.save', { id: copied.value.id, changes: toAdviceChanges(typed) });
          return saved.ok ? copied : saved;
        },
        route: (made) => ({ room: 'advice', id: made }),
      }}
      beforehand={draft?.flush}
    />
  );
}
