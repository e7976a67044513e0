/** protocol: the application's own scheme, answered by its own handler; the server asks it for every path of a window. */
const handlers = new Map<string, (request: Request) => Response | Promise<Response>>();
const privileged = new Set<string>();

export const protocol = {
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>): void => {
    if (handlers.has(scheme)) throw new Error(`the scheme ${scheme} has a handler already`);
    handlers.set(scheme, handler);
  },
  registerSchemesAsPrivileged: (schemes: Electron.CustomScheme[]): void => {
    for (const { scheme } of schemes) privileged.add(scheme);
  },
} satisfies { [K in 'handle' | 'registerSchemesAsPrivileged']: Electron.Protocol[K] };

export async function answer(url: string, method: string): Promise<Response> {
  const handler = handlers.get(new URL(url).protocol.slice(0, -1));
  return handler ? await handler(new Request(url, { method })) : new Response(null, { status: 404 });
}
