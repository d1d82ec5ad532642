/** The weeks of a month's sheet, Monday first, with the days around it that fill them. */
export function weeksOf(month: string): readonly (readonly string[])[] {
  const first = new Date(`${month}-01T00:00:00Z`);
  const start = first.getTime() - ((first.getUTCDay() + 6) % 7) * 86_400_000;
  const next = shiftMonth(month, 1);
  const weeks: string[][] = [];
  for (let at = start; dayOf(at) < `${next}-01`; at += 7 * 86_400_000) {
    weeks.push(Array.from({ length: 7 }, (_, day) => dayOf(at + day * 86_400_000)));
  }
  return weeks;
}

const dayOf = (at: number): string => new Date(at).toISOString().slice(0, 10);

/** `2026-11` and one more is `2026-12`. */
export function shiftMonth(month: string, by: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}
