/** The paper beside the form: it follows the typing, after the typing. */
import { type ReactNode, useDeferredValue, useMemo } from 'react';
import { useStore } from 'zustand';
import { CrossIcon, IconButton, Panel, useSay } from '../../../ui/index.ts';
import { useNow } from '../../../app/use-now.ts';
import { useAssessment } from '../editor/assessment.tsx';
import { useEditor } from '../editor/editor-context.ts';
import { Paper } from './paper.tsx';
import flow from '../../../ui/flow.module.css';
import styles from './preview.module.css';
import { useDocumentModel } from './use-model.ts';

export function Preview({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { document, draft, reference } = useEditor();
  const say = useSay();
  const now = useNow();
  const { findings } = useAssessment();
  const values = useDeferredValue(useStore(draft.store, (state) => state.values));
  const drafted = useMemo(() => ({ ...document, values }), [document, values]);
  const model = useDocumentModel(drafted, reference, now, findings);
  return (
    <Panel title={say('request.previewTitle')} aside={<IconButton label={say('request.previewClose')} icon={<CrossIcon />} variant="quiet" size="small" onPress={onClose} />} scrolls>
      <p className={flow.quiet}>{say('request.previewPlace')}</p>
      <div className={styles.desk}>{model && <Paper model={model} />}</div>
    </Panel>
  );
}
