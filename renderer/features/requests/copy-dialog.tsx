/** In which space the copy of a request is to lie. A document never moves: its copy names it as its origin. */
import { type ReactNode, useState } from 'react';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import type { SpaceSummary } from '../../../shared/domain/space.ts';
import type { CallError } from '../../../shared/errors.ts';
import { navigate } from '../../app/routes.ts';
import { useSession } from '../../app/session.ts';
import { enterView } from '../../app/views.ts';
import { link } from '../../link/index.ts';
import { Button, Dialog, ErrorState, Select, notify, useSay } from '../../ui/index.ts';

interface CopyDialogProps {
  readonly request: RequestDocument;
  /** at least two */
  readonly spaces: readonly SpaceSummary[];
  readonly onClose: () => void;
}

export function CopyDialog({ request: { id, reference, spaceId }, spaces, onClose }: CopyDialogProps): ReactNode {
  const say = useSay();
  const view = useSession((state) => state.view);
  const [target, setTarget] = useState(spaces[0]?.id ?? '');
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const chosen = spaces.find((space) => space.id === target);

  const copy = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    const copied = await link.call('request.duplicate', { id, spaceId: target });
    setBusy(false);
    if (!copied.ok) return setError(copied.error);
    onClose();
    // work in an exercise is looked at from inside it
    if (chosen?.kind === 'exercise' && !(view.kind === 'exercise' && view.id === target)) await enterView(target, say);
    navigate({ room: 'request', id: copied.value.id });
    notify({ tone: 'ok', text: say('copies.done', { reference, space: chosen?.name ?? '' }) });
  };

  return (
    <Dialog
      title={say('copies.title', { reference })}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('copies.cancel')}</Button>
          <Button variant="primary" isPending={busy} onPress={() => void copy()}>
            {say('copies.go')}
          </Button>
        </>
      }
    >
      <Select
        label={say('copies.space')}
        help={say('copies.help')}
        options={spaces.map(({ id: space, name, kind }) => ({ value: space, label: kind === 'exercise' ? say('exercise.choice', { name }) : name, ...(space === spaceId ? { description: say('copies.same') } : {}) }))}
        value={target}
        onChange={(next) => setTarget(next ?? target)}
      />
      {error && <ErrorState error={error} />}
    </Dialog>
  );
}
