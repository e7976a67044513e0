/** Taking up an invitation: what it says is shown before anything happens. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { Invitation, SpaceSummary } from '../../../shared/domain/space.ts';
import type { CallError } from '../../../shared/errors.ts';
import { refreshExchange } from '../../app/exchange-state.ts';
import { HubAddress } from '../../app/hub-address.tsx';
import { useFormat } from '../../app/language/index.ts';
import { navigate } from '../../app/routes.ts';
import { Banner, Button, Dialog, ErrorState, type FactRow, Facts, Fingerprint, focusField, notify, useSay } from '../../ui/index.ts';
import { FileOrWords, type GivenFile, errorLine, toRead, whyNothing } from './file-or-words.tsx';
import { postName } from './space-words.ts';
import flow from '../../ui/flow.module.css';
import { useReading } from './use-reading.ts';
import { useRun } from '../../app/use-run.ts';
import { useTyping } from '../../app/use-typing.ts';

const wordsField = 'space-join-words';

export interface JoinDialogProps {
  readonly spaces: readonly SpaceSummary[];
  /** a file that was opened in another room */
  readonly given?: GivenFile | undefined;
  readonly onClose: () => void;
}

export function JoinDialog({ spaces, given, onClose }: JoinDialogProps): ReactNode {
  const say = useSay();
  const formId = useId();
  const typing = useTyping('spaces', 'join');
  const words = typing.fields['words'] ?? '';
  const [file, setFile] = useState(given);
  const [missing, setMissing] = useState<string>();
  const { run, busy, error, forgetError } = useRun('space.join');
  const text = toRead('invitation', words, file);
  const read = useReading('space.readInvitation', text);
  const told = read?.ok ? read.value : undefined;
  const here = told && spaces.find(({ id, standing }) => id === told.spaceId && (standing === 'keeper' || standing === 'editor' || standing === 'reader'));
  const refused = told && !here ? refusalOf(told) : undefined;
  const wrong = missing ?? (error ? errorLine(error, say) : read && !read.ok ? errorLine(read.error, say) : undefined);
  if (!typing.isReady) return null;

  const take = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (text === undefined) {
      setMissing(whyNothing('invitation', words, say));
      focusField(wordsField);
      return;
    }
    if (refused || !told) return;
    const joined = await run({ text });
    if (!joined) {
      focusField(wordsField);
      return;
    }
    typing.clear();
    notify({ tone: 'ok', text: joined.standing === 'awaiting' ? say('spaces.join.awaits') : say('spaces.join.joined', { name: joined.name }) });
    void refreshExchange();
    onClose();
    navigate({ room: 'space', id: joined.id });
  };
  const changed = (): void => {
    setMissing(undefined);
    forgetError();
  };

  return (
    <Dialog
      title={say('spaces.join.title')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('frame.ui.leave')}</Button>
          {here ? (
            <Button
              variant="primary"
              onPress={() => {
                typing.clear();
                onClose();
                navigate({ room: 'space', id: here.id });
              }}
            >
              {say('spaces.join.open')}
            </Button>
          ) : (
            !refused && (
              <Button variant="primary" type="submit" form={formId} isPending={busy}>
                {say('spaces.join.take')}
              </Button>
            )
          )}
        </>
      }
    >
      <form id={formId} className={flow.stack} onSubmit={(event) => void take(event)}>
        <p>{say('spaces.join.text')}</p>
        <FileOrWords
          id={wordsField}
          what="invitation"
          label={say('spaces.join.words')}
          help={say('spaces.join.words.help')}
          words={words}
          onWords={(next) => {
            changed();
            typing.set('words', next);
          }}
          file={file}
          onFile={(next) => {
            changed();
            setFile(next);
          }}
          error={wrong}
        />
        {told && <InvitationFacts told={told} here={here} />}
        {here && (
          <Banner>
            <p>{say('spaces.join.already')}</p>
          </Banner>
        )}
        {refused && <ErrorState error={refused} />}
      </form>
    </Dialog>
  );
}

/** What the store would refuse is said before anything is pressed. */
function refusalOf({ forThisPost, expired }: Invitation): CallError | undefined {
  if (!forThisPost) return { code: 'invitation.other', message: 'not for this post' };
  return expired ? { code: 'invitation.expired', message: 'expired' } : undefined;
}

function InvitationFacts({ told, here }: { readonly told: Invitation; readonly here: SpaceSummary | undefined }): ReactNode {
  const say = useSay();
  const { dateTimeZone } = useFormat();
  const name = told.name ?? here?.name;
  const { kind, role, by, hub } = told;
  const rows: readonly FactRow[] = [
    { label: say('spaces.join.space'), value: name === undefined ? say('spaces.join.later') : [name, kind && say(`spaces.kind.${kind}`)].filter(Boolean).join(' · ') },
    ...(role === undefined ? [] : [{ label: say('spaces.join.role'), value: say(`spaces.standing.${role}`), source: say(`spaces.role.${role}.help`) }]),
    ...(by === undefined
      ? []
      : [
          {
            label: say('spaces.join.by'),
            value: (
              <>
                {by.name ? <div>{postName(by)}</div> : null}
                <Fingerprint>{by.fingerprint}</Fingerprint>
              </>
            ),
            source: say('spaces.join.by.help'),
          },
        ]),
    { label: say('spaces.join.until'), value: dateTimeZone(told.until) },
    ...(hub === undefined ? [] : [{ label: say('spaces.join.hub'), value: <HubAddress url={hub.url} />, source: say('spaces.join.hub.help') }]),
  ];
  return <Facts rows={rows} />;
}
