/** What the server sends to the page over its event stream. */
export type ToPage =
  | { readonly kind: 'message'; readonly channel: string; readonly args: readonly unknown[] }
  | { readonly kind: 'dialog'; readonly id: number; readonly ask: 'prompt' | 'confirm' | 'alert'; readonly text: string; readonly initial: string }
  | { readonly kind: 'copy'; readonly text: string }
  | { readonly kind: 'focus' }
  | { readonly kind: 'close' };
