/** Lists that show a part of what there is (ids `list.…`). */
export const lists = {
  'list.firstOf': 'De eerste {shown, number} van {total, number}',
  'list.newestOf': 'De laatste {shown, number} van {total, number}',
} as const;
