/** Opens the choice of what goes into the set on paper. */
import { type ReactNode, useState } from 'react';
import { Button, PrintIcon } from '../ui/index.ts';
import { EmergencyDialog } from './emergency-dialog.tsx';

export interface EmergencyButtonProps {
  readonly label: string;
  /** instead of the region of the post */
  readonly regionCode?: string | undefined;
  /** what is chosen of the catalogue to begin with */
  readonly capabilityIds?: readonly string[];
}

export function EmergencyButton({ label, regionCode, capabilityIds = [] }: EmergencyButtonProps): ReactNode {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={<PrintIcon />} onPress={() => setOpen(true)}>
        {label}
      </Button>
      {isOpen && <EmergencyDialog regionCode={regionCode} capabilityIds={capabilityIds} onClose={() => setOpen(false)} />}
    </>
  );
}
