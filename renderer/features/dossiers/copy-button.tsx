/** The dossier in another space, with its log and its files. */
import type { ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract.ts';
import { CopyButton } from '../../app/copies/copy-button.tsx';
import { link } from '../../link/index.ts';
import { useSay } from '../../ui/index.ts';
import { toDossierChanges } from './changes.ts';
import { type OpenDossier, flushDossier } from './open-dossiers.ts';

export function CopyDossierButton({ opened: { dossier, log, attachments }, open }: { readonly opened: CallOutput<'dossier.open'>; /** as it is typed; the copy begins with what could not be saved */ readonly open: OpenDossier }): ReactNode {
  const say = useSay();
  const waiting = attachments.filter((one) => one.waiting === true).length;
  const here = attachments.length - waiting;
  return (
    <CopyButton
      of={{
        reference: dossier.reference,
        spaceId: dossier.spaceId,
        goes: [say('copies.dossier.fields'), ...(log.length === 0 ? [] : [say('copies.dossier.log', { count: log.length })]), ...(here === 0 ? [] : [say('copies.dossier.files', { count: here })])],
        stays: [say('copies.dossier.documents'), ...(waiting === 0 ? [] : [say('copies.dossier.waiting', { count: waiting })]), say('copies.dossier.typing')],
        copy: async (target) => {
          const copied = await link.call('dossier.copy', { id: dossier.id, spaceId: target });
          const typed = open.draft.unsaved();
          if (!copied.ok || Object.keys(typed).length === 0) return copied;
          const saved = await link.call('dossier.save', { id: copied.value.id, changes: toDossierChanges(typed) });
          return saved.ok ? copied : saved;
        },
        route: (made) => ({ room: 'dossier', id: made }),
      }}
      beforehand={async () => flushDossier(open)}
    />
  );
}
