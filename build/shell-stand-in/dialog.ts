/** dialog and clipboard: the page asks the person, or copies, because a Node process cannot. */
import { existsSync, mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import type { ToPage } from './page/messages.ts';
import { connectedPage } from './pages.ts';

type Ask = Extract<ToPage, { kind: 'dialog' }>['ask'];
type Answer = string | boolean | null;

const waiting = new Map<number, (answer: Answer) => void>();
let nextId = 1;

/** The page's answer to a dialog; null when the person closed it, true or false for a confirmation. */
function askInPage(ask: Ask, text: string, initial = ''): Promise<Answer> {
  const page = connectedPage();
  if (!page) return Promise.reject(new Error('no page is connected that could ask'));
  const id = nextId;
  nextId += 1;
  return new Promise((resolve) => {
    waiting.set(id, resolve);
    page.once('destroyed', () => answerDialog(id, null));
    page.push({ kind: 'dialog', id, ask, text, initial });
  });
}

/** Called by the server. An answer to a question that nobody asked is no answer. */
export function answerDialog(id: number, answer: Answer): void {
  waiting.get(id)?.(answer);
  waiting.delete(id);
}

const absolute = (answer: string): string => path.resolve(homedir(), answer);

async function save(options: Electron.SaveDialogOptions): Promise<Electron.SaveDialogReturnValue> {
  const answer = await askInPage('prompt', options.title ?? 'Opslaan als:', options.defaultPath ?? '');
  if (typeof answer !== 'string' || answer === '') return { canceled: true, filePath: '' };
  const filePath = absolute(answer);
  if (existsSync(filePath) && options.properties?.includes('showOverwriteConfirmation')) {
    const sure = await askInPage('confirm', `${filePath} bestaat al. Vervangen?`);
    if (sure !== true) return { canceled: true, filePath: '' };
  }
  return { canceled: false, filePath };
}

async function openPath(options: Electron.OpenDialogOptions): Promise<Electron.OpenDialogReturnValue> {
  const folder = options.properties?.includes('openDirectory') ?? false;
  const answer = await askInPage('prompt', options.title ?? (folder ? 'Map:' : 'Bestand openen:'), options.defaultPath ?? '');
  if (typeof answer !== 'string' || answer === '') return { canceled: true, filePaths: [] };
  const chosen = absolute(answer);
  if (folder && options.properties?.includes('createDirectory') && !existsSync(chosen)) {
    try {
      mkdirSync(chosen, { recursive: true });
    } catch {
      // the application says why it cannot write there
    }
  }
  return { canceled: false, filePaths: [chosen] };
}

/** Both forms of Electron's call: with the window in front of its options, or without. */
const last = <O>(first: unknown, second: O | undefined): O => (second === undefined ? (first as O) : second);

export const dialog = {
  showSaveDialog: (first: unknown, second?: Electron.SaveDialogOptions) => save(last(first, second)),
  showOpenDialog: (first: unknown, second?: Electron.OpenDialogOptions) => openPath(last(first, second)),
  showMessageBox: async (first: unknown, second?: Electron.MessageBoxOptions): Promise<Electron.MessageBoxReturnValue> => {
    const options = last(first, second);
    const text = [options.message, options.detail].filter(Boolean).join('\n\n');
    const choice = (options.buttons?.length ?? 1) > 1;
    const answer = await askInPage(choice ? 'confirm' : 'alert', text);
    return { response: choice && answer !== true ? (options.cancelId ?? 1) : (options.defaultId ?? 0), checkboxChecked: false };
  },
} satisfies Pick<Electron.Dialog, 'showSaveDialog' | 'showOpenDialog' | 'showMessageBox'>;
export type Dialog = typeof dialog;

let copied = '';
export const clipboard = {
  writeText: async (text: string): Promise<void> => {
    copied = text;
    connectedPage()?.push({ kind: 'copy', text });
  },
  readText: async (): Promise<string> => copied,
  clear: (): void => {
    copied = '';
  },
} satisfies Pick<Electron.Clipboard, 'writeText' | 'readText' | 'clear'>;
export type Clipboard = typeof clipboard;
