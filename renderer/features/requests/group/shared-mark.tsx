/** Beside a field of a request in a group: does what stands here go to the others too? */
import type { ReactNode } from 'react';
import { useSay } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import styles from './group.module.css';

export function SharedMark({ fieldId }: { readonly fieldId: string }): ReactNode {
  const { document } = useEditor();
  const say = useSay();
  const { group } = document;
  if (!group) return null;
  const followers = group.members.filter((member) => member.id !== document.id && member.follows && member.state === 'draft').length;
  const isShared = group.shared.includes(fieldId) && followers > 0;
  return <p className={styles.mark}>{isShared ? say('depth.shared', { count: followers }) : say('depth.own')}</p>;
}
