/** Municipalities, found by any spelling; each stands as a chip. The first one also fills the region when that is still empty. */
import type { ReactNode } from 'react';
import { useFormat } from '../../../app/language/index.ts';
import { PlaceField } from '../../../app/place-field.tsx';
import { CrossIcon, IconButton, Tag, announce, useSay } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import { FieldGroup } from './field-group.tsx';
import { type FieldEditorProps, useFieldProps } from './field-props.ts';
import styles from './fields.module.css';
import { asCodes } from './narrow.ts';

const kinds = ['municipality'] as const;

export function MunicipalitiesEditor(props: FieldEditorProps): ReactNode {
  const { draft, template, reference } = useEditor();
  const say = useSay();
  const { date } = useFormat();
  const part = useFieldProps(props);
  const codes = asCodes(props.value);

  const add = (code: string | null): void => {
    const municipality = code === null ? undefined : reference.municipalities[code];
    if (!municipality || codes.includes(municipality.code)) return;
    const regionField = template.sections.flatMap((section) => section.fields).find((field) => field.type === 'region');
    const region = regionField && draft.store.getState().values[regionField.id] === undefined ? reference.regions[municipality.regionCode] : undefined;
    draft.change({ [props.field.id]: [...codes, municipality.code], ...(regionField && region ? { [regionField.id]: region.code } : {}) });
    announce(region ? say('request.municipalityAddedRegion', { name: municipality.name, region: region.name }) : say('request.municipalityAdded', { name: municipality.name }));
  };
  const remove = (code: string): void => {
    draft.change({ [props.field.id]: codes.filter((other) => other !== code) });
    // Focus would fall to the page when the pressed button goes.
    document.getElementById(part.id)?.querySelector('input')?.focus();
  };

  return (
    <FieldGroup part={part}>
      {codes.length > 0 && (
        <ul className={styles.chips}>
          {codes.map((code) => {
            const municipality = reference.municipalities[code];
            const name = municipality?.name ?? code;
            return (
              <li key={code} className={styles.chip}>
                <span>{name}</span>
                {municipality && <span className={styles.chipNote}>{reference.regions[municipality.regionCode]?.name}</span>}
                {municipality?.validUntil && <Tag tone="warn">{say('request.municipalityUntil', { date: date(municipality.validUntil) })}</Tag>}
                <IconButton label={say('request.municipalityRemove', { name })} icon={<CrossIcon size={12} />} variant="quiet" size="small" onPress={() => remove(code)} />
              </li>
            );
          })}
        </ul>
      )}
      <PlaceField label={say('request.municipalityAdd')} isLabelHidden placeholder={say('request.municipalityAdd')} kinds={kinds} without={codes} onChoose={add} />
    </FieldGroup>
  );
}
