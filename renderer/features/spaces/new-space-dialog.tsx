/** Making a space: its kind and its name. The one who makes it is its keeper. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { spaceKinds } from '../../../shared/domain/choices.ts';
import { navigate } from '../../app/routes.ts';
import { Dialog, DoOrLeave, ErrorState, RadioGroup, TextField, focusField, notify, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import { useRun } from '../../app/use-run.ts';

const nameField = 'space-name';
const shortestName = 2;
const longestName = 80;

export function NewSpaceDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const formId = useId();
  const [kind, setKind] = useState<(typeof spaceKinds)[number]>('exercise');
  const [name, setName] = useState('');
  const [asked, setAsked] = useState(false);
  const { run, busy, error } = useRun('space.create');
  const isMissing = name.trim().length < shortestName;

  const make = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    if (isMissing) {
      focusField(nameField);
      return;
    }
    const made = await run({ kind, name: name.trim() });
    if (!made) return;
    notify({ tone: 'ok', text: say('spaces.new.made', { name: made.name }) });
    onClose();
    navigate({ room: 'space', id: made.id });
  };

  return (
    <Dialog
      title={say('spaces.new.title')}
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} form={formId} isPending={busy} doLabel={say('spaces.new.make')} />}
    >
      <form id={formId} className={flow.stack} onSubmit={(event) => void make(event)}>
        <TextField
          id={nameField}
          autoFocus
          isRequired
          label={say('spaces.new.name')}
          help={say('spaces.new.name.help')}
          value={name}
          onChange={setName}
          maxLength={longestName}
          error={asked && isMissing ? say('spaces.new.name.missing') : undefined}
        />
        <RadioGroup
          label={say('spaces.new.kind')}
          value={kind}
          onChange={(value) => setKind(spaceKinds.find((known) => known === value) ?? kind)}
          options={spaceKinds.map((value) => ({ value, label: say(`spaces.kind.${value}`), description: say(`spaces.kind.${value}.help`) }))}
        />
        {error && <ErrorState error={error} />}
      </form>
    </Dialog>
  );
}
