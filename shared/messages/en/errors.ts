/** Messages with ids `error.<code>`, `.safe` and `.do` (see the Dutch file). */
export const errors = {
  'error.input.invalid': 'A value is not right and was refused.',
  'error.input.invalid.safe': 'What you filled in before is saved and unchanged.',
  'error.input.invalid.do': 'Check the field and fill it in again.',

  'error.sender.refused': 'A command did not come from the window of Steunpunt and was refused.',
  'error.sender.refused.safe': 'Nothing was read or changed.',
  'error.sender.refused.do': 'Close Steunpunt and start it again. If it happens again, tell your administrator.',

  'error.post.locked': 'The post is locked.',
  'error.post.locked.safe': 'Your work is stored, encrypted.',
  'error.post.locked.do': 'Unlock the post with your passphrase.',

  'error.post.exists': 'There is already a post in this data folder.',
  'error.post.exists.safe': 'That post was not changed.',
  'error.post.exists.do': 'Unlock that post, or start Steunpunt with another data folder to make a second one.',

  'error.post.missing': 'There is no post in this data folder yet.',
  'error.post.missing.safe': 'Nothing was changed.',
  'error.post.missing.do': 'Create a post. If you had one already, start Steunpunt with the data folder of that post.',

  'error.passphrase.wrong': 'This passphrase does not fit the post.',
  'error.passphrase.wrong.safe': 'Your work stands unchanged in the post.',
  'error.passphrase.wrong.do': 'Mind capitals, spaces and the keyboard language, and try again. If you lost the phrase, use the recovery code on paper.',

  'error.passphrase.weak': 'This passphrase is too short.',
  'error.passphrase.weak.safe': 'Nothing was changed.',
  'error.passphrase.weak.do': 'Choose a phrase of at least 12 characters, for example four unrelated words.',

  'error.recovery.wrong': 'This recovery code does not fit the post.',
  'error.recovery.wrong.safe': 'Your work stands unchanged in the post.',
  'error.recovery.wrong.do': 'Copy the code character by character from the paper that was printed for this post.',

  'error.keyfile.damaged': 'The key file of the post is missing or cannot be read.',
  'error.keyfile.damaged.safe': 'The data file was not touched, but it does not open without the key file.',
  'error.keyfile.damaged.do': 'Leave the data folder as it is and put the key file back from a backup.',

  'error.file.damaged': 'The data file is damaged. The passphrase is not the cause.',
  'error.file.damaged.safe': 'Steunpunt has closed the file and no longer writes to it.',
  'error.file.damaged.do': 'First make a copy of the whole data folder. Then put a backup back, or give the copy to your administrator for repair.',

  'error.file.newer': 'The data file comes from a newer version of Steunpunt.',
  'error.file.newer.safe': 'The file is in order and was not changed.',
  'error.file.newer.do': 'Update Steunpunt on this computer and open the post again.',

  'error.file.busy': 'The data file is in use by another program.',
  'error.file.busy.safe': 'What was reported as saved is on disk.',
  'error.file.busy.do': 'See whether Steunpunt is open elsewhere with the same data folder, or wait until a backup is done. Then try again.',

  'error.disk.full': 'The disk is full. The last change was not saved.',
  'error.disk.full.safe': 'What was reported as saved before is on disk.',
  'error.disk.full.do': 'Keep this window open, make room on the disk and try again.',

  'error.folder.readonly': 'Steunpunt cannot write in this folder.',
  'error.folder.readonly.safe': 'What is already there was not changed.',
  'error.folder.readonly.do': 'Ask for permission to write in the folder, or choose another one.',

  'error.document.unknown': 'This request, advice or dossier is not on this post.',
  'error.document.unknown.safe': 'What is on this post was not changed.',
  'error.document.unknown.do': 'Go back to the overview and open it again.',

  'error.document.finalised': 'This version is final and no longer changes.',
  'error.document.finalised.safe': 'The final version is unchanged.',
  'error.document.finalised.do': 'Make a next version to change something.',

  'error.document.blocked': 'Checks that block finalising stand open.',
  'error.document.blocked.safe': 'The draft is saved.',
  'error.document.blocked.do': 'Solve the open points, or give a written reason to finalise all the same. The reason stays in the document.',

  'error.document.stale': 'This draft was changed in the meantime.',
  'error.document.stale.safe': 'All changes are saved.',
  'error.document.stale.do': 'Look at the latest state and then finalise again.',

  'error.export.failed': 'The export failed. No half file was left behind.',
  'error.export.failed.safe': 'What you wanted to export is saved and unchanged.',
  'error.export.failed.do': 'Try again, or choose another folder or another form.',
  'error.export.large': 'This does not fit in one export file: it is larger than 4 GB. No half file was left behind.',
  'error.export.large.safe': 'What you wanted to export is saved and unchanged.',
  'error.export.large.do': 'Save large attachments one by one, or export in parts.',

  'error.pack.invalid': 'A reference pack is not right and was not loaded.',
  'error.pack.invalid.safe': 'Your requests and the pack that was already loaded were not changed.',
  'error.pack.invalid.do': 'Ask the publisher for a new copy of the pack.',

  'error.entry.unknown': 'This item is not, or no longer, on this post.',
  'error.entry.unknown.safe': 'The other data has not been changed.',
  'error.entry.unknown.do': 'Open the screen again and choose an item that is still there.',

  'error.attachment.large': 'This file is too large: an attachment may be at most 25 MB.',
  'error.attachment.large.safe': 'The dossier and its attachments have not been changed.',
  'error.attachment.large.do': 'Make the file smaller or split it, then add it.',

  'error.attachment.type': 'A dossier does not take this kind of file. The content counts, not the name.',
  'error.attachment.type.safe': 'The dossier and its attachments have not been changed.',
  'error.attachment.type.do': 'Choose a pdf, png, jpg, docx, xlsx, odt, txt or csv, without macros. Unpack a zip file first.',

  'error.attachment.unreadable': 'The chosen file could not be read, or changed while it was being read.',
  'error.attachment.unreadable.safe': 'The dossier and its attachments have not been changed.',
  'error.attachment.unreadable.do': 'Close the file in other programs and add it again.',

  'error.step.impossible': 'This step cannot stand so in the life of the request.',
  'error.step.impossible.safe': 'The life of the request has not changed.',
  'error.step.impossible.do': 'Check the time. If need be first correct an earlier or later step, or record the step that is missing.',

  'error.link.impossible': 'These two requests cannot be linked to each other.',
  'error.link.impossible.safe': 'Both requests are unchanged.',
  'error.link.impossible.do': 'Choose another draft, or make a new linked request.',

  'error.reference.unknown': 'A code or entry is in none of the packs on this post.',
  'error.reference.unknown.safe': 'Your requests were not changed.',
  'error.reference.unknown.do': 'Choose another value, or load the pack that holds the entry.',

  'error.hub.unreachable': 'The hub does not answer.',
  'error.hub.unreachable.safe': 'Everything that you made is on this post. What was not acknowledged counts as not sent.',
  'error.hub.unreachable.do': 'You need do nothing: Steunpunt tries again. If it takes long, check the network and the address of the hub, or exchange with a file.',

  'error.hub.stranger': 'Another computer answers at the address of the hub: its certificate is not the one of the invitation.',
  'error.hub.stranger.safe': 'Nothing was sent and nothing was accepted.',
  'error.hub.stranger.do': 'Call the keeper of the hub and compare the fingerprint. If it differs, do not use this hub. If the hub was renewed, ask for a new invitation.',

  'error.hub.portal': 'Not the hub but something in between answered, for example the login page of a wireless network.',
  'error.hub.portal.safe': 'Nothing was sent and nothing was accepted.',
  'error.hub.portal.do': 'Sign in to the network or choose another one. The exchange then goes on by itself.',

  'error.hub.version': 'The hub and this post share no version of the protocol.',
  'error.hub.version.safe': 'Nothing was sent. Your work is on this post.',
  'error.hub.version.do': 'Update Steunpunt, or ask the keeper to update the hub. Until then, exchange with a file.',

  'error.hub.lost': 'The hub lacks data that it acknowledged before. It was emptied, put back to an older state, or replaced.',
  'error.hub.lost.safe': 'The exchange has stopped. Everything is still on this post, unchanged.',
  'error.hub.lost.do': 'Ask the keeper of the hub what happened. Then choose whether this post may fill the hub again.',

  'error.hub.refused': 'The hub refuses this: this post does not have the right to it in this space.',
  'error.hub.refused.safe': 'Your work is on this post and unchanged.',
  'error.hub.refused.do': 'Ask the keeper of the space whether this post is still a member and whether its role is right.',

  'error.hub.admission': 'This hub takes new spaces only with an admission code.',
  'error.hub.admission.safe': 'The space exists on this post and is unchanged.',
  'error.hub.admission.do': 'Ask the keeper of the hub for the admission code and fill it in with the hub.',

  'error.hub.quota': 'The space, or this post in it, has used the storage that the hub allows.',
  'error.hub.quota.safe': 'What the hub acknowledged is stored there. The rest is on this post.',
  'error.hub.quota.do': 'Ask the keeper of the hub for more storage. Until then, exchange with a file.',

  'error.hub.busy': 'The hub is too busy and asks to wait.',
  'error.hub.busy.safe': 'What the hub acknowledged is stored there. The rest is on this post.',
  'error.hub.busy.do': 'You need do nothing: Steunpunt tries again shortly.',

  'error.hub.full': 'The disk of the hub is full.',
  'error.hub.full.safe': 'What the hub acknowledged is stored there. The rest is on this post.',
  'error.hub.full.do': 'Warn the keeper of the hub. Until then, exchange with a file.',

  'error.hub.failed': 'The hub reports an error of its own.',
  'error.hub.failed.safe': 'What the hub acknowledged is stored there. The rest is on this post.',
  'error.hub.failed.do': 'Steunpunt tries again. If it stays, give the keeper of the hub the time of it: the log says what happened.',

  'error.hub.port': 'The hub cannot use this port: it is taken or not allowed.',
  'error.hub.port.safe': 'Nothing was started and nothing changed.',
  'error.hub.port.do': 'Choose another port, for example 8444. If a hub runs on this computer already, stop that one first.',

  'error.hub.ended': 'The hub on this post has stopped and does not come back.',
  'error.hub.ended.safe': 'What the hub acknowledged to posts is on the disk of this computer.',
  'error.hub.ended.do': 'Start the hub again. If that fails, exchange with a file and have the computer looked at.',

  'error.store.down': 'The part that stores your work has stopped and is being restarted.',
  'error.store.down.safe': 'What was reported as saved is on disk.',
  'error.store.down.do': 'Wait a few seconds and try again.',

  'error.internal': 'Something went wrong in Steunpunt.',
  'error.internal.safe': 'What was reported as saved is on disk.',
  'error.internal.do': 'Try again. If it keeps going wrong, restart Steunpunt and tell your administrator.',
} as const;
