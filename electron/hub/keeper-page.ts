/** The keeper's page: numbers, no scripts, nothing of what is in the envelopes. */
import type { SpaceFigures } from '../../db/hub/store.ts';
import type { Locale } from '../../shared/domain/basics.ts';
import { type MessageId, say } from '../../shared/messages/index.ts';

export interface KeeperNumbers {
  readonly pin: string;
  readonly generation: string;
  readonly database: string;
  readonly startedAt: Date;
  readonly admission: boolean;
  readonly requests: number;
  readonly sessions: number;
  readonly stored: number;
  readonly pulled: number;
  readonly refused: number;
  readonly spaceBytes: number;
  readonly spaces: readonly (SpaceFigures & { readonly members: number })[];
}

/** Styles in the page itself; the policy of its answer (routes-keeper.ts) names their hash. */
export const pageStyle = `:root{color-scheme:light dark;font:16px/1.5 system-ui,sans-serif}body{max-width:72rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.5rem;margin:0}h2{font-size:1.125rem;margin:2rem 0 .5rem}dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1.5rem;margin:0}
dt{opacity:.75}dd{margin:0}.pin,td:first-child{font-family:ui-monospace,monospace}.scroll{overflow-x:auto}table{border-collapse:collapse;width:100%}
th,td{text-align:end;padding:.375rem .75rem;border-bottom:1px solid color-mix(in srgb,currentColor 20%,transparent);white-space:nowrap}th{white-space:normal;vertical-align:bottom}
th:first-child,td:first-child{text-align:start;padding-inline-start:0}td{font-variant-numeric:tabular-nums}header{display:flex;justify-content:space-between;align-items:baseline;gap:1rem}`;

export function keeperPage(numbers: KeeperNumbers, locale: Locale): string {
  const t = (id: MessageId): string => escaped(say(locale, id));
  const tag = locale === 'nl' ? 'nl-NL' : 'en-GB';
  const count = (value: number): string => value.toLocaleString(tag);
  const moment = (at: Date): string => escaped(`${at.toLocaleString(tag, { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' })} UTC`);
  const share = (bytes: number): string => (bytes / numbers.spaceBytes).toLocaleString(tag, { style: 'percent', maximumFractionDigits: 1 });
  const pairs = (list: readonly (readonly [MessageId, string])[]): string => `<dl>${list.map(([id, value]) => `<dt>${t(id)}</dt><dd>${value}</dd>`).join('')}</dl>`;
  const other = locale === 'nl' ? 'en' : 'nl';
  const columns: readonly MessageId[] = ['hub.page.space', 'hub.page.members', 'hub.page.envelopes', 'hub.page.megabytes', 'hub.page.used', 'hub.page.posts', 'hub.page.lastPush'];
  const rows = numbers.spaces.map(({ id, members, high, bytes, posts, lastPushAt }) =>
    [escaped(id), count(members), count(high), (bytes / 1e6).toLocaleString(tag, { maximumFractionDigits: 1 }), share(bytes), count(posts), lastPushAt === undefined ? t('hub.page.never') : moment(new Date(lastPushAt))]
      .map((cell) => `<td>${cell}</td>`)
      .join(''),
  );
  const table = `<div class="scroll" tabindex="0"><table><thead><tr>${columns.map((id) => `<th scope="col">${t(id)}</th>`).join('')}</tr></thead><tbody>${rows.map((row) => `<tr>${row}</tr>`).join('')}</tbody></table></div>`;

  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${t('hub.page.title')}</title><style>${pageStyle}</style></head><body>
<header><h1>${t('hub.page.title')}</h1><a href="?lang=${other}" lang="${other}" hreflang="${other}">${t('hub.page.language')}</a></header>
<main><p>${t('hub.page.blind')}</p>
${pairs([
  ['hub.page.pin', `<span class="pin">${escaped(numbers.pin)}</span><br>${t('hub.page.pin.help')}`],
  ['hub.page.database', escaped(numbers.database)],
  ['hub.page.generation', escaped(numbers.generation)],
  ['hub.page.since', moment(numbers.startedAt)],
  ['hub.page.admission', t(numbers.admission ? 'hub.page.admission.code' : 'hub.page.admission.open')],
])}
<h2>${t('hub.page.work')}</h2>
${pairs([
  ['hub.page.requests', count(numbers.requests)],
  ['hub.page.sessions', count(numbers.sessions)],
  ['hub.page.stored', count(numbers.stored)],
  ['hub.page.pulled', count(numbers.pulled)],
  ['hub.page.refused', count(numbers.refused)],
])}
<h2>${t('hub.page.spaces')}</h2>
${rows.length === 0 ? `<p>${t('hub.page.none')}</p>` : table}
</main></body></html>`;
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"]/g, (character) => entities[character] ?? '');
