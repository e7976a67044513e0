/** Beside the advice: the request that it is about, to read and to propose at; and what the rules say of the advice. */
import { type ReactNode, useState } from 'react';
import type { AdviceDocument } from '../../../shared/domain/advice.ts';
import type { Finding } from '../../../shared/domain/assessment.ts';
import type { RequestDocument } from '../../../shared/domain/request.ts';
import type { CallError } from '../../../shared/errors.ts';
import { FindingList, count } from '../../app/findings.tsx';
import type { RequestParts } from '../../app/request-parts.ts';
import { requestName } from '../../app/request-name.ts';
import { link, useCall } from '../../link/index.ts';
import { Button, ComboBox, ErrorState, Panel, Tabs, Tag, notify, useSay } from '../../ui/index.ts';
import styles from './advice.module.css';

interface AdviceAsideProps extends Pick<RequestParts, 'RequestPane'> {
  readonly advice: AdviceDocument;
  readonly request: RequestDocument | undefined;
  readonly findings: readonly Finding[];
  readonly onJump: (field: string) => void;
  readonly onPropose: (field: string) => void;
  readonly proposed: ReadonlySet<string>;
  readonly onLinked: () => void;
}

export function AdviceAside({ advice, request, findings, onJump, onPropose, proposed, onLinked, RequestPane }: AdviceAsideProps): ReactNode {
  const say = useSay();
  const open = count(findings, 'blocks') + count(findings, 'warns');
  const tag = <Tag tone={open === 0 ? 'ok' : count(findings, 'blocks') > 0 ? 'bad' : 'warn'}>{say('request.checksOpen', { count: open })}</Tag>;
  const checks = <FindingList findings={findings} onJump={onJump} />;
  if (!request) {
    return (
      <Panel title={say('adviceDesk.checks')} aside={tag} scrolls>
        {checks}
        <LinkRequest advice={advice} onLinked={onLinked} />
      </Panel>
    );
  }
  return (
    <Panel scrolls>
      <Tabs
        label={say('adviceDesk.request')}
        tabs={[
          { id: 'request', label: `${say('adviceDesk.request')} ${request.reference}`, content: <RequestPane request={request} onPropose={onPropose} proposed={proposed} /> },
          { id: 'checks', label: <span className={styles.tags}>{say('request.checks')} {tag}</span>, content: checks },
        ]}
      />
    </Panel>
  );
}

/** A question can become a request later; the advice on it goes along. */
function LinkRequest({ advice: { id, spaceId }, onLinked }: { readonly advice: AdviceDocument; readonly onLinked: () => void }): ReactNode {
  const say = useSay();
  const [find, setFind] = useState('');
  const requests = useCall('request.list', { find: find.slice(0, 200), spaceId, limit: 50 }, { keepsLast: true });
  const [chosen, setChosen] = useState<string | null>(null);
  const [error, setError] = useState<CallError>();
  const join = async (): Promise<void> => {
    const linked = await link.call('advice.link', { id, requestId: chosen });
    if (!linked.ok) return setError(linked.error);
    notify({ tone: 'ok', text: say('adviceDesk.requestLinked') });
    onLinked();
  };
  return (
    <div className={styles.link}>
      <ComboBox
        label={say('adviceDesk.requestLink')}
        placeholder={say('adviceDesk.newRequestHint')}
        options={(requests.state === 'ready' ? requests.value.requests : []).map((request) => ({ value: request.id, label: requestName(request), description: request.reference }))}
        onSearch={setFind}
        value={chosen}
        onChange={setChosen}
      />
      <Button size="small" isDisabled={chosen === null} onPress={() => void join()}>
        {say('adviceDesk.requestLinkGo')}
      </Button>
      {error && <ErrorState error={error} />}
    </div>
  );
}
