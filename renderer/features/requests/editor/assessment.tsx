/**
 * The live view of the rules on the draft: the same pure function that the store runs. It follows the typing as a deferred update, so
 * that no keystroke waits for it, and looks at the clock each half minute, because a start can pass while the person thinks.
 */
import { type ReactNode, createContext, useContext, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { assess } from '../../../../shared/rules/assess.ts';
import type { Assessment, Finding } from '../../../../shared/domain/assessment.ts';
import type { CapabilityClaim } from '../../../../shared/domain/claim.ts';
import type { LegalBasis } from '../../../../shared/domain/legal-basis.ts';
import { count } from '../../../app/findings.tsx';
import { useNow } from '../../../app/use-now.ts';
import { useCall, useEvent } from '../../../link/index.ts';
import { announce, useSay } from '../../../ui/index.ts';
import { useEditor } from './editor-context.ts';

/** after this much rest the change of the checks is read out, milliseconds */
const restBeforeAnnouncing = 1500;

const AssessmentContext = createContext<Assessment | undefined>(undefined);

export function useAssessment(): Assessment {
  const assessment = useContext(AssessmentContext);
  if (!assessment) throw new Error('the assessment is asked outside the editor');
  return assessment;
}

interface AssessmentProviderProps {
  readonly basis: LegalBasis;
  /** the counts are not read out: the fields stand in another document */
  readonly isQuiet?: boolean;
  readonly children: ReactNode;
}

export function AssessmentProvider({ basis, isQuiet = false, children }: AssessmentProviderProps): ReactNode {
  const { document, draft, template, reference } = useEditor();
  const claims = useClaims(document.id);
  const groupId = document.group?.id;
  const now = useNow();
  const values = useDeferredValue(useStore(draft.store, (state) => state.values));
  const assessment = useMemo(() => assess({ values, template, basis, reference, now, claims, requestId: document.id, ...(groupId === undefined ? {} : { groupId }) }), [values, template, basis, reference, now, claims, document.id, groupId]);
  useAnnouncedCounts(assessment.findings, isQuiet);
  return <AssessmentContext value={assessment}>{children}</AssessmentContext>;
}

const noClaims: readonly CapabilityClaim[] = [];

/** What the other open requests of this post ask; asked again when one of them changes. Without an answer nothing is said of it. */
function useClaims(own: string): readonly CapabilityClaim[] {
  const claims = useCall('capability.claims', {});
  useEvent('document.changed', ({ id }) => {
    if (id !== own) claims.refresh();
  });
  return claims.state === 'ready' ? claims.value : noClaims;
}

function useAnnouncedCounts(findings: readonly Finding[], isQuiet: boolean): void {
  const say = useSay();
  const blocks = count(findings, 'blocks');
  const warns = count(findings, 'warns');
  const [said, setSaid] = useState({ blocks, warns });
  useEffect(() => {
    if (isQuiet || (said.blocks === blocks && said.warns === warns)) return undefined;
    const timer = setTimeout(() => {
      setSaid({ blocks, warns });
      announce(say('request.checksAnnounce', { blocks, warns }));
    }, restBeforeAnnouncing);
    return () => clearTimeout(timer);
  }, [blocks, warns, said, isQuiet, say]);
}
