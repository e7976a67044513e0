/** The regions of an incident, each with its own GRIP level. A region is found by typing it or one of its municipalities. */
import { type ReactNode, useRef } from 'react';
import type { DossierRegion } from '../../../shared/domain/dossier.ts';
import { PlaceField } from '../../app/place-field.tsx';
import { useReference } from '../../app/session.ts';
import { CrossIcon, IconButton, Select, announce, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './regions-field.module.css';
import { gripOptions, isGrip } from './grip.ts';

const kinds = ['municipality', 'region'] as const;

export interface RegionsFieldProps {
  readonly regions: readonly DossierRegion[];
  readonly onChange: (regions: readonly DossierRegion[]) => void;
  /** leaves the words above the field out, where a heading says them already */
  readonly isHelpHidden?: boolean;
}

export function RegionsField({ regions, onChange, isHelpHidden = false }: RegionsFieldProps): ReactNode {
  const say = useSay();
  const { regionByCode, municipalityByCode } = useReference();
  const add = useRef<HTMLDivElement>(null);
  const nameOf = (code: string): string => regionByCode.get(code)?.name ?? code;
  const codes = regions.map(({ regionCode }) => regionCode);

  const choose = (code: string | null): void => {
    const regionCode = code === null ? undefined : (municipalityByCode.get(code)?.regionCode ?? code);
    if (regionCode === undefined || !regionByCode.has(regionCode)) return;
    if (codes.includes(regionCode)) {
      announce(say('dossier.regionTwice', { region: nameOf(regionCode) }));
      return;
    }
    onChange([...regions, { regionCode, grip: 'none' }]);
    announce(say('dossier.regionAdded', { region: nameOf(regionCode) }));
  };
  const remove = (code: string): void => {
    onChange(regions.filter(({ regionCode }) => regionCode !== code));
    announce(say('dossier.regionRemoved', { region: nameOf(code) }));
    // Focus would fall to the page when the pressed button goes.
    add.current?.querySelector('input')?.focus();
  };

  return (
    <fieldset className={styles.field}>
      <legend className="visually-hidden">{say('dossier.regions')}</legend>
      {regions.length > 0 && (
        <ul className={flow.tight}>
          {regions.map(({ regionCode, grip }) => (
            <li key={regionCode} className={styles.item}>
              <span className={styles.name}>{nameOf(regionCode)}</span>
              <span className={styles.level}>
                <Select
                  label={say('dossier.gripOf', { region: nameOf(regionCode) })}
                  isLabelHidden
                  options={gripOptions(say)}
                  value={grip}
                  onChange={(next) => isGrip(next) && onChange(regions.map((one) => (one.regionCode === regionCode ? { regionCode, grip: next } : one)))}
                />
              </span>
              <IconButton label={say('dossier.regionRemove', { region: nameOf(regionCode) })} icon={<CrossIcon size={12} />} variant="quiet" size="small" onPress={() => remove(regionCode)} />
            </li>
          ))}
        </ul>
      )}
      <div ref={add}>
        <PlaceField
          label={say('dossier.regionAdd')}
          isLabelHidden={isHelpHidden}
          placeholder={say('dossier.regionAdd')}
          {...(isHelpHidden ? {} : { help: say('dossier.regionAddHelp') })}
          kinds={kinds}
          without={codes}
          onChoose={choose}
        />
      </div>
    </fieldset>
  );
}
