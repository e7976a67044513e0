/** Spaces in the window: words typed over from a voice, what may be done where, and what happened in words. */
import { describe, expect, it } from 'vitest';
import { contentsWords, eventWords, postName, spaceName, stateWord } from '../../../renderer/features/spaces/space-words.ts';
import { hasLapsed, isFresh, isOnlyKeeper, mayInSpace, mayWithMember } from '../../../renderer/features/spaces/what-may.ts';
import { whyNothing } from '../../../renderer/features/spaces/file-or-words.tsx';
import type { MembershipAct, OwnStanding, SpaceDetail, SpaceMember, SpaceSummary } from '../../../shared/domain/space.ts';
import { heard, inLines, spokenLength } from '../../../shared/domain/spoken-words.ts';
import { membershipActs } from '../../../shared/domain/choices.ts';
import { type MessageId, type MessageValues, say as sayIn } from '../../../shared/messages/index.ts';
import { paperCard } from '../../helpers/space-maker.ts';

const say = (id: MessageId, values?: MessageValues): string => sayIn('nl', id, values);
const card = paperCard('ML-01').words;
const now = '2026-11-22T02:00:00.000Z';

describe('words that are typed over', () => {
  it('a card has as many as the window asks for, in lines of four', () => {
    expect(card).toHaveLength(spokenLength.card);
    const lines = inLines(card);
    expect(lines.map(({ from }) => from)).toEqual([1, 5, 9, 13, 17, 21, 25, 29, 33]);
    expect(lines.flatMap(({ words }) => words)).toEqual(card);
  });

  it('every beginning of them is fine, letter by letter, until all are there', () => {
    const text = card.join(' ');
    for (let end = 1; end < text.length; end += 1) expect(heard(text.slice(0, end), 'card').state, text.slice(0, end)).toBe('going');
    expect(heard(text, 'card')).toMatchObject({ state: 'complete', count: 34 });
    expect(heard(text.toUpperCase().replaceAll(' ', ',\n'), 'card').state).toBe('complete');
    expect(heard('', 'card').state).toBe('empty');
  });

  it.each([
    ['babab zzz dadad', 2, 'zzz'],
    ['babab dadad kaas ', 3, 'kaas'],
    ['abbab', 1, 'abbab'],
    ['bababa', 1, 'bababa'],
  ])('%j names the word that cannot be', (text, number, word) => {
    expect(heard(text, 'invitation')).toMatchObject({ state: 'wrong', wrong: { number, word } });
  });

  it('too many are told, and those of the other kind by name', () => {
    expect(heard(card.join(' '), 'invitation')).toMatchObject({ state: 'tooMany', count: 34, needed: 16 });
    expect(whyNothing('invitation', card.join(' '), say)).toContain('kaart');
    expect(whyNothing('card', card.slice(0, 16).join(' '), say)).toContain('uitnodiging');
    expect(whyNothing('card', card.slice(0, 9).join(' '), say)).toContain('9');
    expect(whyNothing('card', '', say)).toContain('Open het bestand');
  });
});

const member = (name: string, role: SpaceMember['role'], more: Partial<SpaceMember> = {}): SpaceMember => ({
  signKey: name,
  fingerprint: `${name}-AAAA-BBBB`,
  name: { post: name, function: 'rmoa', regionCode: 'VR24' },
  role,
  state: 'member',
  own: false,
  ...more,
});
const own = (role: SpaceMember['role'] = 'keeper'): SpaceMember => member('ZL-01', role, { own: true });

function spaceOf(summary: Partial<SpaceSummary>, members: readonly SpaceMember[] = [own()], acts: readonly MembershipAct[] = ['found']): SpaceDetail {
  return {
    summary: { id: '018f0000-0000-7000-8000-0000deadbeef', kind: 'region', name: 'Zuid-Limburg', standing: 'keeper', home: false, frozen: false, members: members.length, documents: 0, differences: 0, createdAt: now, ...summary },
    contents: { requests: 0, dossiers: 0, advices: 0, attachments: 0 },
    holdings: { documents: 0, revisions: 0 },
    fingerprint: '',
    members: [...members],
    events: acts.map((act, index) => ({ number: index + 1, act, by: 'RMC', subject: own().fingerprint })),
  };
}
const offered = (space: SpaceDetail): string[] => Object.entries(mayInSpace(space)).flatMap(([what, may]) => (may ? [what] : []));

