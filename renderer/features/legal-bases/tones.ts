/** How force powers show in a tag: a power is something to mind, an open question looks like one. */
export const forceTones = { yes: 'warn', no: 'neutral', notEstablished: 'placeholder' } as const;
