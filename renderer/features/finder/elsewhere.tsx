/** Where no request goes out: whom to call, with the number as this post knows it, and the capabilities that it is about. */
import type { ReactNode } from 'react';
import { href } from '../../app/routes.ts';
import { useReference } from '../../app/session.ts';
import { useCall } from '../../link/index.ts';
import { ErrorState, Skeleton, useBilingual, useSay } from '../../ui/index.ts';
import flow from '../../ui/flow.module.css';
import styles from './finder.module.css';

export function ContactsToCall({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const all = useCall('contacts.all', {});
  if (ids.length === 0) return null;
  if (all.state === 'loading') return <Skeleton lines={2} />;
  if (all.state === 'error') return <ErrorState error={all.error} onRetry={all.refresh} />;
  const { contacts, completions } = all.value;
  return (
    <section className={styles.part}>
      <h3>{say('finder.call')}</h3>
      <ul className={styles.contacts}>
        {ids.flatMap((id) => {
          const contact = contacts.find((one) => one.id === id);
          if (!contact) return [];
          const own = completions.find((one) => one.contactId === id)?.channels ?? [];
          return [
            <li key={id}>
              <a href={href({ room: 'contacts', code: contact.regionCode ?? 'landelijk' })}>{bilingual(contact.title)}</a>
              <span className={flow.quiet}>{bilingual(contact.role)}</span>
              {[...own.map(({ value }) => ({ label: say('finder.ownNumber'), value })), ...contact.channels.map(({ label, value }) => ({ label: bilingual(label), value }))].map(({ label, value }) => (
                <span key={`${label} ${value}`}>
                  <span className={flow.quiet}>{label}</span> <strong className={styles.number}>{value}</strong>
                </span>
              ))}
              {own.length + contact.channels.length === 0 && <span className={flow.quiet}>{say('finder.noNumber')}</span>}
            </li>,
          ];
        })}
      </ul>
    </section>
  );
}

export function CapabilityLinks({ ids }: { readonly ids: readonly string[] }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { capabilityById } = useReference();
  const known = ids.flatMap((id) => capabilityById.get(id) ?? []);
  if (known.length === 0) return null;
  return (
    <section className={styles.part}>
      <h3>{say('finder.capabilities')}</h3>
      <ul className={styles.links}>
        {known.map((capability) => (
          <li key={capability.id}>
            <a href={href({ room: 'catalogue', id: capability.id })}>{bilingual(capability.name)}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
