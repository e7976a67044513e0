/** Says when typing cannot be saved, what is safe and what to do; and tells screen readers now and then that all is well. */
import { type ReactNode, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { Banner, Button, announce, errorWords, useSay } from '../ui/index.ts';
import type { Draft } from './draft/draft-store.ts';

/** Every save read out would drown the typing; one in this time is enough to trust it. */
const sayAtMostEach = 30_000;

export function SaveTrouble<V>({ draft }: { readonly draft: Draft<V> }): ReactNode {
  const say = useSay();
  const save = useStore(draft.store, (state) => state.save);
  const savedAt = useStore(draft.store, (state) => state.savedAt);
  const said = useRef(0);
  const failed = useRef(false);
  const opened = useRef(savedAt);

  useEffect(() => {
    if (save.kind === 'failing') failed.current = true;
    if (save.kind !== 'saved' || savedAt === opened.current) return;
    opened.current = savedAt;
    const now = performance.now();
    if (!failed.current && said.current > 0 && now - said.current < sayAtMostEach) return;
    failed.current = false;
    said.current = now;
    announce(say('request.saved'));
  }, [save, savedAt, say]);

  if (save.kind !== 'failing') return null;
  const words = errorWords(save.error, say);
  return (
    <Banner tone="error" role="alert" title={say('request.notSaved.title')} actions={<Button onPress={() => void draft.flush()}>{say('request.notSaved.retry')}</Button>}>
      <p>{words.happened}</p>
      <p>{say('request.notSaved.text')}</p>
      {words.todo === undefined ? null : <p>{words.todo}</p>}
    </Banner>
  );
}
