/** What a form gives: texts, lists of codes, files. */
export type Typed = Readonly<Record<string, unknown>>;

export const textOf = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : '';
};

export const listOf = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name];
  return Array.isArray(value) ? value.filter((each) => typeof each === 'string') : [];
};

/** One thing on each line of a text. */
export const linesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');

/** People as lines of `name, what they are`; Chinese and Latin commas alike. */
export const peopleOf = (
  text: string,
): readonly { readonly name: string; readonly post: string }[] =>
  linesOf(text).map((line) => {
    const [name = '', ...rest] = line.split(/[,，、]/);
    return { name: name.trim(), post: rest.join('，').trim() };
  });
