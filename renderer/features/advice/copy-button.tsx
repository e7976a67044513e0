/** The advice as a draft in another space. */
import type { ReactNode } from 'react';
import type { AdviceDocument } from '../../../shared/domain/advice.ts';
import { CopyButton } from '../../app/copies/copy-button.tsx';
import { link } from '../../link/index.ts';
import { useSay } from '../../ui/index.ts';

export function CopyAdviceButton({ advice: { id, reference, spaceId, values }, beforehand }: { readonly advice: AdviceDocument; readonly beforehand?: () => Promise<boolean> }): ReactNode {
  const say = useSay();
  const proposals = values.proposals?.length ?? 0;
  return (
    <CopyButton
      of={{
        reference,
        spaceId,
        goes: [say('copies.advice.fields'), ...(proposals === 0 ? [] : [say('copies.advice.proposals', { count: proposals })])],
        stays: [say('copies.advice.request'), say('copies.advice.versions')],
        copy: async (target) => link.call('advice.copy', { id, spaceId: target }),
        route: (made) => ({ room: 'advice', id: made }),
      }}
      beforehand={beforehand}
    />
  );
}
