/** The keys of the editor; bound while nothing stands in front of it. */
import { type ReactNode, useEffect, useEffectEvent } from 'react';
import type { Finding } from '../../../../shared/domain/assessment.ts';
import { keysOf, useShortcut } from '../../../app/shortcuts.ts';
import { announce, useSay } from '../../../ui/index.ts';
import { findingText } from '../../../app/finding-words.ts';
import { useAssessment } from './assessment.tsx';
import { inOrder } from '../../../app/findings.tsx';
import { fieldAt, useEditor } from './editor-context.ts';

export interface EditorShortcutsProps {
  readonly onNextSection: () => void;
  readonly onSection: (index: number) => void;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
  readonly onExport: () => void;
}

type FieldFinding = Finding & { readonly field: string };
const isOpenAtField = (finding: Finding): finding is FieldFinding => finding.field !== undefined && (finding.outcome === 'blocks' || finding.outcome === 'warns');

const sectionKeys = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export function EditorShortcuts(props: EditorShortcutsProps): ReactNode {
  const { jumpTo } = useEditor();
  const say = useSay();
  const { findings } = useAssessment();

  /** Onward from the field that has the focus: one stop a field, however much there is to say of it. */
  const walk = (step: 1 | -1): void => {
    const open = inOrder(findings).filter(isOpenAtField);
    const fields = [...new Set(open.map((finding) => finding.field))];
    const here = fields.indexOf(fieldAt(document.activeElement) ?? '');
    const next = here < 0 && step < 0 ? fields.at(-1) : fields[(here + step + fields.length) % fields.length];
    const finding = open.find((one) => one.field === next);
    if (!finding) {
      announce(say('request.checksNone'));
      return;
    }
    jumpTo(finding.field);
    announce(findingText(finding, say));
  };

  useFirst('Ctrl+Enter', props.onNextSection);
  useShortcut({ keys: 'Ctrl+Enter', label: say('request.keyNextSection'), run: unlessInFront(props.onNextSection) });
  useShortcut({ keys: 'Ctrl+Z', label: say('request.keyUndo'), run: unlessInFront(props.onUndo) });
  useShortcut({ keys: 'Ctrl+Shift+Z', label: say('request.keyRedo'), run: unlessInFront(props.onRedo) });
  useShortcut({ keys: 'F8', label: say('request.keyNextRemark'), whileTyping: true, run: unlessInFront(() => walk(1)) });
  useShortcut({ keys: 'Shift+F8', label: say('request.keyPreviousRemark'), whileTyping: true, run: unlessInFront(() => walk(-1)) });
  useShortcut({ keys: 'Ctrl+E', label: say('request.keyExport'), run: unlessInFront(props.onExport) });
  return sectionKeys.map((number) => <SectionKey key={number} number={number} onSection={props.onSection} />);
}

function SectionKey({ number, onSection }: { readonly number: number; readonly onSection: (index: number) => void }): ReactNode {
  const say = useSay();
  useShortcut({ keys: `Alt+${number}`, label: say('request.keySection', { number }), run: unlessInFront(() => onSection(number - 1)) });
  return null;
}

/**
 * Takes the keys before the control that has the focus does: a radio button, a list or the part of a moment would take Enter as its
 * own, with or without Ctrl.
 */
function useFirst(keys: string, run: () => void): void {
  const latest = useEffectEvent(run);
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => {
      if (keysOf(event) !== keys || isBehind()) return;
      event.preventDefault();
      event.stopPropagation();
      latest();
    };
    window.addEventListener('keydown', listener, { capture: true });
    return () => window.removeEventListener('keydown', listener, { capture: true });
  }, [keys]);
}

const isBehind = (): boolean => document.activeElement?.closest('[role=dialog],[role=alertdialog]') !== null;

/** The palette or a dialog has its own keys: Ctrl+Z in there must not change the draft behind it. */
function unlessInFront(run: () => void): () => void {
  return () => {
    if (!isBehind()) run();
  };
}
