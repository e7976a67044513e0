/** An earlier request to start from, found by its words or its reference. */
import { type ReactNode, useState } from 'react';
import type { RequestSummary } from '../../shared/domain/request.ts';
import { useCall } from '../link/index.ts';
import { ComboBox, useSay } from '../ui/index.ts';
import { useFormat } from './language/index.ts';

/** A list to read through; who has more types a word of it. */
const mostOffered = 30;

export interface EarlierFieldProps {
  readonly value: RequestSummary | undefined;
  readonly onChoose: (request: RequestSummary | undefined) => void;
}

/** Nothing on a post that has no request yet. */
export function EarlierField({ value, onChoose }: EarlierFieldProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const [text, setText] = useState('');
  const find = value && text === value.title ? '' : text.slice(0, 200);
  const list = useCall('request.list', { find, limit: mostOffered }, { keepsLast: true });
  if (list.state !== 'ready' || (list.value.total === 0 && find === '')) return null;
  const found = value ? [value, ...list.value.requests.filter(({ id }) => id !== value.id)] : list.value.requests;
  return (
    <ComboBox
      label={say('depth.from')}
      help={say('depth.fromHelp')}
      options={found.map((request) => ({ value: request.id, label: request.title, description: `${request.reference} · ${format.dateTime(request.savedAt)}` }))}
      onSearch={setText}
      value={value?.id ?? null}
      onChange={(id) => onChoose(found.find((request) => request.id === id))}
    />
  );
}
