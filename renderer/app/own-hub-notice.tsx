/** That this post is the hub again since the application started, or could not be: said once, wherever the person is. */
import { useEffect } from 'react';
import { notify } from '../ui/live.tsx';
import { useExchange } from './exchange-state.ts';
import { useSay } from './language/index.ts';

/** Another view makes every screen anew; what was said stays said. */
const told = new Set<string>();

export function OwnHubNotice(): null {
  const say = useSay();
  const hub = useExchange((state) => state.ownHub);
  const news = hub?.state === 'running' && hub.resumed ? 'back' : hub?.state === 'stopped' && hub.error !== undefined ? 'notBack' : undefined;
  const key = hub?.state === 'running' ? hub.since : 'stopped';
  useEffect(() => {
    if (news === undefined || told.has(`${news} ${key}`)) return;
    told.add(`${news} ${key}`);
    notify({ tone: news === 'back' ? 'info' : 'error', text: say(`exchangeDesk.own.${news}`) });
  }, [news, key, say]);
  return null;
}
