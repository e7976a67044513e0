/** A copy of a document, in another space or, where `here` says how, in its own. Not there where this post has nowhere to put it. */
import { type ReactNode, useState } from 'react';
import type { SpaceSummary } from '../../../shared/domain/space.ts';
import { useCall, useEvent } from '../../link/index.ts';
import { CopyIcon, IconButton, useSay } from '../../ui/index.ts';
import { CopyDialog, type Copyable } from './copy-dialog.tsx';
import { copySpaces } from './copy-spaces.ts';

export interface CopyButtonProps {
  readonly of: Copyable;
  /** saves what is typed before the copy is made */
  readonly beforehand?: (() => Promise<unknown>) | undefined;
  /** makes the copy in the same space, at once where there is no other; absent for what is copied into another alone */
  readonly here?: () => Promise<void>;
}

export function CopyButton({ of, beforehand, here }: CopyButtonProps): ReactNode {
  const say = useSay();
  const spaces = useCall('space.list', {});
  // a role comes and goes with an exchange
  useEvent('exchange.ended', spaces.refresh);
  const [busy, setBusy] = useState(false);
  const [choosing, setChoosing] = useState<readonly SpaceSummary[]>();
  const all = spaces.state === 'ready' ? copySpaces(spaces.value, of.spaceId) : [];
  const targets = here ? all : all.filter(({ id }) => id !== of.spaceId);
  const elsewhere = targets.some(({ id }) => id !== of.spaceId);
  if (!elsewhere && (!here || all.length === 0)) return null;
  const start = async (): Promise<void> => {
    setBusy(true);
    await beforehand?.();
    // where there is a choice, and where it can only lie elsewhere
    if (elsewhere) setChoosing(targets);
    else await here?.();
    setBusy(false);
  };
  return (
    <>
      {/* A sign only: the head of a document stays one line. */}
      <IconButton label={say('depth.duplicate')} icon={<CopyIcon />} isDisabled={busy} onPress={() => void start()} />
      {choosing && <CopyDialog of={of} spaces={choosing} onClose={() => setChoosing(undefined)} />}
    </>
  );
}
