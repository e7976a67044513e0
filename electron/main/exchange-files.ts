/** Exchange files: main asks where, the store writes and reads. The window hears names, never a path. */
import path from 'node:path';
import type { Dialog } from 'electron';
import type { CallInput, CallOutput } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { unwrap } from './export.ts';
import type { StoreLink } from './store-link.ts';
import { placeWhole } from './write-file.ts';

export interface ExchangeFileParts {
  readonly store: Pick<StoreLink, 'writeBundle' | 'readShared'>;
  readonly dialog: Pick<Dialog, 'showSaveDialog' | 'showOpenDialog'>;
  readonly startFolder: string;
  readonly now: () => Date;
}

const filters = [{ name: 'Steunpunt', extensions: ['steunpunt'] }];

export function createExchangeFiles({ store, dialog, startFolder, now }: ExchangeFileParts): {
  readonly write: (choice: CallInput<'exchange.writeFile'>) => Promise<CallOutput<'exchange.writeFile'>>;
  readonly read: () => Promise<CallOutput<'exchange.readFile'>>;
} {
  return {
    write: async (choice) => {
      const name = `uitwisseling ${now().toISOString().slice(0, 16).replace('T', ' ').replace(':', '')}.steunpunt`;
      const { canceled, filePath } = await dialog.showSaveDialog({ defaultPath: path.join(startFolder, name), filters, properties: ['createDirectory', 'showOverwriteConfirmation'] });
      const nothing = { cancelled: true, folder: '', name: '', bytes: 0, envelopes: 0 };
      if (canceled || filePath === '') return nothing;
      // a stick that is pulled out half way leaves nothing that looks whole
      const written = await placeWhole(filePath, async (unfinished) => unwrap(await store.writeBundle(unfinished, choice))).catch((thrown: unknown) => {
        if (thrown instanceof AppError && thrown.code === 'exchange.cancelled') return undefined;
        throw thrown;
      });
      if (!written) return nothing;
      const { bytes, envelopes } = written;
      return { cancelled: false, folder: path.dirname(filePath), name: path.basename(filePath), bytes, envelopes };
    },
    read: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog({ defaultPath: startFolder, properties: ['openFile'], filters });
      const [file] = filePaths;
      if (canceled || file === undefined) return { kind: 'cancelled' };
      return { name: path.basename(file), ...unwrap(await store.readShared(file)) };
    },
  };
}
