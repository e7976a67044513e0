/** Requests for one incident under several legal bases (ids `links.…`). */
export const requestLinks = {
  'links.group': '{count, plural, one {# linked request} other {# linked requests}}',
  'links.offer': 'Link a legal basis',
  'links.title': 'One more request for this incident',
  'links.text': 'Each request stands on one legal basis. Where this incident needs more, a second request goes beside it, with what is known of the incident already.',
  'links.basis': 'Legal basis and kind of request',
  'links.shares': '{begin, plural, =0 {The two share no fields: you fill in the new request yourself.} one {# field about the incident is taken along} other {# fields about the incident are taken along}}{begin, plural, =0 {} other {; {step, plural, =0 {after that each request goes its own way.} one {# of them is kept in step until you finalise either.} other {# of them are kept in step until you finalise either.}}}}',
  'links.copies': '{begin, plural, =0 {The two share no fields: you fill in the new request yourself.} one {# field about the incident is taken along. This request is finalised and no longer follows.} other {# fields about the incident are taken along. This request is finalised and no longer follows.}}',
  'links.unsure': 'Not sure?',
  'links.go': 'Make the linked request',
  'links.made': 'Linked to {reference}. What is known of the incident is there already.',
  'links.unsaved': 'The latest changes are not saved yet. Linking is possible as soon as they are.',
} as const;
