import type { FactSource, StatedFact } from '../../kernel/facts.ts';
import { localDateOf, yearOf, type LocalDate } from '../../kernel/local-date.ts';
import { spansOf } from './duty.ts';
import type { DayEvent, LeaderEvent, Recorded } from './events.ts';
import { evolve } from './evolve.ts';
import type { LeaderFacts, LeaderNorm } from './leader.ts';
import type { ReceptionDay } from './reception-day.ts';

/** Each leader of a day that took place received on it; who was not there is no leader of the day. */
function factsOfDay({ state, plan, unit }: ReceptionDay): readonly StatedFact[] {
  if (state !== 'running' && state !== 'closed') return [];
  return [
    { kind: 'reception-day', day: plan.on, detail: plan.kind, dims: { unit } },
    ...plan.leaders.map((leader): StatedFact => ({
      kind: 'reception-day-held',
      key: leader.id,
      day: plan.on,
      dims: { unit: leader.unitId, leader: leader.userId },
    })),
  ];
}

/** Reception days that were held, and by whom. */
export const receptionDayFacts: FactSource<ReceptionDay, Recorded<DayEvent>> = {
  id: 'reception-days',
  version: 2,
  streams: ['reception-day'],
  kinds: {
    'reception-day': { zh: '举行的接访日', en: 'reception day held' },
    'reception-day-held': { zh: '领导接访（一天一人）', en: 'a leader’s day of reception' },
  },
  evolve,
  dims: ({ unit }) => ({ office: unit }),
  facts: factsOfDay,
};

/** A leader with every duty that held, and from which day on. */
interface Obliged {
  readonly leader: LeaderFacts;
  readonly keptBy: string;
  readonly listedOn: LocalDate;
  readonly changedOn: LocalDate;
  readonly norms: readonly { readonly from: LocalDate; readonly norm: LeaderNorm | null }[];
}

/** Recorded leaders' events, as the record has them. */
export type RecordedLeaderEvent = LeaderEvent & { readonly at: number };

function obliged(before: Obliged | null, event: RecordedLeaderEvent): Obliged | null {
  const on = localDateOf(event.at);
  const { norm = null, ...leader } = event.data;
  const norms = [...(before?.norms ?? []), { from: on, norm }];
  if (event.type === 'ReceivingLeaderListed') {
    const { keptBy } = event.data;
    return { leader, keptBy, listedOn: on, changedOn: on, norms };
  }
  return before === null ? null : { ...before, leader, changedOn: on, norms };
}

/**
 * Years after the last change for which a duty is told ahead: facts follow from events alone, and a
 * leader's post or the norm changes sooner.
 */
const yearsAhead = 5;

/** Stretches in which days are due: the norm is the one that held on the stretch's last day. */
function dutiesOf({ leader, listedOn, changedOn, norms }: Obliged): readonly StatedFact[] {
  const facts: StatedFact[] = [];
  norms.forEach(({ norm, from }, place) => {
    if (norm === null) return;
    const until = norms[place + 1]?.from ?? null;
    for (let year = yearOf(from); year <= yearOf(changedOn) + yearsAhead; year += 1) {
      for (const span of spansOf(year, norm.per)) {
        const inTerm = leader.from <= span.from && (leader.to === null || span.to <= leader.to);
        const holds = span.to >= from && (until === null || span.to < until);
        if (!inTerm || !holds || span.to < listedOn) continue;
        const key = `${norm.per} ${span.from}`;
        facts.push({ kind: 'reception-duty', key, day: span.to, value: norm.days });
      }
    }
  });
  return facts;
}

/** How many days leaders have to receive, from the sheet of the unit that keeps them. */
export const receptionDutyFacts: FactSource<Obliged, RecordedLeaderEvent> = {
  id: 'reception-duty',
  version: 2,
  streams: ['receiving-leader'],
  kinds: {
    'reception-duty': {
      zh: '应接访天数（数值为天数）',
      en: 'days of reception due (value: how many)',
    },
  },
  evolve: (_id, state, event) => obliged(state, event),
  dims: ({ keptBy, leader }) => ({ office: keptBy, unit: leader.unitId, leader: leader.userId }),
  facts: dutiesOf,
};
