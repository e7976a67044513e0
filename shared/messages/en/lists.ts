/** Lists that show a part of what there is (ids `list.…`). */
export const lists = {
  'list.firstOf': 'The first {shown, number} of {total, number}',
  'list.newestOf': 'The last {shown, number} of {total, number}',
} as const;