describe('what is offered', () => {
  it.each<[OwnStanding, readonly string[]]>([
    ['keeper', ['invite', 'setHome', 'leave']],
    ['editor', ['setHome', 'leave']],
    ['reader', ['leave']],
    ['removed', []],
    ['left', []],
    ['awaiting', ['forget']],
  ])('to a post that is %s', (standing, expected) => {
    expect(offered(spaceOf({ standing }, [own(), member('RMC', 'keeper')]))).toEqual(expected);
  });

  it('in an exercise: no home, but freezing, erasing and working in it; frozen it can be read and erased', () => {
    const others = [own(), member('RMC', 'keeper')];
    expect(offered(spaceOf({ kind: 'exercise' }, others))).toEqual(['invite', 'leave', 'freeze', 'erase', 'enter']);
    expect(offered(spaceOf({ kind: 'exercise', frozen: true }, others))).toEqual(['erase', 'enter']);
    expect(offered(spaceOf({ kind: 'exercise', standing: 'removed' }, others))).toEqual(['erase', 'enter']);
  });

  it('the only keeper neither leaves nor gives it up; an invited keeper takes its place', () => {
    const alone = spaceOf({}, [own(), member('ML-01', 'editor'), member('oud', 'keeper', { state: 'removed' })]);
    expect(isOnlyKeeper(alone)).toBe(true);
    expect(mayInSpace(alone).leave).toBe(false);
    expect(mayWithMember(alone, own(), now)).toEqual({ changeRole: false, remove: false, showInvitation: false });
    expect(isOnlyKeeper(spaceOf({}, [own(), member('RMC', 'keeper', { state: 'invited', until: now })]))).toBe(false);
  });

  it('with a post: role and removal to a keeper alone, the invitation as long as it holds, nothing with one that is gone', () => {
    const invited = member('ML-01', 'editor', { state: 'invited', until: '2026-11-29T00:00:00.000Z' });
    const space = spaceOf({}, [own(), invited]);
    expect(mayWithMember(space, invited, now)).toEqual({ changeRole: true, remove: true, showInvitation: true });
    expect(hasLapsed(invited, now)).toBe(false);
    expect(mayWithMember(space, invited, '2026-11-29T00:00:01.000Z')).toEqual({ changeRole: true, remove: true, showInvitation: false });
    expect(stateWord(invited, '2026-11-29T00:00:01.000Z', say, (at) => at)).toBe('uitnodiging verlopen');
    expect(mayWithMember(space, member('weg', 'editor', { state: 'left' }), now).remove).toBe(false);
    expect(mayWithMember(spaceOf({ standing: 'editor' }, [own('editor'), invited]), invited, now)).toEqual({ changeRole: false, remove: false, showInvitation: false });
  });

  it('who came in by invitation and has nothing yet is told to exchange; who made the space is not', () => {
    expect(isFresh(spaceOf({ standing: 'editor' }, [own('editor')], ['found', 'admit']))).toBe(true);
    expect(isFresh(spaceOf({ standing: 'editor', documents: 1 }, [own('editor')], ['found', 'admit']))).toBe(false);
    expect(isFresh(spaceOf({}))).toBe(false);
  });
});

describe('in words', () => {
  const names = { byName: { post: 'RMC-Z', function: 'rmcStaff', regionCode: 'VR22' }, subjectName: { post: 'ML-01', function: 'rmoa', regionCode: 'VR23' } } as const;

  it.each(membershipActs.map((act) => [act]))('an event of kind %s names who did it', (act) => {
    const words = eventWords({ number: 1, act, by: 'AAAA-BBBB-CCCC', subject: 'DDDD-EEEE-FFFF', role: 'editor', ...names }, say);
    expect(words).toContain('RMC-Z');
    expect(words).not.toMatch(/[{}]/);
  });

  it('a post whose name has not arrived goes by its fingerprint, a role that it gave itself is told as such', () => {
    expect(eventWords({ number: 2, act: 'remove', by: 'AAAA-BBBB-CCCC', subject: 'DDDD-EEEE-FFFF', byName: names.byName }, say)).toBe('RMC-Z verwijderde DDDD-EEEE. Wat daarna kwam, heeft een nieuwe sleutel.');
    expect(eventWords({ number: 2, act: 'role', by: 'AAAA-BBBB-CCCC', subject: 'AAAA-BBBB-CCCC', role: 'reader', byName: names.byName }, say)).toBe('RMC-Z maakte zichzelf lezer.');
    expect(postName({ fingerprint: 'AAAA-BBBB-CCCC' })).toBe('AAAA-BBBB');
  });

  it('a space that comes by words goes by the end of its id until it is there; what lies in it is named, not its zeros', () => {
    expect(spaceName({ ...spaceOf({ standing: 'awaiting' }, []).summary, members: 0 }, say)).toContain('deadbeef');
    expect(contentsWords({ requests: 2, dossiers: 0, advices: 1, attachments: 0 }, say, (items) => items.join(' en '))).toBe('2 verzoeken en 1 advies');
    expect(contentsWords(spaceOf({}).contents, say, String)).toBeUndefined();
  });
});
