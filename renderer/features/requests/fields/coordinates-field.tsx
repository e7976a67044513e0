/** A place in words and in coordinates. What is typed stays as it was typed; under it stands how it is read. */
import type { ReactNode } from 'react';
import { coordinatesText, gridText, readCoordinates } from '../../../../shared/domain/coordinates.ts';
import { type Say, TextField, useSay } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import { FieldGroup } from './field-group.tsx';
import { type FieldEditorProps, useFieldProps } from './field-props.ts';
import { classNames } from '../../../ui/class-names.ts';
import fieldStyles from '../../../ui/field.module.css';
import styles from './fields.module.css';
import { asPlace, withPart } from './narrow.ts';

const lineLength = 500;

export function CoordinatesEditor(props: FieldEditorProps): ReactNode {
  const { draft } = useEditor();
  const say = useSay();
  const place = asPlace(props.value);
  const type = (key: 'description' | 'coordinates') => (text: string) => draft.type(props.field.id, withPart(place, key, text));
  return (
    <FieldGroup part={useFieldProps(props)}>
      <div className={styles.pair}>
        <TextField label={say('fields.placeDescription')} value={place.description ?? ''} onChange={type('description')} maxLength={lineLength} />
        <TextField label={say('fields.placeCoordinates')} value={place.coordinates ?? ''} onChange={type('coordinates')} maxLength={lineLength} />
      </div>
      <output className={classNames(fieldStyles.help, styles.help)}>{readAs(place.coordinates, say)}</output>
    </FieldGroup>
  );
}

/** How to type them, until they can be read; what is wrong with them the check says. */
function readAs(typed: string | undefined, say: Say): string {
  const found = readCoordinates(typed ?? '');
  return found.ok ? say('fields.placeRead', { wgs84: coordinatesText(found.at), grid: gridText(found.at) ?? 'none' }) : say('fields.placeHint');
}
