/** How personal data looks to those who may not see it whole (L-3). */

/** `王小明` → `王*`; organisations keep their first two characters. */
export function maskName(name: string): string {
  const [first = ''] = [...name];
  return first === '' ? '' : `${first}*`;
}

/** Ends of a string with stars between; short ones keep their last two characters alone. */
function maskMiddle(text: string, head: number, tail: number): string {
  if (text === '') return '';
  if (text.length < head + tail + 3)
    return `${'*'.repeat(4)}${text.length > 4 ? text.slice(-2) : ''}`;
  const stars = '*'.repeat(text.length - head - tail);
  return `${text.slice(0, head)}${stars}${text.slice(-tail)}`;
}

/** `430111199001011234` → `4301**********1234`. */
export const maskDocumentNumber = (number: string): string => maskMiddle(number, 4, 4);

/** `13800001234` → `138****1234`. */
export const maskTelephone = (number: string): string => maskMiddle(number, 3, 4);

/** 小区, 社区 and 园区 are already too near to somebody's door. */
const district = /^\P{Nd}{0,24}?(?<![自小社园校厂库景街片])[区县旗]/u;
const city = /^\P{Nd}{0,16}?[市州盟省]/u;

/** `湖南省长沙市岳麓区麓山路 1 号` → `湖南省长沙市岳麓区****`: no nearer than the district. */
export function maskAddress(address: string): string {
  if (address === '') return '';
  const kept = (district.exec(address) ?? city.exec(address))?.[0] ?? '';
  return `${kept}****`;
}
