import { adviceDesk } from './advice-desk.ts';
import { advicePaper } from './advice-paper.ts';
import { adviceWords } from './advice-words.ts';
import { bases } from './bases.ts';
import { catalogue } from './catalogue.ts';
import { checks } from './checks.ts';
import { contacts } from './contacts.ts';
import { copies } from './copies.ts';
import { desk } from './desk.ts';
import { document } from './document.ts';
import { dossier } from './dossier.ts';
import { errors } from './errors.ts';
import { exchangeDesk } from './exchange-desk.ts';
import { exchangeErrors } from './exchange-errors.ts';
import { exercise } from './exercise.ts';
import { fields } from './fields.ts';
import { finder } from './finder.ts';
import { frame } from './frame.ts';
import { history } from './history.ts';
import { hub } from './hub.ts';
import { lifeDesk } from './life-desk.ts';
import { lifeWords } from './life-words.ts';
import { lists } from './lists.ts';
import { palette } from './palette.ts';
import { requestDepth } from './request-depth.ts';
import { requestLinks } from './request-links.ts';
import { spaces } from './spaces.ts';
import { unsaved } from './unsaved.ts';

export const nl = {
  ...adviceDesk,
  ...advicePaper,
  ...adviceWords,
  ...bases,
  ...catalogue,
  ...checks,
  ...contacts,
  ...copies,
  ...desk,
  ...document,
  ...dossier,
  ...errors,
  ...exchangeDesk,
  ...exchangeErrors,
  ...exercise,
  ...fields,
  ...finder,
  ...frame,
  ...history,
  ...hub,
  ...lifeDesk,
  ...lifeWords,
  ...lists,
  ...palette,
  ...requestDepth,
  ...requestLinks,
  ...spaces,
  ...unsaved,
} as const;
