/** Whose post this is, the way to everything (Ctrl+K), and the lock. */
import type { ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { classNames } from '../ui/class-names.ts';
import { CrossIcon, KeyboardIcon, LockIcon, MenuIcon, SearchIcon } from '../ui/icons.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { ExchangePill } from './exchange-pill.tsx';
import { useSay } from './language/index.ts';
import { useSession } from './session.ts';
import { ViewMenu } from './view-menu.tsx';
import styles from './top-bar.module.css';

/** Id of the button that opens the navigation in a small window. */
export const navigationButton = 'navigation-button';

export interface TopBarProps {
  /** of the screen: the skip link leads to its content */
  readonly address: string;
  readonly onSkip: () => void;
  readonly isNavOpen: boolean;
  readonly onToggleNav: () => void;
  readonly onSearch: () => void;
  readonly onShortcuts: () => void;
  readonly onLock: () => void;
}

export function TopBar({ address, onSkip, isNavOpen, onToggleNav, onSearch, onShortcuts, onLock }: TopBarProps): ReactNode {
  const say = useSay();
  const identity = useSession((state) => state.identity);
  const region = useSession((state) => state.reference?.regionByCode.get(state.identity?.regionCode ?? ''));
  return (
    <header className={styles.bar}>
      <a
        className={styles.skip}
        href={address}
        onClick={(event) => {
          event.preventDefault();
          onSkip();
        }}
      >
        {say('frame.skip')}
      </a>
      <Button id={navigationButton} className={classNames(styles.button, styles.menu)} aria-label={say(isNavOpen ? 'frame.nav.hide' : 'frame.nav.show')} aria-expanded={isNavOpen} aria-controls="navigation" onPress={onToggleNav}>
        {isNavOpen ? <CrossIcon /> : <MenuIcon />}
      </Button>
      <div className={styles.brand}>Steunpunt</div>
      <div className={styles.space}>
        <span className={styles.region}>
          {identity?.regionCode} {region?.name}
        </span>
        <ViewMenu />
      </div>
      <Button className={styles.search ?? ''} onPress={onSearch} aria-haspopup="dialog">
        <SearchIcon />
        <span className={styles.hint}>{say('frame.search.hint')}</span>
        <Kbd>Ctrl K</Kbd>
      </Button>
      <span className={styles.rest} />
      <ExchangePill />
      <Button className={classNames(styles.button, styles.keys)} onPress={onShortcuts} aria-haspopup="dialog">
        <KeyboardIcon />
        <span className="visually-hidden">{say('frame.shortcuts.open')}</span>
        <Kbd>?</Kbd>
      </Button>
      <Button className={styles.button ?? ''} onPress={onLock}>
        <LockIcon />
        <span className={styles.lockName}>{say('frame.lock')}</span>
      </Button>
    </header>
  );
}
