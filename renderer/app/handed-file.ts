/** A card or an invitation that was opened in one room and is worked with in another. It is taken once. */
import { useEffect, useState } from 'react';
import { create } from 'zustand';

export interface HandedFile {
  readonly name: string;
  readonly text: string;
}
type Kind = 'card' | 'invitation';

const useHandedFiles = create<Readonly<Partial<Record<Kind, HandedFile>>>>(() => ({}));

export function handOver(kind: Kind, { name, text }: HandedFile): void {
  useHandedFiles.setState({ [kind]: { name, text } });
}

/** What was handed to the room that opens now, until it is put away. */
export function useHanded(kind: Kind): { readonly file: HandedFile | undefined; readonly putAway: () => void } {
  const [file, setFile] = useState(() => useHandedFiles.getState()[kind]);
  useEffect(() => useHandedFiles.setState({ [kind]: undefined }), [kind]);
  return { file, putAway: () => setFile(undefined) };
}
