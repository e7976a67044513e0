/** First start: whose post this is and its passphrase, then the recovery code on paper. */
import { type ReactNode, useState } from 'react';
import type { CallOutput } from '../../../shared/contract.ts';
import { enter } from '../../app/session.ts';
import { PostForm } from './post-form.tsx';
import { RecoveryCode } from './recovery-code.tsx';

export function StartScreen(): ReactNode {
  const [made, setMade] = useState<{ readonly post: CallOutput<'post.create'>; readonly name: string }>();
  if (!made) return <PostForm onMade={(post, name) => setMade({ post, name })} />;
  return <RecoveryCode code={made.post.recoveryCode} postName={made.name} onKept={() => enter(made.post.status)} />;
}
