/** Names the municipalities that ask for one need, and makes one request for each. */
import { type ReactNode, useState } from 'react';
import type { CallError } from '../../../../shared/errors.ts';
import { PlaceField } from '../../../app/place-field.tsx';
import { link } from '../../../link/index.ts';
import { Banner, CrossIcon, Dialog, DoOrLeave, ErrorState, IconButton, announce, notify, useSay } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import fieldStyles from '../fields/fields.module.css';
import { asCodes } from '../fields/narrow.ts';
import flow from '../../../ui/flow.module.css';
import { municipalityMembers } from './municipality-members.ts';

const kinds = ['municipality'] as const;
const municipalitiesField = 'applicant.municipalities';
const none: readonly string[] = [];

export function SplitDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { document, draft, reference, reload } = useEditor();
  const say = useSay();
  const [members] = useState(() => municipalityMembers(document).flatMap(({ municipality }) => municipality ?? none));
  const [codes, setCodes] = useState(() => (members.length > 0 ? members : asCodes(draft.store.getState().values[municipalitiesField])));
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError | 'unsaved'>();
  const nameOf = (code: string): string => reference.municipalities[code]?.name ?? code;
  const first = codes[0];
  const isEnough = codes.length > Math.max(1, members.length);

  const add = (code: string | null): void => {
    if (code === null || codes.includes(code)) return;
    setCodes([...codes, code]);
    announce(say('request.municipalityAdded', { name: nameOf(code) }));
  };
  const split = async (): Promise<void> => {
    setBusy(true);
    setError(undefined);
    // The others begin with what is shared: that must be what is on screen.
    const durable = await draft.flush();
    const made = durable ? await link.call('request.split', { id: document.id, municipalities: [...codes] }) : undefined;
    setBusy(false);
    if (!made) return setError('unsaved');
    if (!made.ok) return setError(made.error);
    notify({ tone: 'ok', text: say('depth.splitDone', { count: made.value.requests.length }) });
    onClose();
    reload();
  };

  return (
    <Dialog
      title={say('depth.splitTitle')}
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} isPending={busy} isDisabled={!isEnough} onPress={() => void split()} doLabel={say('depth.splitGo', { count: isEnough ? codes.length : 0 })} />}
    >
      <div className={flow.stack}>
        <p>{first === undefined ? say('depth.splitTextNone') : members.length > 0 ? say('depth.groupText') : say('depth.splitText', { first: nameOf(first) })}</p>
        {codes.length > 0 && (
          <ul aria-label={say('depth.splitList')} className={fieldStyles.chips}>
            {codes.map((code) => (
              <li key={code} className={fieldStyles.chip}>
                {nameOf(code)}
                <IconButton
                  label={say('request.municipalityRemove', { name: nameOf(code) })}
                  icon={<CrossIcon size={12} />}
                  variant="quiet"
                  size="small"
                  isDisabled={members.includes(code)}
                  onPress={() => setCodes(codes.filter((other) => other !== code))}
                />
              </li>
            ))}
          </ul>
        )}
        <PlaceField autoFocus label={say('request.municipalityAdd')} kinds={kinds} without={codes} onChoose={add} />
        {error === 'unsaved' && <Banner tone="warn" role="alert" title={say('depth.splitUnsaved')} />}
        {error && error !== 'unsaved' && <ErrorState error={error} />}
      </div>
    </Dialog>
  );
}
