/** Hidden windows: a page in a Chromium without a window, to be printed. One Chromium for all of them, started when first needed. */
import type { Browser } from 'playwright-core';
import { findChromium, quietFlags } from './chromium.ts';

export interface PrintedPage {
  readonly pdf: (options: Electron.PrintToPDFOptions) => Promise<Buffer>;
  readonly close: () => Promise<void>;
}

let browser: Promise<Browser> | undefined;

async function launch(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('printing needs Chromium, Chrome or Edge on this machine');
  const { chromium } = await import('playwright-core');
  const launched = await chromium.launch({ executablePath, headless: true, args: [...quietFlags], handleSIGINT: false, handleSIGTERM: false, handleSIGHUP: false });
  launched.on('disconnected', () => (browser = undefined));
  return launched;
}

/** Loads `address` and resolves when the page with everything in it has loaded. */
export async function openHidden(address: string, runsScripts: boolean): Promise<PrintedPage> {
  browser ??= launch();
  const opening = browser;
  opening.catch(() => (browser = undefined));
  const context = await (await opening).newContext({ javaScriptEnabled: runsScripts, serviceWorkers: 'block' });
  const page = await context.newPage();
  const response = await page.goto(address, { waitUntil: 'load' });
  if (!response?.ok()) {
    await context.close();
    throw new Error(`ERR_FAILED (${response?.status() ?? 'no answer'}) loading the page`);
  }
  return {
    pdf: (options) =>
      page.pdf({
        tagged: options.generateTaggedPDF ?? false,
        outline: options.generateDocumentOutline ?? false,
        preferCSSPageSize: options.preferCSSPageSize ?? false,
        printBackground: options.printBackground ?? false,
        landscape: options.landscape ?? false,
        scale: options.scale ?? 1,
      }),
    close: () => context.close(),
  };
}

export async function closePrinter(): Promise<void> {
  const open = browser;
  browser = undefined;
  await (await open?.catch(() => undefined))?.close();
}
