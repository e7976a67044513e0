/**
 * React Aria's live announcer empties its list with `innerHTML = ''`. Under `require-trusted-types-for 'script'` with no policy
 * allowed, that assignment throws, in an effect, and takes the screen down. Emptying is all that is let through here, by way of
 * replaceChildren; any other text still meets the browser's refusal. Goes when the library stops doing this.
 */
export function letEmptyMarkupThrough(): void {
  const property = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML');
  const { set } = property ?? {};
  if (!property || !set) return;
  Object.defineProperty(Element.prototype, 'innerHTML', {
    ...property,
    set(this: Element, markup: unknown) {
      if (markup === '') this.replaceChildren();
      else set.call(this, markup);
    },
  });
}
