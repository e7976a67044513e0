/**
 * Words by which a Dutch text names a hazardous substance. Beginnings of words, lower case. Data for the check on hazards: specific
 * substances, not the words of the question itself ('gevaarlijke stoffen'), which also stand in 'gevaarlijke stoffen: geen'.
 */
export const substanceWords: readonly string[] = [
  'peroxide', 'waterstofperoxide', 'asbest', 'chloor', 'ammoniak', 'zoutzuur', 'zwavelzuur', 'salpeterzuur', 'fluorwaterstof', 'blauwzuur', 'cyanide', 'benzeen', 'acrylonitril',
  'koolmonoxide', 'lpg', 'chemicali', 'gifgas', 'giftig', 'mosterdgas', 'zenuwgas', 'strijdgas', 'gaswolk', 'radioactie', 'nucleair', 'miltvuur', 'anthrax', 'poederbrief', 'cbrn',
];

/** Words that deny what stands beside them: 'geen asbest', 'asbest: niets bekend'. */
export const denials: readonly string[] = ['geen', 'niet', 'niets', 'zonder', 'onbekend', 'uitgesloten', 'nergens'];

/** How many words before and after a substance can deny it. */
const reach = 2;

/** The first substance that a text names and does not deny, as the text writes it. */
export function substanceIn(text: string): string | undefined {
  // a sentence denies only what it names itself
  for (const sentence of text.split(/[.;\n!?]/)) {
    const written = sentence.match(/[\p{L}\p{N}-]+/gu) ?? [];
    const folded = written.map((word) => word.toLocaleLowerCase('nl-NL'));
    const at = folded.findIndex(
      (word, index) => substanceWords.some((stem) => word.startsWith(stem)) && !folded.slice(Math.max(0, index - reach), index + reach + 1).some((near) => denials.includes(near)),
    );
    if (at >= 0) return written[at];
  }
  return undefined;
}
