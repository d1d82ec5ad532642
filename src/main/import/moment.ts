import { parseLocalDate, startOfDay } from '../../kernel/local-date.ts';

const local =
  /^(\d{4})[/.年-](\d{1,2})[/.月-](\d{1,2})日?(?:[ T](\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d+)?)?$/;
const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * Reads a moment as files hold it.
 * @param text `2019/2/28 11:25:05`, `2019-02-28`, `2019年2月28日`, in Shanghai; or with a zone
 * @returns epoch ms, or nothing when it is no moment of the calendar
 */
export function parseMoment(text: string): number | undefined {
  const trimmed = text.trim();
  if (zoned.test(trimmed)) {
    const at = Date.parse(trimmed);
    return Number.isNaN(at) ? undefined : at;
  }
  const found = local.exec(trimmed);
  if (found === null) return undefined;
  const [, year = '', month = '', day = '', hour = '0', minute = '0', second = '0'] = found;
  const date = parseLocalDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const [h, m, s] = [Number(hour), Number(minute), Number(second)];
  if (date === undefined || h > 23 || m > 59 || s > 59) return undefined;
  return startOfDay(date).getTime() + ((h * 60 + m) * 60 + s) * 1_000;
}
