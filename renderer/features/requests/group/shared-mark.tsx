/** Beside a field of a request in a group: does what stands here go to the others too? */
import type { ReactNode } from 'react';
import { sharers } from '../../../../shared/rules/in-step.ts';
import { useSay } from '../../../ui/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import styles from './group.module.css';

export function SharedMark({ fieldId }: { readonly fieldId: string }): ReactNode {
  const { document, reference } = useEditor();
  const say = useSay();
  if (!document.group) return null;
  const others = sharers(document.group, document.id, fieldId, reference.templates).length;
  return <p className={styles.mark}>{others > 0 ? say('depth.shared', { count: others }) : say('depth.own')}</p>;
}
