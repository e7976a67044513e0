/** Chooses a request that is there already, by a word of its title or its number. */
import { type ReactNode, useState } from 'react';
import type { RequestQuery } from '../../shared/domain/listing.ts';
import type { RequestSummary } from '../../shared/domain/request.ts';
import { useCall } from '../link/index.ts';
import { ComboBox, EmptyState, ErrorState, type Option, Skeleton } from '../ui/index.ts';
import { requestName } from './request-name.ts';

/** A list to read through; who has more types a word of it. */
const mostOffered = 30;

export interface RequestChoiceProps {
  readonly label: string;
  readonly placeholder: string;
  /** said when there is none to choose from */
  readonly none: string;
  /** which requests, beside what is typed */
  readonly among: Pick<RequestQuery, 'state' | 'notInDossierId' | 'spaceId'>;
  readonly fits?: (request: RequestSummary) => boolean;
  /** what is said of a request beside its number */
  readonly about?: (request: RequestSummary) => readonly string[];
  readonly value: RequestSummary | null;
  readonly onChange: (request: RequestSummary | null) => void;
}

export function RequestChoice({ label, placeholder, none, among, fits = () => true, about = () => [], value, onChange }: RequestChoiceProps): ReactNode {
  const [find, setFind] = useState('');
  const list = useCall('request.list', { ...among, find: find.slice(0, 200), limit: mostOffered }, { keepsLast: true });
  if (list.state === 'loading') return <Skeleton lines={2} />;
  if (list.state === 'error') return <ErrorState error={list.error} onRetry={list.refresh} />;
  const found = list.value.requests.filter(fits);
  // what was chosen stays among the options when its own name is what stands in the field
  const offered = value ? [value, ...found.filter(({ id }) => id !== value.id)] : found;
  if (offered.length === 0 && find === '') return <EmptyState title={none} />;
  const options = offered.map((request): Option => ({ value: request.id, label: requestName(request), description: [request.reference, ...about(request)].join(' · ') }));
  return (
    <ComboBox
      autoFocus
      label={label}
      placeholder={placeholder}
      options={options}
      onSearch={(text) => setFind(value && text === requestName(value) ? '' : text)}
      value={value?.id ?? null}
      onChange={(id) => onChange(offered.find((request) => request.id === id) ?? null)}
    />
  );
}
