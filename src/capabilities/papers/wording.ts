/** Chinese numerals 1-99 as headings use them. */
export function chineseNumeral(value: number): string {
  const digits = '零一二三四五六七八九';
  const tens = Math.trunc(value / 10);
  const ones = value % 10;
  if (value < 1 || value > 99 || !Number.isInteger(value)) return String(value);
  return `${tens > 1 ? digits[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? digits[ones] : ''}`;
}

/**
 * An article as laws and papers write it: 《信访工作条例》第二十三条第三款.
 * @param law title, with its year in brackets where it has one; a rule without articles stays as it is
 * @param article as periods have it: '36', '23(3)', or empty
 */
export function articleOf({
  law,
  article,
}: {
  readonly law: string;
  readonly article: string;
}): string {
  const [, number, paragraph] = /^(\d+)(?:\((\d+)\))?$/.exec(article) ?? [];
  if (number === undefined) return law;
  const [, title = law, year = ''] = /^(.*?)(（[^（）]*）)?$/.exec(law) ?? [];
  const part = paragraph === undefined ? '' : `第${chineseNumeral(Number(paragraph))}款`;
  return `《${title}》${year}第${chineseNumeral(Number(number))}条${part}`;
}

/** GB/T 9704-2012, 7.3.5.4: year in full, month and day without leading zeros. */
export function chineseDate(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** 张三 · 张三、李四 · 张三等5人 */
export function namesOf(names: readonly string[], count = names.length): string {
  if (count <= 3 && count === names.length) return names.join('、');
  return `${names[0]}等${count}人`;
}

/** Width of a text in full characters; a Latin sign counts as about half of one. */
export function widthOf(text: string): number {
  return Array.from(text).reduce(
    (sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2e80 ? 0.6 : 1),
    0,
  );
}
