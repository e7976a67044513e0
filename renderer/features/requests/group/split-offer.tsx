/** Under the municipalities: the way to one request for each of them, where the rule asks for that. */
import { type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { splitsByMunicipality } from '../../../../shared/rules/own-requests.ts';
import { Button, useSay } from '../../../ui/index.ts';
import { useEditor, useFieldValue } from '../editor/editor-context.ts';
import { asCodes } from '../fields/narrow.ts';
import styles from './group.module.css';
import { municipalityMembers } from './municipality-members.ts';
import { SplitDialog } from './split-dialog.tsx';

export const splitField = 'applicant.municipalities';

export function SplitOffer(): ReactNode {
  const { document, draft, template } = useEditor();
  const say = useSay();
  const [asking, setAsking] = useState(false);
  const offer = useStore(draft.store, (state) => splitsByMunicipality(template, state.values));
  const several = asCodes(useFieldValue(splitField)).length > 1;
  if (municipalityMembers(document).length > 0 || offer === 'no') return null;
  return (
    <div className={styles.offer}>
      <p>{say(several ? 'depth.splitSeveral' : 'depth.splitOffer')}</p>
      <Button variant={several && offer === 'asked' ? 'primary' : 'plain'} onPress={() => setAsking(true)}>
        {say('depth.split')}
      </Button>
      {asking && <SplitDialog onClose={() => setAsking(false)} />}
    </div>
  );
}

/** In the group: one more municipality that asks the same. */
export function AddMember(): ReactNode {
  const { document } = useEditor();
  const say = useSay();
  const [asking, setAsking] = useState(false);
  if (!municipalityMembers(document).some((member) => member.id === document.id && member.follows)) return null;
  return (
    <>
      <Button variant="quiet" size="small" onPress={() => setAsking(true)}>
        {say('depth.splitMore')}
      </Button>
      {asking && <SplitDialog onClose={() => setAsking(false)} />}
    </>
  );
}
