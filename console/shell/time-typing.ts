/**
 * Reads a time of day as people type it: 9:30, 09：30, 930, 0930, 9点, 9点半, 9时05分.
 * @returns HH:MM, '' for nothing typed, null when it is no time
 */
export function readTypedTime(typed: string): string | null {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '');
  if (text === '') return '';
  const found =
    /^(?<h>\d{1,2})[:.](?<m>\d{1,2})$/.exec(text) ??
    /^(?<h>\d{1,2})[点时](?:(?<m>\d{1,2}|半)分?)?$/.exec(text) ??
    /^(?<h>\d{1,2})(?<m>\d{2})$/.exec(text);
  if (found === null) return null;
  const { h = '', m = '0' } = found.groups ?? {};
  const hours = Number(h);
  const minutes = m === '半' ? 30 : Number(m);
  if (hours > 23 || minutes > 59) return null;
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${two(hours)}:${two(minutes)}`;
}
