/** 442 pt of block width hold twenty characters of 22 pt. */
const perLine = 20;

/**
 * Breaks a title so that its lines are about equal and no word is torn (GB/T 9704-2012, 7.3.1:
 * 词意完整、排列对称、长短适宜): after 的, 关于, 、 or before 信访事项, the break nearest to even.
 */
export function titleLines(title: string): string[] {
  const characters = Array.from(title.replaceAll('\n', ' '));
  if (characters.length <= perLine) return [characters.join('')];
  const lines = Math.ceil(characters.length / (perLine - 1));
  const even = Math.ceil(characters.length / lines);
  const near = [0, 1, -1, 2, -2, 3, -3]
    .map((shift) => even + shift)
    .filter((place) => place <= perLine);
  const end =
    near.find((place) => isGoodBreak(characters, place)) ??
    near.find((place) => !tearsNumber(characters, place)) ??
    even;
  return [characters.slice(0, end).join(''), ...titleLines(characters.slice(end).join(''))];
}

/** A number stays with its own digits, and with the year, month or day that it counts. */
const tearsNumber = (characters: readonly string[], place: number): boolean =>
  /\d$/u.test(characters[place - 1] ?? '') && /^[\d年月日号.%]/u.test(characters[place] ?? '');

function isGoodBreak(characters: readonly string[], place: number): boolean {
  const before = characters.slice(0, place).join('');
  const after = characters.slice(place).join('');
  if (/^[的、，。）》」”]/u.test(after)) return false;
  return (
    /(?:的|、|，|》|）|信访事项|反映)$/u.test(before) ||
    /^(?:信访事项|信访工作|反映|处理意见|有关|\d{4}年)/u.test(after)
  );
}
