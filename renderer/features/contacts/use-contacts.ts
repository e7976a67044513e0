/** Contacts with what this post keeps of them, as the parts of a page share them. */
import { createContext, useContext, useEffect, useState } from 'react';
import type { CallOutput } from '../../../shared/contract.ts';
import type { ContactCompletion } from '../../../shared/domain/contact.ts';

export interface Contacts extends CallOutput<'contacts.all'> {
  readonly completionById: ReadonlyMap<string, ContactCompletion>;
  /** asks the store again, after something was changed */
  readonly refresh: () => void;
}

export function indexContacts(all: CallOutput<'contacts.all'>, refresh: () => void): Contacts {
  return { ...all, completionById: new Map(all.completions.map((completion) => [completion.contactId, completion])), refresh };
}

export const ContactsContext = createContext<Contacts | undefined>(undefined);

export function useContacts(): Contacts {
  const contacts = useContext(ContactsContext);
  if (!contacts) throw new Error('a part of the contacts was shown without them');
  return contacts;
}

const tickMs = 30_000;

/** The clock of the post in ms since 1970, close enough to say who is on call. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  return now;
}
