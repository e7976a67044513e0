/** The sections of the request with their state, and its versions. */
import type { ReactNode } from 'react';
import type { TemplateSection } from '../../../../shared/domain/template.ts';
import { Panel, type Step, Steps, useBilingual, useSay } from '../../../ui/index.ts';
import { asLines } from '../fields/narrow.ts';
import { GroupOffers } from '../group/group-offers.tsx';
import { Versions } from '../versions.tsx';
import { useAssessment } from './assessment.tsx';
import { useEditor, useFieldValue } from './editor-context.ts';

export interface SectionsPanelProps {
  /** those that ask something of this draft */
  readonly sections: readonly TemplateSection[];
  readonly current: string;
  readonly onChoose: (id: string) => void;
  readonly onOpenRevision: (revisionId: string) => void;
  readonly onSnapshot: () => void;
}

export function SectionsPanel({ sections, current, onChoose, onOpenRevision, onSnapshot }: SectionsPanelProps): ReactNode {
  const { document, template } = useEditor();
  const say = useSay();
  const bilingual = useBilingual();
  const { completeness } = useAssessment();
  const linesField = template.sections.flatMap((section) => section.fields).find((field) => field.type === 'capabilityLines')?.id ?? '';
  const lines = asLines(useFieldValue(linesField)).length;
  const states = new Map(completeness.sections.map((section) => [section.id, section.state]));
  const steps = sections.map((section): Step => {
    const counts = lines > 0 && section.fields.some((field) => field.id === linesField);
    return { id: section.id, label: bilingual(section.title), state: states.get(section.id) ?? 'empty', ...(counts ? { note: `(${lines})` } : {}) };
  });
  return (
    <Panel title={say('request.sections')} scrolls>
      <Steps label={say('request.sections')} steps={steps} current={current} onChoose={onChoose} />
      <GroupOffers />
      <Versions document={document} onOpen={onOpenRevision} onSnapshot={onSnapshot} />
    </Panel>
  );
}
