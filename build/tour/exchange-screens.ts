/** The room of exchange: without a hub, with one that does not answer, as a hub itself, and its dialogs. */
import { word } from './options.ts';
import { type Screen, at, dialogOn } from './screen.ts';

const address = '#/uitwisseling';
/** port 9 is 'discard': nothing answers there */
const silent = { url: 'https://127.0.0.1:9', pin: '0123-4567-89AB-CDEF-GHJK-MNPQ' };

export function exchangeScreens(): readonly Screen[] {
  return [
    at('uitwisseling', address),
    dialogOn('uitwisseling-hub', address, 'exchangeDesk.hub.add'),
    dialogOn('uitwisseling-schrijf', address, 'exchangeDesk.write'),
    dialogOn('uitwisseling-lees', address, 'exchangeDesk.read'),
    {
      name: 'uitwisseling-mislukt',
      go: async (page) => {
        await at('', address).go(page);
        await page.evaluate((hub) => self.steunpunt.call('exchange.addHub', hub), silent);
        await page.getByText(word('error.hub.unreachable')).waitFor();
      },
      leave: async (page) => void (await page.evaluate(({ pin }) => self.steunpunt.call('exchange.removeHub', { pin }), silent)),
    },
    {
      name: 'uitwisseling-eigen-hub',
      go: async (page) => {
        await at('', address).go(page);
        await page.getByRole('button', { name: word('exchangeDesk.own.start') }).click();
        await page.getByText(word('exchangeDesk.hub.state.done'), { exact: true }).waitFor();
      },
      leave: (page) =>
        page.evaluate(async () => {
          const { call } = self.steunpunt;
          const status = await call('exchange.status', {});
          await call('hub.stop', {});
          for (const { pin } of status.ok ? status.value.hubs : []) await call('exchange.removeHub', { pin });
        }),
    },
  ];
}
