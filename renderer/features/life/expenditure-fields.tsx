/** What the deployment cost beyond what would have been spent anyway: euros, hours, people. */
import type { ReactNode } from 'react';
import type { TypedFields } from '../../../shared/domain/half-typed.ts';
import { NumberField, useSay } from '../../ui/index.ts';
import { numberOf } from './step-fields.ts';

const counted = { maximumFractionDigits: 0 } as const;
const most = 1_000_000_000;

export function ExpenditureFields({ fields, onChange }: { readonly fields: TypedFields; readonly onChange: (field: string, value: string | null) => void }): ReactNode {
  const say = useSay();
  const set = (field: string) => (value: number | null) => onChange(field, value?.toString() ?? null);
  return (
    <>
      <NumberField label={say('lifeDesk.euros')} minimum={0} maximum={most} formatOptions={{ style: 'currency', currency: 'EUR' }} value={numberOf(fields['euros'])} onChange={set('euros')} />
      <NumberField label={say('lifeDesk.hoursWorked')} minimum={0} maximum={most} value={numberOf(fields['hours'])} onChange={set('hours')} />
      <NumberField label={say('lifeDesk.people')} minimum={0} maximum={most} formatOptions={counted} value={numberOf(fields['people'])} onChange={set('people')} />
    </>
  );
}
