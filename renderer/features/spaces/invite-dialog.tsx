/** Inviting one post: its card, what it is called where the card does not say, its role, and for how long. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { postFunctions, spaceRoles } from '../../../shared/domain/choices.ts';
import type { GivenInvitation, MemberName, SpaceDetail } from '../../../shared/domain/space.ts';
import { useIdentity, useReference } from '../../app/session.ts';
import { ComboBox, Dialog, DoOrLeave, Facts, Fingerprint, NumberField, RadioGroup, TextField, focusField, useSay } from '../../ui/index.ts';
import { FileOrWords, type GivenFile, errorLine, toRead, whyNothing } from './file-or-words.tsx';
import { InvitationDialog } from './invitation-dialog.tsx';
import { memberFacts } from './member-facts.tsx';
import flow from '../../ui/flow.module.css';
import styles from './spaces.module.css';
import { useReading } from './use-reading.ts';
import { useRun } from '../../app/use-run.ts';
import { useTyping } from '../../app/use-typing.ts';

const cardField = 'space-invite-card';
const postField = 'space-invite-post';
const regionField = 'space-invite-region';
const daysField = 'space-invite-days';
const longestPost = 60;
const mostDays = 90;
const usualDays = '7';

export interface InviteDialogProps {
  readonly space: SpaceDetail;
  /** a card that was opened in another room */
  readonly card?: GivenFile | undefined;
  readonly onInvited: () => void;
  readonly onClose: () => void;
}

export function InviteDialog({ space, card: handed, onInvited, onClose }: InviteDialogProps): ReactNode {
  const say = useSay();
  const formId = useId();
  const { regions, regionByCode } = useReference();
  const { regionCode: ownRegion } = useIdentity();
  const typing = useTyping(`space-${space.summary.id}`, 'invite');
  const { card: words = '', post = '', region = ownRegion, days = usualDays } = typing.fields;
  const postFunction = postFunctions.find((known) => known === typing.fields['function']) ?? 'rmoa';
  const role = spaceRoles.find((known) => known === typing.fields['role']) ?? 'editor';
  const [file, setFile] = useState(handed);
  const [asked, setAsked] = useState(false);
  const [given, setGiven] = useState<{ readonly invitation: GivenInvitation; readonly post: string }>();
  const { run, busy, error, forgetError } = useRun('space.invite');
  const text = toRead('card', words, file);
  const read = useReading('space.readCard', text);
  const card = read?.ok ? read.value : undefined;
  const unnamed = card && !card.name;
  const dayCount = Number(days);
  const areDaysWrong = days === '' || !Number.isInteger(dayCount) || dayCount < 1 || dayCount > mostDays;
  const wrongCard = error ? errorLine(error, say) : read && !read.ok ? errorLine(read.error, say) : asked && text === undefined ? whyNothing('card', words, say) : undefined;
  if (given) return <InvitationDialog spaceId={space.summary.id} invitation={given.invitation} post={given.post} onClose={onClose} />;
  if (!typing.isReady) return null;

  const invite = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setAsked(true);
    const faults = [text === undefined && cardField, unnamed && post.trim() === '' && postField, unnamed && region === '' && regionField, areDaysWrong && daysField];
    const first = faults.find((fault) => fault !== false && fault !== undefined);
    if (typeof first === 'string') focusField(first);
    if (typeof first === 'string' || !card || text === undefined) return;
    const name: MemberName = card.name ?? { post: post.trim(), function: postFunction, regionCode: region };
    const invitation = await run({ id: space.summary.id, card: text, role, days: dayCount, ...(card.name ? {} : { name }) });
    if (!invitation) {
      focusField(cardField);
      return;
    }
    typing.clear();
    onInvited();
    setGiven({ invitation, post: name.post });
  };

  return (
    <Dialog
      title={say('spaces.invite.title', { name: space.summary.name })}
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} form={formId} isPending={busy} doLabel={say('spaces.invite.make')} />}
    >
      <form id={formId} className={flow.stack} onSubmit={(event) => void invite(event)}>
        <FileOrWords
          id={cardField}
          what="card"
          label={say('spaces.invite.card')}
          help={say('spaces.invite.card.help')}
          words={words}
          onWords={(next) => {
            forgetError();
            typing.set('card', next);
          }}
          file={file}
          onFile={(next) => {
            forgetError();
            setFile(next);
          }}
          error={wrongCard}
        />
        {card && (
          <Facts
            rows={[
              ...(card.name ? [{ label: say('spaces.members.post'), value: card.name.post }, ...memberFacts(card.name, regionByCode, say)] : []),
              { label: say('spaces.fingerprint'), value: <Fingerprint>{card.fingerprint}</Fingerprint>, source: say('spaces.invite.compare') },
            ]}
          />
        )}
        {unnamed && (
          <>
            <TextField
              id={postField}
              isRequired
              label={say('spaces.invite.post')}
              value={post}
              onChange={(next) => typing.set('post', next)}
              maxLength={longestPost}
              spellCheck={false}
              error={asked && post.trim() === '' ? say('spaces.invite.post.missing') : undefined}
            />
            <RadioGroup
              label={say('spaces.invite.function')}
              orientation="horizontal"
              value={postFunction}
              onChange={(next) => typing.set('function', next ?? postFunction)}
              options={postFunctions.map((value) => ({ value, label: say(`frame.function.${value}`) }))}
            />
            <ComboBox
              id={regionField}
              isRequired
              label={say('spaces.invite.region')}
              value={region === '' ? null : region}
              onChange={(next) => typing.set('region', next ?? '')}
              options={regions.map(({ code, name }) => ({ value: code, label: `${code} ${name}` }))}
              error={asked && region === '' ? say('spaces.invite.region.missing') : undefined}
            />
          </>
        )}
        <RadioGroup
          label={say('spaces.invite.role')}
          value={role}
          onChange={(next) => typing.set('role', next ?? role)}
          options={spaceRoles.map((value) => ({ value, label: say(`spaces.standing.${value}`), description: say(`spaces.role.${value}.help`) }))}
        />
        <div className={styles.narrow}>
          <NumberField
            id={daysField}
            label={say('spaces.invite.days')}
            help={say('spaces.invite.days.help')}
            unit={say('spaces.invite.days.unit')}
            minimum={1}
            maximum={mostDays}
            value={days === '' ? null : dayCount}
            onChange={(next) => typing.set('days', next === null ? '' : String(next))}
            error={asked && areDaysWrong ? say('spaces.invite.days.missing') : undefined}
          />
        </div>
      </form>
    </Dialog>
  );
}
