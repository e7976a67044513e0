/** The page's way to main: a question by POST, an answer as JSON; one stream of messages back. */
import type { ToPage } from './messages.ts';

const own = '/__shell/';
/** a body up to this size may outlive the page: what was typed last is still sent while the window closes */
const keepAliveLimit = 60_000;
const fetchNow = window.fetch.bind(window);

export async function ask(name: string, body: object): Promise<unknown> {
  const text = JSON.stringify(body);
  const response = await fetchNow(own + name, { method: 'POST', body: text, headers: { 'Content-Type': 'application/json' }, keepalive: text.length < keepAliveLimit });
  if (!response.ok) throw new Error(`main answered ${response.status}`);
  return await response.json();
}

/** Main's answer before anything else happens, for what a page must not do before it was asked. No answer is a no. */
export function askNow(name: string, body: object): boolean {
  try {
    const request = new XMLHttpRequest();
    request.open('POST', own + name, false);
    request.setRequestHeader('Content-Type', 'application/json');
    request.send(JSON.stringify(body));
    return request.status === 200 && request.responseText === 'true';
  } catch {
    return false;
  }
}

export function hear(listener: (message: ToPage) => void): void {
  const stream = new EventSource(`${own}events`);
  stream.addEventListener('message', (event: MessageEvent<string>) => listener(JSON.parse(event.data)));
}
