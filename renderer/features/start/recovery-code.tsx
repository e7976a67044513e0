/** The recovery code, shown once: to print, and to keep somewhere else than the machine. */
import { type ReactNode, useState } from 'react';
import { DoorPage } from '../../app/door-page.tsx';
import { useFormat, useSay } from '../../app/language/index.ts';
import { Button, Checkbox, PrintIcon } from '../../ui/index.ts';
import styles from './start.module.css';

export interface RecoveryCodeProps {
  readonly code: string;
  readonly postName: string;
  readonly onKept: () => void;
}

export function RecoveryCode({ code, postName, onKept }: RecoveryCodeProps): ReactNode {
  const say = useSay();
  const { dateTimeZone } = useFormat();
  const [isKept, setKept] = useState(false);
  const [madeAt] = useState(() => new Date().toISOString());
  return (
    <DoorPage title={say('start.code.title')}>
      <div className={styles.sheet}>
        <p className={styles.onPaper}>
          {say('start.code.paper', { name: postName, at: dateTimeZone(madeAt) })}
        </p>
        <p>{say('start.code.what')}</p>
        <p className={styles.code} translate="no">
          {code}
        </p>
        <ul className={styles.rules}>
          <li>{say('start.code.rule.once')}</li>
          <li>{say('start.code.rule.elsewhere')}</li>
          <li>{say('start.code.rule.whoever')}</li>
          <li>{say('start.code.rule.nobody')}</li>
        </ul>
      </div>
      <div className={styles.after}>
        <div>
          <Button icon={<PrintIcon />} onPress={() => window.print()} autoFocus>
            {say('start.code.print')}
          </Button>
        </div>
        <Checkbox label={say('start.code.kept')} value={isKept} onChange={setKept} />
        <div>
          <Button variant="primary" isDisabled={!isKept} onPress={onKept}>
            {say('start.code.go')}
          </Button>
        </div>
      </div>
    </DoorPage>
  );
}
