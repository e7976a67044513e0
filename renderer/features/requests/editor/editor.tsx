/** The request as it is drafted: sections at the left, the fields of one of them, and the checks or the paper at the right. */
import { type ReactNode, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { LegalBasis } from '../../../../shared/domain/legal-basis.ts';
import type { RequestDocument } from '../../../../shared/domain/request.ts';
import type { Template, TemplateSection } from '../../../../shared/domain/template.ts';
import { shownFields } from '../../../../shared/rules/conditions.ts';
import { link } from '../../../link/index.ts';
import { Button, Room, RoomForm, announce, errorWords, focusField, notify, useBilingual, useSay } from '../../../ui/index.ts';
import type { Draft } from '../../../app/draft/draft-store.ts';
import { AdvisedProvider } from '../advised/advised-here.tsx';
import { DuplicateButton } from '../duplicate-button.tsx';
import { GroupMembers } from '../group/group-members.tsx';
import { FinaliseDialog } from '../finalise-dialog.tsx';
import { Preview } from '../paper/preview.tsx';
import { DocumentNotices } from '../../../app/difference-marks.tsx';
import { ExportDialog } from '../../../app/export-dialog.tsx';
import { RequestViews } from '../../../app/request-views.tsx';
import { SaveTrouble } from '../../../app/save-trouble.tsx';
import type { ReferenceIndex } from '../reference-index.ts';
import { RequestHeader } from '../request-header.tsx';
import { AssessmentProvider } from './assessment.tsx';
import { ChecksPanel } from './checks-panel.tsx';
import { type Editor as EditorValue, EditorProvider, fieldElementId } from './editor-context.ts';
import { EditorShortcuts } from './editor-shortcuts.tsx';
import { SectionForm } from './section-form.tsx';
import { SectionsPanel } from './sections-panel.tsx';

export interface EditorProps {
  readonly document: RequestDocument;
  readonly draft: Draft;
  readonly template: Template;
  readonly basis: LegalBasis;
  readonly reference: ReferenceIndex;
  readonly onFinalised: (document: RequestDocument) => void;
  /** asks the document again, for its versions */
  readonly onChanged: () => void;
  readonly onOpenRevision: (revisionId: string) => void;
}

export function Editor({ document, draft, template, basis, reference, onFinalised, onChanged, onOpenRevision }: EditorProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const sections = useShownSections(template, draft);
  const [sectionId, setSectionId] = useState(sections[0]?.id ?? '');
  const [front, setFront] = useState<'export' | 'finalise' | null>(null);
  const [preview, setPreview] = useState(false);
  /** the field to focus once its section is on screen; '' is the first field of it */
  const [target, setTarget] = useState<{ readonly field: string }>();
  const form = useRef<HTMLDivElement>(null);

  const index = Math.max(0, sections.findIndex((section) => section.id === sectionId));
  const section = sections[index];
  const labels = useMemo(() => new Map(sections.flatMap((one) => one.fields.map((field) => [field.id, bilingual(field.label)] as const))), [sections, bilingual]);

  const jumpTo = useCallback(
    (field: string) => {
      const owner = sections.find((one) => one.fields.some((candidate) => candidate.id === field));
      if (!owner) return;
      setSectionId(owner.id);
      setTarget({ field });
    },
    [sections],
  );
  const goTo = useCallback(
    (place: number) => {
      const wanted = sections[place];
      if (!wanted) return;
      setSectionId(wanted.id);
      setTarget({ field: '' });
    },
    [sections],
  );
  useEffect(() => {
    if (!target) return;
    if (target.field === '') focusFirst(form.current);
    else focusField(fieldElementId(target.field));
  }, [target]);

  const step = (how: 'undo' | 'redo'): void => {
    const fields = draft[how]();
    const [field] = fields;
    if (field === undefined) {
      announce(say(how === 'undo' ? 'request.undoNothing' : 'request.redoNothing'));
      return;
    }
    jumpTo(field);
    announce(say(how === 'undo' ? 'request.undone' : 'request.redone', { field: labels.get(field) ?? field }));
  };
  const snapshot = async (): Promise<void> => {
    await draft.flush();
    const made = await link.call('request.revise', { id: document.id });
    if (made.ok) {
      notify({ tone: 'ok', text: say('request.snapshotDone', { number: made.value.number }) });
      onChanged();
    } else notify({ tone: 'error', text: errorWords(made.error, say).happened });
  };

  const editor: EditorValue = useMemo(() => ({ document, draft, template, reference, jumpTo, reload: onChanged }), [document, draft, template, reference, jumpTo, onChanged]);

  return (
    <EditorProvider value={editor}>
      <AssessmentProvider basis={basis}>
        <AdvisedProvider>
        <RequestHeader document={document} template={template} basis={basis} draft={draft}>
          <Button onPress={() => setPreview(!preview)} aria-expanded={preview}>
            {say('request.preview')}
          </Button>
          <DuplicateButton request={document} beforehand={draft.flush} unsaved={draft.unsaved} />
          <Button kbd="Ctrl E" onPress={() => setFront('export')}>
            {say('request.export')}
          </Button>
          <Button variant="primary" onPress={() => setFront('finalise')}>
            {say('request.finalise')}
          </Button>
        </RequestHeader>
        <GroupMembers document={document} reference={reference} />
        <RequestViews requestId={document.id} current="request" />
        <SaveTrouble draft={draft} />
        <DocumentNotices id={document.id} kind="request" templateId={document.templateId} />
        <Room
          index={<SectionsPanel sections={sections} current={section?.id ?? ''} onChoose={(id) => goTo(sections.findIndex((one) => one.id === id))} onOpenRevision={onOpenRevision} onSnapshot={() => void snapshot()} />}
          aside={preview ? <Preview onClose={() => setPreview(false)} /> : <ChecksPanel />}
          asideWidth={preview ? 'half' : 'narrow'}
        >
          <RoomForm ref={form}>
            {section && <SectionForm key={section.id} section={section} next={sections[index + 1]} onNext={() => goTo(index + 1)} onStep={step} />}
          </RoomForm>
        </Room>
        <EditorShortcuts onNextSection={() => goTo((index + 1) % sections.length)} onSection={goTo} onUndo={() => step('undo')} onRedo={() => step('redo')} onExport={() => setFront('export')} />
        <ExportDialog isOpen={front === 'export'} onClose={() => setFront(null)} document={document} flush={draft.flush} />
        {front === 'finalise' && <FinaliseDialog onClose={() => setFront(null)} onFinalised={onFinalised} />}
        </AdvisedProvider>
      </AssessmentProvider>
    </EditorProvider>
  );
}

/** Sections that ask something of this draft: who asks as a minister is not asked about the market. */
function useShownSections(template: Template, draft: Draft): readonly TemplateSection[] {
  const ids = useStore(draft.store, (state) => {
    const shown = shownFields(template, state.values);
    return template.sections.filter((section) => section.fields.some((field) => shown.has(field.id))).map((section) => section.id).join(' ');
  });
  return useMemo(() => template.sections.filter((section) => ids.split(' ').includes(section.id)), [template, ids]);
}

/** The first control of the section; a group of radio buttons is entered at its chosen one. */
function focusFirst(form: HTMLElement | null): void {
  const controls = form?.querySelectorAll<HTMLElement>('[id^="field."] :is(input:not([disabled]), textarea, [role=spinbutton], button:not([disabled]))');
  const first = [...(controls ?? [])].find((control) => control.tabIndex >= 0 && control.closest('[aria-hidden=true]') === null);
  first?.focus();
}
