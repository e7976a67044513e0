/** What can be made beside this request: the same for one more municipality, another for one more legal basis. */
import type { ReactNode } from 'react';
import { useEditor } from '../editor/editor-context.ts';
import styles from './group.module.css';
import { JoinOffer } from './join-offer.tsx';
import { LinkOffer } from './link-offer.tsx';
import { AddMember } from './split-offer.tsx';

export function GroupOffers(): ReactNode {
  const { document, draft, reference } = useEditor();
  return (
    <div className={styles.offers}>
      <AddMember />
      <LinkOffer document={document} reference={reference} beforehand={draft.flush} />
      <JoinOffer />
    </div>
  );
}
