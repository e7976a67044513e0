/** An earlier request to start from, found by its words or its reference. */
import { type ReactNode, useMemo, useState } from 'react';
import type { RequestSummary } from '../../shared/domain/request.ts';
import { useCall } from '../link/index.ts';
import { ComboBox, useSay } from '../ui/index.ts';
import { useFormat } from './language/index.ts';
import { plainText } from './plain-text.ts';

/** A list to read through; who has more types a word of it. */
const mostOffered = 30;
const none: readonly RequestSummary[] = [];

export interface EarlierFieldProps {
  readonly value: RequestSummary | undefined;
  readonly onChoose: (request: RequestSummary | undefined) => void;
}

/** Nothing on a post that has no request yet. */
export function EarlierField({ value, onChoose }: EarlierFieldProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const list = useCall('request.list', {});
  const [text, setText] = useState('');
  const requests = list.state === 'ready' ? list.value : none;
  const newestFirst = useMemo(
    () => requests.toSorted((one, other) => (one.savedAt < other.savedAt ? 1 : -1)).map((request) => ({ request, words: plainText(`${request.title} ${request.reference}`) })),
    [requests],
  );
  if (requests.length === 0) return null;
  const typed = value && text === value.title ? [] : plainText(text).split(' ').filter(Boolean);
  const found: RequestSummary[] = value ? [value] : [];
  for (const { request, words } of newestFirst) {
    if (found.length >= mostOffered) break;
    if (request.id !== value?.id && typed.every((word) => words.includes(word))) found.push(request);
  }
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
