const end = '<!-- /generated -->';

/**
 * Puts a generated section into a README anew.
 * @param readme the whole text with `<!-- generated:NAME -->` and `<!-- /generated -->`
 * @param name which section
 * @param content Markdown, without the markers around it
 * @returns the whole new text
 * @throws when a marker is missing
 */
export function replaceSection(readme: string, name: string, content: string): string {
  const begin = `<!-- generated:${name} -->`;
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end, from);
  if (from < 0 || to < 0) throw new Error(`The README has no section ${begin} … ${end}`);
  const head = readme.slice(0, from + begin.length);
  return `${head}\n\n${content}\n\n${readme.slice(to)}`;
}
