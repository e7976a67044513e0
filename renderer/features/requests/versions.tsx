/** The newest versions and snapshots of a request; each opens as it was. All of them: its history. */
import type { ReactNode } from 'react';
import type { RequestDocument, RevisionSummary } from '../../../shared/domain/request.ts';
import { useFormat } from '../../app/language/index.ts';
import { Button, type Say, useSay } from '../../ui/index.ts';
import styles from './versions.module.css';

export interface VersionsProps {
  readonly document: RequestDocument;
  /** the revision that is being read */
  readonly reading?: string | undefined;
  readonly onOpen: (revisionId: string) => void;
  readonly onSnapshot?: (() => void) | undefined;
}

export function revisionName(revision: RevisionSummary, say: Say): string {
  return revision.state === 'finalised'
    ? say('request.versionFinalised', { version: revision.version })
    : say('request.versionDraftRevision', { number: revision.number, version: revision.version });
}

/** more of them are read in the history */
const mostShown = 8;

export function Versions({ document, reading, onOpen, onSnapshot }: VersionsProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const newestFirst = document.revisions.toSorted((one, other) => other.number - one.number).slice(0, mostShown);
  return (
    <section aria-label={say('request.versions')} className={styles.versions}>
      <h3>{say('request.versions')}</h3>
      {document.state === 'draft' && <p className={styles.now}>{say('request.versionDraft', { version: document.version })}</p>}
      <ul className={styles.list}>
        {newestFirst.map((revision) => {
          const name = revisionName(revision, say);
          return (
            <li key={revision.id} className={styles.item}>
              <button type="button" className={styles.open} aria-current={revision.id === reading ? 'true' : undefined} onClick={() => onOpen(revision.id)}>
                <span className="visually-hidden">{say('request.versionOpen', { what: name })}, </span>
                <span aria-hidden="true">{name}</span>
              </button>
              <span className={styles.when}>
                {format.dateTime(revision.at)} · {revision.author.post}
              </span>
            </li>
          );
        })}
      </ul>
      {onSnapshot && (
        <Button variant="quiet" size="small" onPress={onSnapshot}>
          {say('request.snapshot')}
        </Button>
      )}
    </section>
  );
}
