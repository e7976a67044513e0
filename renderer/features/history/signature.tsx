/** For who must be sure: by which key a revision was signed, what it goes on from, and with which packs it was made. */
import type { ReactNode } from 'react';
import type { HistoryEntry } from '../../../shared/domain/history.ts';
import { clockDoubt } from '../../../shared/rules/clock.ts';
import { useFormat } from '../../app/language/index.ts';
import { useSession } from '../../app/session.ts';
import { useNow } from '../../app/use-now.ts';
import { Facts, useBilingual, useSay } from '../../ui/index.ts';
import { entryName, timesOf } from './entry-words.ts';
import flow from '../../ui/flow.module.css';
import styles from './history.module.css';

interface SignatureProps {
  readonly entry: HistoryEntry;
  readonly entries: readonly HistoryEntry[];
}

export function Signature({ entry, entries }: SignatureProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const bilingual = useBilingual();
  const packs = useSession((state) => state.packs);
  const own = useSession((state) => state.fingerprint);
  const doubt = clockDoubt(entry, timesOf({ entries: [...entries] }), useNow());
  const parents = entry.parents.map((parent) => entries.find(({ id }) => id === parent)).flatMap((one) => (one ? [entryName(one, say)] : []));
  const made = Object.entries(entry.packVersions ?? {}).map(([id, version]) => {
    const pack = packs.find((one) => one.id === id);
    const title = pack ? bilingual(pack.title) : id;
    return `${pack?.exercise ? say('exercise.titleOf', { title }) : title} ${version}`;
  });
  return (
    <div className={flow.stack}>
      <p className={flow.quiet}>{say('history.signatureText')}</p>
      <Facts
        isWide
        rows={[
          { label: say('history.signer'), value: <code className={styles.code}>{entry.signer}</code>, source: say(entry.merged ? 'history.signerMerged' : entry.signer === own ? 'history.signerOwn' : 'history.signerOther') },
          { label: say('history.id'), value: <code className={styles.code}>{entry.id}</code>, source: say('history.idText') },
          { label: say('history.parents'), value: parents.length === 0 ? say('history.parentsNone') : format.list(parents) },
          { label: say('history.time'), value: format.dateTimeZone(entry.at), source: doubt ? say(doubt === 'ahead' ? 'history.doubtAhead' : 'history.doubtBehind') : say('history.timeText') },
          ...(made.length === 0 ? [] : [{ label: say('history.packs'), value: made.map((line) => <p key={line}>{line}</p>) }]),
        ]}
      />
    </div>
  );
}
