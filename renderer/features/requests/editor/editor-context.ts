/** What every part of the editor shares: the open draft, its template and the reference that the fields choose from. */
import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { FieldValue, RequestDocument } from '../../../../shared/domain/request.ts';
import type { Template } from '../../../../shared/domain/template.ts';
import type { Draft } from '../../../app/draft/draft-store.ts';
import type { ReferenceIndex } from '../reference-index.ts';

export interface Editor {
  readonly document: RequestDocument;
  readonly draft: Draft;
  readonly template: Template;
  readonly reference: ReferenceIndex;
  /** opens the section of the field and moves focus there */
  readonly jumpTo: (field: string) => void;
  /** asks the document again, for its versions and its group */
  readonly reload: () => void;
}

const EditorContext = createContext<Editor | undefined>(undefined);
export const EditorProvider = EditorContext.Provider;

export function useEditor(): Editor {
  const editor = useContext(EditorContext);
  if (!editor) throw new Error('a part of the editor stands outside it');
  return editor;
}

export function useFieldValue(field: string): FieldValue | undefined {
  const { draft } = useEditor();
  return useStore(draft.store, (state) => state.values[field]);
}

/** Id of the element around a field, for jumping to it. */
export const fieldElementId = (field: string): string => `field.${field}`;

/** The field that an element on the page belongs to. */
export function fieldAt(element: Element | null): string | undefined {
  return element?.closest('[id^="field."]')?.id.slice('field.'.length);
}
