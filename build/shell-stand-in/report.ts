/** Tells whoever started the stand-in what opened where: a test over the channel of `fork`, a person on the terminal. */
export type Report =
  | { readonly kind: 'window'; readonly address: string }
  | { readonly kind: 'process'; readonly name: string; readonly pid: number }
  | { readonly kind: 'second'; readonly address: string };

export function report(message: Report): void {
  if (process.send) process.send(message);
  else if (message.kind === 'window') process.stdout.write(`The window is at ${message.address}\n`);
  else if (message.kind === 'second') process.stdout.write(`This profile is open already: ${message.address}\n`);
}
