import type { ClockChange } from '../../kernel/case-clocks.ts';
import type { UrgentEvents, UrgentReport, UrgentState } from './urgent.ts';

/** Each addressee by its place in its report: a unit may be succeeded, its place stays. */
const placesOf = (
  reports: readonly UrgentReport[],
  { reportId, unit }: { readonly reportId: string; readonly unit: string },
): readonly string[] => {
  const report = reports.findIndex(({ id }) => id === reportId);
  return (reports[report]?.addressees ?? []).flatMap((each, at) =>
    each.unit === unit ? [`${report + 1}.${at + 1}`] : [],
  );
};

type Effects = {
  readonly [T in keyof UrgentEvents]: (
    data: UrgentEvents[T],
    before: UrgentState,
  ) => readonly ClockChange[];
};

/** Every addressee has hours to confirm and hours to answer; a later report asks no answer. */
export const urgentClockEffects = {
  UrgentReported: ({ addressees, later }, { urgentReports }) =>
    addressees.flatMap(({ unit }, at): ClockChange[] => {
      const about = `${urgentReports.length + 1}.${at + 1}`;
      const start = { do: 'start', holder: unit, about } as const;
      return [
        { ...start, period: 'urgent-receipt' },
        ...(later ? [] : [{ ...start, period: 'urgent-reply' } as const]),
      ];
    }),
  UrgentReceived: (data, { urgentReports }) =>
    placesOf(urgentReports, data).map((about) => ({ do: 'stop', period: 'urgent-receipt', about })),
  UrgentReplied: (data, { urgentReports }) =>
    placesOf(urgentReports, data).map((about) => ({ do: 'stop', period: 'urgent-reply', about })),
} as const satisfies Effects;
