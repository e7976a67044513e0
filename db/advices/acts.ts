/** What happened to an advice beside its text, as a signed revision each. */
import type { Desk } from '../documents/desk.ts';
import { newId } from '../documents/ids.ts';
import { type ContentOf, type Revision, addRevision } from '../documents/revisions.ts';
import type { DocumentRow } from '../documents/working-copies.ts';

/** Call inside a transaction. */
export function addAct(desk: Desk, advice: DocumentRow, what: ContentOf<'adviceAct'>['what'], at: string): Revision<'adviceAct'> {
  const made: ContentOf<'adviceAct'> = {
    kind: 'adviceAct',
    format: 'steunpunt-revision/1',
    document: advice.id,
    space: advice.space,
    parents: [],
    author: { post: desk.post.identity.name, function: desk.post.identity.function },
    act: newId(desk.now()),
    what,
  };
  return addRevision<'adviceAct'>(desk.file, desk.post, made, at).revision;
}
