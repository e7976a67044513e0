/** The commands of the palette. */
import { useBilingual, useSay } from '../language/index.ts';
import { roomKeys, rooms, scriptRoom } from '../navigation.tsx';
import { useNothingNew } from '../read-only.tsx';
import { navigate, useRoute } from '../routes.ts';
import { setPreferences, useSession } from '../session.ts';
import { useViews } from '../views.ts';
import type { Command } from './entries.ts';

export interface CommandActions {
  readonly onShortcuts: () => void;
  readonly onLock: () => void;
  /** asks the place first, then starts a request of that kind */
  readonly onNewRequest: (templateId: string) => void;
  readonly onNewAdvice: () => void;
  readonly onAnnounce: () => void;
}

export function useCommands({ onShortcuts, onLock, onNewRequest, onNewAdvice, onAnnounce }: CommandActions): readonly Command[] {
  const say = useSay();
  const views = useViews();
  const isExercise = useSession((state) => state.view.kind === 'exercise');
  const inLanguage = useBilingual();
  const templates = useSession((state) => state.reference?.templates) ?? [];
  const preferences = useSession((state) => state.preferences);
  const bases = useSession((state) => state.reference?.legalBasisById);

  const route = useRoute();
  const shown = route.room === 'request' || route.room === 'dossier' || route.room === 'advice' || route.room === 'difference' ? route.id : undefined;

  const themes = (['light', 'dark', 'night', 'system'] as const).filter((theme) => theme !== preferences?.theme);
  const otherLocale = preferences?.locale === 'en' ? 'nl' : 'en';

  // one line that says why, instead of commands that would be refused
  const nothingNew = useNothingNew();
  const making: readonly Command[] =
    nothingNew === undefined
      ? [
          { key: 'advice', title: say('adviceDesk.new'), words: say('adviceDesk.newQuestion'), run: onNewAdvice },
          { key: 'announce', title: say('lifeDesk.announce'), run: onAnnounce },
        ]
      : [{ key: 'new', title: say('palette.new'), detail: nothingNew, words: `${say('adviceDesk.new')} ${say('lifeDesk.announce')}`, isDisabled: true, run: () => undefined }];

  return [
    ...(nothingNew === undefined ? templates : []).map((template) => ({
      key: `new ${template.id}`,
      title: say('palette.new'),
      detail: `${bases?.get(template.legalBasis)?.short ?? ''} · ${inLanguage(template.title)}`,
      words: `${inLanguage(template.title)} ${bases?.get(template.legalBasis)?.short ?? ''}`,
      run: () => onNewRequest(template.id),
    })),
    ...rooms.map((item, index) => ({ key: item.room, title: item.room === 'finder' ? say(item.label) : say('palette.goTo', { room: say(item.label) }), ...(index < roomKeys ? { keys: `Alt ${index + 1}` } : {}), run: () => navigate({ room: item.room }) })),
    ...(isExercise ? [{ key: scriptRoom.room, title: say('palette.goTo', { room: say(scriptRoom.label) }), run: () => navigate({ room: scriptRoom.room }) }] : []),
    ...views.filter(({ isCurrent }) => !isCurrent).map(({ id, label, enter }) => ({ key: `view ${id ?? 'operational'}`, title: say('exercise.goTo', { label }), words: say('exercise.goToWords'), run: enter })),
    ...(shown ? [{ key: 'history', title: say('history.command'), words: say('history.commandWords'), keys: 'Alt G', run: () => navigate({ room: 'history', id: shown }) }] : []),
    ...making,
    { key: 'lock', title: say('frame.lock'), keys: 'Ctrl Shift L', run: onLock },
    { key: 'shortcuts', title: say('frame.shortcuts.open'), keys: '?', run: onShortcuts },
    ...themes.map((theme) => ({ key: theme, title: say('palette.theme', { theme: say(`settings.theme.${theme}`) }), run: () => void setPreferences({ theme }) })),
    { key: 'language', title: say('palette.otherLanguage'), words: 'english engels nederlands dutch language taal', run: () => void setPreferences({ locale: otherLocale }) },
  ];
}
