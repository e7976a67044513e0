/** Words of the errors of spaces and exchange; how they are made: errors.ts. */
export const exchangeErrors = {
  'error.space.unknown': 'This post is not in that space.',
  'error.space.unknown.safe': 'Nothing was changed.',
  'error.space.unknown.do': 'Choose a space from your list, or ask a keeper of the space for an invitation.',

  'error.space.role': 'Your role in this space does not allow this.',
  'error.space.role.safe': 'Nothing was changed. You can go on reading all that you had.',
  'error.space.role.do': 'Ask a keeper of the space for another role, or copy the document to a space in which you may write.',

  'error.space.frozen': 'This exercise is frozen. Nothing in it can change any more.',
  'error.space.frozen.safe': 'Everything of the exercise is kept as it was.',
  'error.space.frozen.do': 'Copy the document to another space if you want to go on with it.',

  'error.space.other': 'A document cannot lie in a dossier of another space.',
  'error.space.other.safe': 'The document still lies where it lay.',
  'error.space.other.do': 'Copy the document to that space. The copy names the original.',

  'error.space.lastKeeper': 'This post is the only keeper of the space.',
  'error.space.lastKeeper.safe': 'Nothing was changed. You are still a keeper.',
  'error.space.lastKeeper.do': 'Make another post keeper first. Without a keeper nobody can invite or shut out a post any more.',

  'error.space.home': 'This is the home space of this post: new documents go here.',
  'error.space.home.safe': 'Nothing was changed. You are still in the space.',
  'error.space.home.do': 'Make another space the home space first. Then leave this one.',

  'error.member.already': 'This post belongs to the space already.',
  'error.member.already.safe': 'Nothing was changed.',
  'error.member.already.do': 'Was the invitation lost, or has it expired? Choose the post in the list: you can show it again, or withdraw it and make a new one.',

  'error.space.exercise': 'What was made in an exercise does not become an operational document.',
  'error.space.exercise.safe': 'Nothing was copied. The document is still in the exercise.',
  'error.space.exercise.do': 'Choose another exercise, or start a new operational document.',

  'error.space.inExercise': 'This belongs to an exercise that you are not working in now.',
  'error.space.inExercise.safe': 'It is still there. Exercise and real work stay apart.',
  'error.space.inExercise.do': 'Choose the exercise in the menu at the top left, next to your region, and open it there again.',

  'error.space.operational': 'This is operational, and you are working in an exercise.',
  'error.space.operational.safe': 'It is still there. Exercise and real work stay apart.',
  'error.space.operational.do': 'Choose ‘Operational’ in the menu at the top left, next to your region, and open it there again.',

  'error.script.invalid': 'This is not a script that Steunpunt can read.',
  'error.script.invalid.safe': 'Nothing was loaded. The exercise is as it was.',
  'error.script.invalid.do': 'See which field is named below and mend the file. An example stands with the exercise.',
  'error.script.large': 'This script is too large: with its packs it may be at most 3 MB.',
  'error.script.large.safe': 'Nothing was loaded. The exercise is as it was.',
  'error.script.large.do': 'Put in a pack only what is different in the exercise; the rest of the catalogue counts by itself.',

  'error.export.stopped': 'The export was stopped.',
  'error.export.stopped.safe': 'No half file was left behind. Everything is still in Steunpunt.',
  'error.export.stopped.do': 'Export again if you want the file after all.',

  'error.membership.invalid': 'A statement about who belongs to the space does not hold and was refused.',
  'error.membership.invalid.safe': 'The members of the space did not change here.',
  'error.membership.invalid.do': 'Compare fingerprints with a keeper of the space, and ask for a new file.',

  'error.invitation.invalid': 'This invitation cannot be read, or was changed on the way.',
  'error.invitation.invalid.safe': 'Nothing was changed.',
  'error.invitation.invalid.do': 'Ask the keeper of the space to give the invitation again.',

  'error.invitation.expired': 'This invitation has expired.',
  'error.invitation.expired.safe': 'Nothing was changed.',
  'error.invitation.expired.do': 'Ask the keeper of the space for a new one. If the date is wrong, check the clock of this computer.',

  'error.invitation.other': 'This invitation is for another post, or it was withdrawn.',
  'error.invitation.other.safe': 'Nothing was changed.',
  'error.invitation.other.do': 'Give the keeper the card of this post and ask for an invitation made from it.',

  'error.invitation.used': 'This post came into the space with this invitation before. It holds once.',
  'error.invitation.used.safe': 'Nothing was changed. You can go on reading what you had of the space.',
  'error.invitation.used.do': 'Ask a keeper of the space for a new invitation.',

  'error.card.invalid': 'This card cannot be read, or was changed on the way.',
  'error.card.invalid.safe': 'Nothing was changed.',
  'error.card.invalid.do': 'Ask the post to give its card again, or have the words read aloud.',

  'error.words.wrong': 'These words do not fit together.',
  'error.words.wrong.safe': 'Nothing was changed.',
  'error.words.wrong.do': 'Have the words read aloud again and compare them one by one. Mind how many there are.',

  'error.bundle.invalid': 'This is not an exchange file of Steunpunt, or it is of a newer version.',
  'error.bundle.invalid.safe': 'Nothing was taken from the file.',
  'error.bundle.invalid.do': 'Choose a file that ends in .steunpunt. If it is of a newer version, update Steunpunt.',

  'error.exchange.busy': 'An exchange is going on already.',
  'error.exchange.busy.safe': 'That exchange goes on.',
  'error.exchange.busy.do': 'Wait until it is done, or stop it.',

  'error.exchange.cancelled': 'Writing was cancelled.',
  'error.exchange.cancelled.safe': 'There is no half file, and nothing on this post changed.',
  'error.exchange.cancelled.do': 'Start again whenever you want.',

  'error.document.differs': 'Two posts changed the same field. That must be decided first.',
  'error.document.differs.safe': 'Both values are kept.',
  'error.document.differs.do': 'Open the difference and choose for each field. Then finalise.',

  'error.attachment.waiting': 'The content of this attachment has not arrived yet.',
  'error.attachment.waiting.safe': 'The name and the fingerprint of the file are known.',
  'error.attachment.waiting.do': 'Exchange again with the post that added the attachment.',
} as const;
