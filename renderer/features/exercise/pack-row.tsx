/** A pack of the script among the injects: what it is, how much it holds, and from when it counts. */
import type { ReactNode } from 'react';
import type { ShownPack } from '../../../shared/domain/exercise-script.ts';
import { href } from '../../app/routes.ts';
import { Button, Tag, classNames, useBilingual, useSay } from '../../ui/index.ts';
import styles from './exercise.module.css';

export interface PackRowProps {
  readonly pack: ShownPack;
  readonly onRelease?: () => Promise<void>;
}

/** As many characters as two people compare by voice. */
const shownHash = 12;
const kinds = ['capabilities', 'contacts', 'templates', 'fields', 'effects', 'legal-bases', 'advice-criteria', 'life-reasons', 'finder'] as const;

export function PackRow({ pack, onRelease }: PackRowProps): ReactNode {
  const say = useSay();
  const inLanguage = useBilingual();
  const { at, hasAppeared, released, title, version, publisher, entries, hash, trouble } = pack;
  const kind = kinds.find((one) => one === pack.kind);
  return (
    <li className={classNames(styles.inject, !hasAppeared && styles.later)}>
      <span className={styles.time}>{at}</span>
      <div className={styles.body}>
        <p className={styles.from}>
          <Tag isPlain>{say('exercise.pack')}</Tag> {kind === undefined ? pack.kind : say(`exercise.packKind.${kind}`)} · {say('exercise.packEntries', { count: entries })} · {publisher} {version} · <code>{hash.slice(0, shownHash)}</code>
        </p>
        <p className={styles.text}>{say(hasAppeared ? 'exercise.packCounts' : 'exercise.packWillCount', { pack: inLanguage(title) })}</p>
        {trouble !== undefined && <p className={styles.trouble}>{say(`exercise.packTrouble.${trouble}`)}</p>}
        <p className={styles.under}>
          {released && <Tag isPlain>{say('exercise.packReleased')}</Tag>}
          {hasAppeared && trouble === undefined && <a href={href({ room: 'packs' })}>{say('exercise.packOpen')}</a>}
          {onRelease && (
            <Button size="small" onPress={() => void onRelease()}>
              {say('exercise.packRelease')}
              <span className="visually-hidden"> {at}</span>
            </Button>
          )}
        </p>
      </div>
    </li>
  );
}
