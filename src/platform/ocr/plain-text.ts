const han = String.raw`\p{sc=Han}`;
/** Chinese writing has no spaces; what the program sees between characters is only distance. */
const gap = new RegExp(`(?<=[${han}，。；：！？、“”‘’（）《》])[ \t]+(?=\\S)`, 'gu');
const gapBefore = new RegExp(`(?<=\\S)[ \t]+(?=[${han}，。；：！？、“”‘’（）《》])`, 'gu');
/** Half-width marks after a Chinese character are the full-width ones, seen small. */
const marks: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
};
const mark = new RegExp(`(?<=${han})[,;:!?]`, 'gu');
const width = (line: string): number => [...line].length;

/**
 * What was read as plain lines: gaps closed, marks full-width, and lines that fill the page joined
 * with the next, because only the paper ended there.
 */
export function plainText(read: string): string {
  const lines = read
    .split('\n')
    .map((line) =>
      line
        .replaceAll(gap, '')
        .replaceAll(gapBefore, '')
        .replaceAll(mark, (each) => marks[each] ?? each)
        .trim(),
    )
    .filter((line) => line !== '');
  const widest = Math.max(0, ...lines.map(width));
  let text = '';
  for (const [at, line] of lines.entries()) {
    const isFull = width(line) >= widest * 0.85 && widest >= 12;
    const isLast = at === lines.length - 1;
    text += isLast || (isFull && !/[。！？：；]$/u.test(line)) ? line : `${line}\n`;
  }
  return text;
}
