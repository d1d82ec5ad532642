import {
  beginReport,
  refoldNextPage,
  reportIdOf,
  stepReport,
} from '../../capabilities/statistics/index.ts';
import type { Organisation } from '../../capabilities/identity-organisation/index.ts';
import { addDays, localDateOf, type LocalDate } from '../../kernel/local-date.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import type { Result } from '../../kernel/result.ts';
import type { Core } from '../core.ts';
import { staffOf } from './play.ts';

interface Stage {
  readonly core: Core;
  readonly organisation: Organisation;
  /** Epoch ms. */
  readonly now: number;
}

const must = <T>(done: Result<T, Refusal>, what: string): T => {
  if (!done.ok) throw new Error(`demo report ${what}: ${done.refusal.code}`);
  return done.value;
};

const office = 'county-office';

/** A day of the running month of which something is over, and one of the month before. */
const daysOf = (now: number): { readonly running: LocalDate; readonly before: LocalDate } => {
  const running = addDays(localDateOf(now), -1);
  return { running, before: addDays(running, -Number(running.slice(8))) };
};

/** Three months back: the quarter before, whatever the day is. */
const quarterBefore = (day: LocalDate): LocalDate => addDays(day, -92);

const asked = (now: number) => {
  const { running, before } = daysOf(now);
  return {
    read: { kind: 'month', day: before },
    wordReport: { kind: 'month', day: running },
    recountReport: { kind: 'quarter', day: running },
    finaliseReport: { kind: 'quarter', day: quarterBefore(running) },
  } as const;
};

type Place = keyof ReturnType<typeof asked>;

/** A final report of last month, drafts of this month and of both quarters (T-3). */
export async function playReports({ core, organisation, now }: Stage): Promise<void> {
  const deps = core.statistics;
  // The worker counts behind the record; a report is drafted from what is counted.
  while ((await refoldNextPage(deps)) > 0);
  const officer = staffOf(organisation, 'officer1');
  const head = staffOf(organisation, 'officehead');
  for (const [place, input] of Object.entries(asked(now))) {
    const options = { actor: officer, commandKey: `demo-report-${place}`, at: now };
    const { id } = must(await beginReport(deps, input, options), place);
    if (place !== 'read') continue;
    const sections = {
      supervision: '对超期未办结事项逐件提醒，要求责任单位说明原因、限期办结。',
      other: '下一步，重点推动物业管理、工资支付等反映集中的问题源头化解。',
    };
    const wording = { ...options, commandKey: 'demo-report-wording' };
    must(await stepReport(deps, id, 'wordReport', { sections }, wording), 'wording');
    const finalising = { actor: head, commandKey: 'demo-report-final', at: now };
    must(await stepReport(deps, id, 'finaliseReport', {}, finalising), 'final');
  }
}

/** How the demo calls the reports that examples name. */
export const reportNames = (
  core: Core,
  organisation: Organisation,
  { now }: { readonly now: number },
): readonly (readonly [string, string])[] => {
  const region = organisation.find(office)?.regionCode ?? '';
  return (Object.entries(asked(now)) as [Place, ReturnType<typeof asked>[Place]][]).map(
    ([place, { kind, day }]) => [
      `report:${place}`,
      reportIdOf(core.statistics, office, {
        place: { kind: 'region', code: region, region },
        kind,
        day,
        edition: 1,
      }),
    ],
  );
};
