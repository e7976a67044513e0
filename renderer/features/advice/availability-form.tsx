/** What is known of the capabilities: whether they can be had, since when, and who said so. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { availabilityStates } from '../../../shared/domain/choices.ts';
import type { Availability } from '../../../shared/domain/advice.ts';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import { useReference } from '../../app/session.ts';
import { thisMinute } from '../../app/this-minute.ts';
import { Button, ComboBox, DateTimeField, IconButton, PlusIcon, Select, TextField, TrashIcon, focusField, useBilingual, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './advice.module.css';
import { availabilityOf, withItem, withPart } from './advice-values.ts';
import type { AdviceDraft } from './open-advices.ts';
import { elementId } from './parts.ts';
import { requestLines } from './use-checks.ts';

const lineLength = 500;
const lineId = ({ id }: Availability): string => elementId(`availability.${id}`);

/** What is known of it now: nothing yet. */
const fresh = (description: string, capabilityId?: string): Availability => ({ id: crypto.randomUUID(), description, state: 'unknown', asOf: thisMinute(), ...(capabilityId === undefined ? {} : { capabilityId }) });

export function AvailabilityForm({ draft, request }: { readonly draft: AdviceDraft; readonly request: RequestDocument | undefined }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { capabilities, capabilityById } = useReference();
  const lines = availabilityOf(useStore(draft.store, (state) => state.values['availability']));
  const asked = (request ? requestLines(request) : []).filter(({ capabilityId, description }) => !lines.some((line) => (capabilityId !== undefined && line.capabilityId === capabilityId) || line.description === description));

  const put = (...made: readonly Availability[]): void => {
    draft.change({ availability: [...lines, ...made] });
    const [first] = made;
    if (first) requestAnimationFrame(() => focusField(lineId(first)));
  };

  return (
    <div className={styles.fields} id={elementId('availability')} onBlur={draft.leave}>
      {lines.length === 0 && <p className={styles.quiet}>{say('adviceDesk.availabilityNone')}</p>}
      {lines.map((line) => (
        <Line key={line.id} line={line} onType={(next) => draft.type('availability', withItem(lines, next))} onRemove={() => draft.change({ availability: lines.filter(({ id }) => id !== line.id) })} />
      ))}
      <div className={flow.row}>
        {asked.length > 0 && (
          <Button onPress={() => put(...asked.map(({ description, capabilityId }) => fresh(description, capabilityId)))}>{say('adviceDesk.availabilityLineAll', { count: asked.length })}</Button>
        )}
        <div className={styles.choose}>
          <ComboBox
            key={lines.length}
            isLabelHidden
            label={say('request.lineAddCatalogue')}
            placeholder={say('request.lineAddCatalogue')}
            options={capabilities.map((capability) => ({ value: capability.id, label: bilingual(capability.name) }))}
            value={null}
            onChange={(id) => {
              const capability = id === null ? undefined : capabilityById.get(id);
              if (capability) put(fresh(bilingual(capability.name), capability.id));
            }}
          />
        </div>
        <Button icon={<PlusIcon />} onPress={() => put(fresh(''))}>
          {say('adviceDesk.availabilityAdd')}
        </Button>
      </div>
    </div>
  );
}

interface LineProps {
  readonly line: Availability;
  readonly onType: (line: Availability) => void;
  readonly onRemove: () => void;
}

function Line({ line, onType, onRemove }: LineProps): ReactNode {
  const say = useSay();
  const name = line.description || say('adviceDesk.availabilityUnnamed');
  return (
    <section id={lineId(line)} className={styles.line} aria-label={name}>
      <div className={styles.lineHead}>
        <TextField label={say('adviceDesk.availabilityWhat')} value={line.description} onChange={(description) => onType({ ...line, description })} maxLength={lineLength} />
        <IconButton label={say('adviceDesk.availabilityRemove', { name })} icon={<TrashIcon />} variant="quiet" onPress={onRemove} />
      </div>
      <div className={styles.pair}>
        <Select label={say('adviceDesk.availabilityState')} options={availabilityStates.map((state) => ({ value: state, label: say(`advice.availability.${state}`) }))} value={line.state} onChange={(next) => onType({ ...line, state: availabilityStates.find((state) => state === next) ?? line.state })} />
        <DateTimeField label={say('adviceDesk.availabilityAsOf')} value={line.asOf ?? null} onChange={(at) => onType(withPart(line, 'asOf', at))} />
        <TextField label={say('adviceDesk.availabilityBy')} placeholder={say('adviceDesk.availabilityByHint')} value={line.toldBy ?? ''} onChange={(text) => onType(withPart(line, 'toldBy', text))} maxLength={lineLength} />
      </div>
      <TextField label={say('adviceDesk.availabilityNote')} value={line.note ?? ''} onChange={(text) => onType(withPart(line, 'note', text))} maxLength={lineLength} />
    </section>
  );
}
