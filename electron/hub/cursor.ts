/**
 * Where a post is in a space: the generation of the hub, the position, and the digest of everything up to it. A hub that was restored
 * from an older copy may have come past the position again, but not with the same digest.
 */
export interface Cursor {
  readonly generation: string;
  readonly position: number;
  /** 16 bytes */
  readonly digest: Uint8Array;
}

export function cursorText({ generation, position, digest }: Cursor): string {
  return `${generation}.${position}.${Buffer.from(digest).toString('hex')}`;
}

export function readCursor(text: string): Cursor | undefined {
  const [, generation, position, digest] = /^([0-9a-f]{1,40})\.(\d{1,10})\.([0-9a-f]{32})$/.exec(text) ?? [];
  if (generation === undefined || position === undefined || digest === undefined) return undefined;
  return { generation, position: Number(position), digest: Buffer.from(digest, 'hex') };
}
