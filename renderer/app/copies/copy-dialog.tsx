/** In which space the copy of a document is to lie, and what goes along. A document never moves: its copy names it as its origin. */
import { type ReactNode, useState } from 'react';
import type { SpaceSummary } from '../../../shared/domain/space.ts';
import type { CallError, Result } from '../../../shared/errors.ts';
import { Dialog, DoOrLeave, ErrorState, type FactRow, Facts, Points, Select, notify, useSay } from '../../ui/index.ts';
import { type Route, navigate } from '../routes.ts';
import { useSession } from '../session.ts';
import { enterView } from '../views.ts';

/** A document that can be copied, and how. */
export interface Copyable {
  readonly reference: string;
  readonly spaceId: string | undefined;
  /** what of it is in the copy, point by point */
  readonly goes: readonly string[];
  readonly stays: readonly string[];
  readonly copy: (spaceId: string) => Promise<Result<{ readonly id: string }>>;
  readonly route: (id: string) => Route;
}

interface CopyDialogProps {
  readonly of: Copyable;
  /** at least one */
  readonly spaces: readonly SpaceSummary[];
  readonly onClose: () => void;
}

export function CopyDialog({ of: { reference, spaceId, goes, stays, copy, route }, spaces, onClose }: CopyDialogProps): ReactNode {
  const say = useSay();
  const view = useSession((state) => state.view);
  const [target, setTarget] = useState(spaces[0]?.id ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const chosen = spaces.find((space) => space.id === target);

  const make = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const copied = await copy(target);
    setBusy(false);
    if (!copied.ok) return setError(copied.error);
    onClose();
    // work in an exercise is looked at from inside it
    if (chosen?.kind === 'exercise' && !(view.kind === 'exercise' && view.id === target)) await enterView(target, say);
    navigate(route(copied.value.id));
    notify({ tone: 'ok', text: say('copies.done', { reference, space: chosen?.name ?? '' }) });
  };

  const rows: readonly FactRow[] = [
    { label: say('copies.goes'), value: <Points>{goes}</Points> },
    { label: say('copies.stays'), value: <Points>{stays}</Points> },
    ...(chosen ? [{ label: say('copies.readers'), value: say(target === spaceId ? 'copies.readersSame' : 'copies.readersOther', { space: chosen.name }) }] : []),
  ];
  return (
    <Dialog
      title={say('copies.title', { reference })}
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} isPending={busy} onPress={() => void make()} doLabel={say('copies.go')} />}
    >
      <Select
        label={say('copies.space')}
        help={say('copies.help', { reference })}
        options={spaces.map(({ id: space, name, kind }) => ({ value: space, label: kind === 'exercise' ? say('exercise.choice', { name }) : name, ...(space === spaceId ? { description: say('copies.same') } : {}) }))}
        value={target}
        onChange={(next) => setTarget(next ?? target)}
      />
      <Facts rows={rows} />
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}
