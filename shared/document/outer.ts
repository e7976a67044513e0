import type { Block, DocumentModel } from './model.ts';

/** Blocks that are for the maker, not for the shared picture. */
const inner = new Set(['route', 'remarks']);

/** The blocks that others must read: everything but the route and the open points, which stand under a heading of their own. */
export function outerBlocks(model: DocumentModel): readonly Block[] {
  let skipping = false;
  return model.blocks.filter((block) => {
    if (block.kind === 'heading') skipping = inner.has(block.anchor);
    return !skipping;
  });
}
