/** The pre-announcement that a request follows on: one of a log, or one that stood alone. */
import type { ReactNode } from 'react';
import { useFormat } from '../../app/language/index.ts';
import { useCall } from '../../link/index.ts';
import { ComboBox, useSay } from '../../ui/index.ts';

interface AnnouncementFieldProps {
  readonly requestId: string;
  readonly value: string | null;
  readonly onChange: (revisionId: string | null) => void;
}

/** Nothing on a post where nothing was announced. */
export function AnnouncementField({ requestId, value, onChange }: AnnouncementFieldProps): ReactNode {
  const say = useSay();
  const format = useFormat();
  const list = useCall('life.announcements', {});
  const offered = list.state === 'ready' ? list.value.filter(({ requests }) => requests.every(({ id }) => id !== requestId)) : [];
  if (offered.length === 0) return null;
  return (
    <ComboBox
      label={say('lifeDesk.announcement')}
      placeholder={say('lifeDesk.announcementHint')}
      options={offered.map(({ id, reference, at, text }) => ({ value: id, label: text, description: `${reference} · ${format.dateTimeZone(at)}` }))}
      value={value}
      onChange={onChange}
    />
  );
}
