/** The way from a document to its history; also by keyboard. */
import type { ReactNode } from 'react';
import { useSay } from './language/index.ts';
import { href, navigate } from './routes.ts';
import { useShortcut } from './shortcuts.ts';

export function HistoryLink({ id }: { readonly id: string }): ReactNode {
  const say = useSay();
  useShortcut({ keys: 'Alt+G', label: say('history.word'), run: () => navigate({ room: 'history', id }) });
  return <a href={href({ room: 'history', id })}>{say('history.word')}</a>;
}
