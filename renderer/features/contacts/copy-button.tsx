/** Puts a number or address on the clipboard and says so. */
import type { ReactNode } from 'react';
import { link } from '../../link/index.ts';
import { Button, CopyIcon, errorWords, notify, useSay } from '../../ui/index.ts';

export function CopyButton({ value, of }: { readonly value: string; readonly of: string }): ReactNode {
  const say = useSay();
  const copy = async (): Promise<void> => {
    const copied = await link.call('clipboard.copy', { text: value });
    notify(copied.ok ? { tone: 'ok', text: say('contacts.copied', { value }) } : { tone: 'error', text: errorWords(copied.error, say).happened });
  };
  return (
    <Button size="small" icon={<CopyIcon size={12} />} onPress={() => void copy()}>
      {say('contacts.copy')}
      <span className="visually-hidden"> {say('contacts.copyOf', { value, name: of })}</span>
    </Button>
  );
}
