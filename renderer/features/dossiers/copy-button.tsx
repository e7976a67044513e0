/** The dossier in another space, with its log and its files. */
import type { ReactNode } from 'react';
import type { CallOutput } from '../../../shared/contract.ts';
import { CopyButton } from '../../app/copies/copy-button.tsx';
import { link } from '../../link/index.ts';
import { useSay } from '../../ui/index.ts';

export function CopyDossierButton({ opened: { dossier, log, attachments }, beforehand }: { readonly opened: CallOutput<'dossier.open'>; readonly beforehand: () => Promise<boolean> }): ReactNode {
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
        copy: async (target) => link.call('dossier.copy', { id: dossier.id, spaceId: target }),
        route: (made) => ({ room: 'dossier', id: made }),
      }}
      beforehand={beforehand}
    />
  );
}
