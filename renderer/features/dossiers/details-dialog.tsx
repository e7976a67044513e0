/** What seldom changes of a dossier: name, description, begin. Saved while it is typed. */
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Draft } from '../../app/draft/draft-store.ts';
import { Button, DateTimeField, Dialog, TextArea, TextField, useSay } from '../../ui/index.ts';
import { type DossierFieldValue, textOf } from './changes.ts';
import flow from '../../ui/flow.module.css';

const longestTitle = 500;
const longestDescription = 50_000;

export function DetailsDialog({ draft, onClose }: { readonly draft: Draft<DossierFieldValue>; readonly onClose: () => void }): ReactNode {
  const say = useSay();
  const values = useStore(draft.store, (state) => state.values);
  const refused = useStore(draft.store, (state) => state.refused);
  const title = textOf(values['title']);
  const errorAt = (field: string): string | undefined => (refused[field] ? say('dossier.refused') : undefined);
  const done = (): void => {
    draft.leave();
    onClose();
  };
  return (
    <Dialog
      title={say('dossier.detailsTitle')}
      isOpen
      onClose={done}
      footer={
        <Button variant="primary" onPress={done}>
          {say('dossier.detailsDone')}
        </Button>
      }
    >
      <div className={flow.stack}>
        <TextField
          autoFocus
          isRequired
          label={say('dossier.titleField')}
          help={say('dossier.titleHelp')}
          value={title}
          onChange={(text) => draft.type('title', text)}
          onBlur={draft.leave}
          maxLength={longestTitle}
          error={title.trim() === '' ? say('dossier.titleMissing') : errorAt('title')}
        />
        <DateTimeField label={say('dossier.startedField')} value={textOf(values['startedAt']) || null} onChange={(at) => draft.change({ startedAt: at })} onBlur={draft.leave} error={errorAt('startedAt')} />
        <TextArea
          label={say('dossier.descriptionField')}
          help={say('dossier.descriptionHelp')}
          value={textOf(values['description'])}
          onChange={(text) => draft.type('description', text)}
          onBlur={draft.leave}
          maxLength={longestDescription}
          error={errorAt('description')}
        />
        <p className={flow.light}>{say('dossier.detailsSaved')}</p>
      </div>
    </Dialog>
  );
}
