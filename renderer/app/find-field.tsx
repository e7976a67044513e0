/**
 * The field that a list is searched with. What is typed stays with the field and reaches the list when the typing pauses: a list is
 * drawn anew when there is time for it, not under every letter.
 */
import { type ReactNode, startTransition, useEffect, useEffectEvent, useState } from 'react';
import { TextField } from '../ui/index.ts';

/** milliseconds without another letter */
const pause = 150;
/** what the store takes */
const longest = 200;

export interface FindFieldProps {
  readonly id?: string;
  readonly label: string;
  /** the label stands in the field instead of above it */
  readonly isLabelInside?: boolean;
  /** what the list is searched for */
  readonly value: string;
  readonly onFind: (text: string) => void;
}

export function FindField({ id, label, isLabelInside = false, value, onFind }: FindFieldProps): ReactNode {
  const [typed, setTyped] = useState(value);
  const [told, setTold] = useState(value);
  if (value !== told) {
    // emptied from elsewhere
    setTold(value);
    setTyped(value);
  }
  const tell = useEffectEvent((text: string) => {
    setTold(text);
    // the list is drawn in slices, between which a key is answered
    startTransition(() => onFind(text));
  });
  const isSettled = typed === told;
  useEffect(() => {
    if (isSettled) return undefined;
    const timer = setTimeout(() => tell(typed), pause);
    return () => clearTimeout(timer);
  }, [isSettled, typed]);
  return <TextField {...(id === undefined ? {} : { id })} label={label} {...(isLabelInside ? { isLabelHidden: true, placeholder: label } : {})} value={typed} maxLength={longest} onChange={setTyped} />;
}
