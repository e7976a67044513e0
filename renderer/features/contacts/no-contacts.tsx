/** What a page says when no pack with contacts is loaded. */
import type { ReactNode } from 'react';
import { href } from '../../app/routes.ts';
import { EmptyState, useSay } from '../../ui/index.ts';

export function NoContacts(): ReactNode {
  const say = useSay();
  return (
    <EmptyState title={say('contacts.none.title')} actions={<a href={href({ room: 'packs' })}>{say('workboard.showPacks')}</a>}>
      <p>{say('contacts.none.text')}</p>
    </EmptyState>
  );
}
