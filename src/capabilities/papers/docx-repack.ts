import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { faces } from './docx-parts.ts';

/** Fonts that a machine without the standard's faces takes instead, in its own order. */
const instead: Readonly<Record<string, string>> = {
  [faces.body]: '仿宋',
  [faces.title]: '华文中宋',
  [faces.hei]: 'Noto Sans SC',
  [faces.kai]: '楷体',
  [faces.digits]: 'Noto Serif SC',
};

/**
 * Makes the file reproducible, so that its hash can be recorded: times come from the paper's own
 * date instead of the machine's clock, the parts stand in order. Also names fallback fonts.
 *
 * @param date day of issue `YYYY-MM-DD`; a draft has none and bears 1980-01-01
 */
export function repack(bytes: Uint8Array, date: string | undefined): Uint8Array {
  const parts = unzipSync(bytes);
  const time = `${date ?? '1980-01-01'}T00:00:00Z`;
  const entries = Object.entries(parts)
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([name, data]): [string, Uint8Array] => {
      if (name === 'docProps/core.xml') return [name, edit(data, (xml) => withTimes(xml, time))];
      if (name === 'word/fontTable.xml') return [name, edit(data, withFallbacks)];
      return [name, data];
    });
  // Word reads the list of content types first; the rest may stand in any fixed order.
  return zipSync(Object.fromEntries(entries), { level: 6, mtime: new Date(1980, 0, 1) });
}

function edit(data: Uint8Array, change: (xml: string) => string): Uint8Array {
  return strToU8(change(strFromU8(data)));
}

function withTimes(xml: string, time: string): string {
  return xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/gu, `$1${time}`);
}

function withFallbacks(xml: string): string {
  const fonts = Object.entries(instead)
    .map(
      ([name, alternative]) =>
        `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:charset w:val="86"/></w:font>`,
    )
    .join('');
  if (xml.includes('</w:fonts>')) return xml.replace('</w:fonts>', `${fonts}</w:fonts>`);
  return xml.replace(/<w:fonts([^>]*)\/>/u, `<w:fonts$1>${fonts}</w:fonts>`);
}
