/** The way back from a request to the dossier in which it lies. */
import type { ReactNode } from 'react';
import { useCall } from '../link/index.ts';
import { useSay } from './language/index.ts';
import { href } from './routes.ts';

export function DossierLink({ dossierId }: { readonly dossierId: string }): ReactNode {
  const say = useSay();
  const list = useCall('dossier.list', { ids: [dossierId] });
  const title = list.state === 'ready' ? list.value.dossiers[0]?.title : undefined;
  // The link stands at once; its words become whole when the name is known, and stay as they are when it cannot be asked.
  return (
    <a href={href({ room: 'dossier', id: dossierId })}>
      {say('dossier.word')} {title}
    </a>
  );
}
