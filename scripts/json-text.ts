const width = 100;

/**
 * JSON as people read it: what fits on a line stands on one, like code.
 * @param value plain JSON
 * @param indent blanks before it
 * @param before characters on its line already, such as its name
 */
export const jsonText = (value: unknown, indent = 0, before = indent): string => {
  const line = JSON.stringify(value);
  if (typeof value !== 'object' || value === null || before + line.length <= width) return line;
  const blanks = ' '.repeat(indent + 1);
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
  const parts = Array.isArray(value)
    ? value.map((each: unknown) => blanks + jsonText(each, indent + 1))
    : Object.entries(value).map(([key, each]) => {
        const name = `${blanks}${JSON.stringify(key)}: `;
        return name + jsonText(each, indent + 1, name.length);
      });
  return `${open}\n${parts.join(',\n')}\n${' '.repeat(indent)}${close}`;
};
