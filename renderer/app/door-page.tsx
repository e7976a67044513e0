/** The sheet of paper on which first start and unlocking stand, with language at hand before anyone can reach the settings. */
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import flow from '../ui/flow.module.css';
import styles from './door-page.module.css';
import { useSay } from './language/index.ts';
import { setPreferences, useSession } from './session.ts';

export interface DoorPageProps {
  readonly title: string;
  readonly lead?: string;
  readonly children: ReactNode;
}

export function DoorPage({ title, lead, children }: DoorPageProps): ReactNode {
  const say = useSay();
  const locale = useSession((state) => state.preferences?.locale ?? 'nl');
  const other = locale === 'nl' ? 'en' : 'nl';
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <span className={styles.brand}>Steunpunt</span>
        <Button variant="quiet" size="small" onPress={() => void setPreferences({ locale: other })}>
          <span lang={other}>{say('frame.otherLanguage')}</span>
        </Button>
      </header>
      <main className={styles.sheet}>
        <div className={flow.tight}>
          <h1>{title}</h1>
          {lead === undefined ? null : <p className={styles.lead}>{lead}</p>}
        </div>
        {children}
      </main>
    </div>
  );
}
