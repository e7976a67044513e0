/** A request to read beside the advice on it: what each field says, and the way to propose another value. */
import type { ReactNode } from 'react';
import { valueText } from '../../../../shared/document/value-text.ts';
import { shownFields } from '../../../../shared/rules/conditions.ts';
import { Lines } from '../../../app/changes/change-list.tsx';
import type { RequestPaneProps } from '../../../app/request-parts.ts';
import { useReference } from '../../../app/session.ts';
import { useValueReading } from '../../../app/value-reading.ts';
import { Button, EmptyState, Tag, useBilingual, useSay } from '../../../ui/index.ts';
import { referenceIndex } from '../reference-index.ts';
import styles from './advised.module.css';

export function RequestPane({ request, onPropose, proposed }: RequestPaneProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const reference = referenceIndex(useReference());
  const reading = useValueReading('request', request.templateId);
  const template = reference.templates[request.templateId];
  if (!template) return <EmptyState title={say('request.templateGone')} />;
  const shown = shownFields(template, request.values);
  return (
    <div className={styles.pane}>
      {template.sections.map((section) => {
        const fields = section.fields.filter(({ id }) => shown.has(id));
        if (fields.length === 0) return null;
        return (
          <section key={section.id} aria-label={bilingual(section.title)}>
            <h3>{bilingual(section.title)}</h3>
            <dl>
              {fields.map((field) => {
                const text = valueText(reading, field, request.values[field.id]);
                const label = bilingual(field.label);
                return (
                  <div key={field.id} className={styles.read}>
                    <dt>{label}</dt>
                    <dd>
                      <Lines text={text} />
                    </dd>
                    {onPropose && (
                      <dd className={styles.act}>
                        {proposed.has(field.id) ? (
                          <Tag>{say('adviceDesk.proposedHere')}</Tag>
                        ) : (
                          <Button variant="quiet" size="small" onPress={() => onPropose(field.id)}>
                            {say('adviceDesk.propose')}
                            <span className="visually-hidden">: {label}</span>
                          </Button>
                        )}
                      </dd>
                    )}
                  </div>
                );
              })}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
