/*
 * What the five must-checks should find, once more from the raw events by plain loops. It knows none
 * of the program's rules: neither clocks nor states nor tables; weekends are its whole calendar.
 */

/** An event as it lies in the record. */
export interface RawEvent {
  readonly stream: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
  readonly at: number;
}

export interface RawUnit {
  readonly id: string;
  readonly group: string;
}

export interface Numbers {
  readonly windowDays: number;
  readonly minimumSteps: number;
  readonly minimumPeers: number;
  readonly z: number;
  readonly margin: number;
}

const DAY = 86_400_000;
const shanghai = 8 * 3_600_000;
const dayOf = (at: number): string => new Date(at + shanghai).toISOString().slice(0, 10);
const plus = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const endOf = (day: string): number => Date.parse(`${day}T24:00:00+08:00`);
const isWeekend = (day: string): boolean => [0, 6].includes(new Date(Date.parse(day)).getUTCDay());

/** So many calendar days after, and on to the next workday. */
function dueAfter(at: number, days: number): string {
  let day = plus(dayOf(at), days);
  while (isWeekend(day)) day = plus(day, 1);
  return day;
}

interface Run {
  readonly period: string;
  readonly about: string;
  readonly unit: string;
  readonly due: string;
  readonly from: number;
  /** Moments at which it stopped and went on. */
  readonly stops: { readonly at: number; readonly stopped: boolean }[];
}

const stoppedBy = (run: Run, moment: number): number | null => {
  const last = run.stops.findLast(({ at }) => at <= moment);
  return last?.stopped === true ? last.at : null;
};

type Demand = {
  readonly demandId: string;
  readonly execution: { readonly dueDate: string } | null;
};

/** One matter as somebody would write it down who reads its events. */
export class Matter {
  readonly runs: Run[] = [];
  readonly accusedFrom: number;
  readonly hits: { readonly at: number; readonly line: string }[] = [];
  office = '';

  constructor(
    readonly id: string,
    events: readonly RawEvent[],
    isAccusation: (id: string) => boolean,
  ) {
    this.accusedFrom = events.reduce(
      (from, { type, data, at }) =>
        (type === 'PetitionRegistered' || type === 'PetitionClassified') &&
        data['purpose'] === 'accusation'
          ? Math.min(from, at)
          : from,
      Number.POSITIVE_INFINITY,
    );
    let holder = '';
    let settled = false;
    const papers = new Map<string, { kind: string; demands: readonly Demand[] }>();
    const done = new Set<string>();
    const windows = new Map<unknown, string>();
    let asked = '';
    const start = (period: string, unit: string, due: string, at: number, about = ''): void => {
      this.runs.push({ period, unit, due, from: at, about, stops: [] });
    };
    const stop = (at: number, ...periods: string[]): void => {
      for (const run of this.runs) {
        if (periods.includes(run.period) && run.stops.at(-1)?.stopped !== true) {
          run.stops.push({ at, stopped: true });
        }
      }
    };
    const found = (at: number, check: string, unit: string, what: string): void => {
      if (this.accusedFrom === Number.POSITIVE_INFINITY) {
        this.hits.push({ at, line: `${check} ${id} ${unit} ${what}` });
      }
    };
    for (const { type, data, at } of events) {
      if (type === 'PetitionRegistered') {
        holder = data['holder'] as string;
        this.office = data['office'] as string;
        start('triage', holder, dueAfter(at, 15), at);
      }
      if (type === 'PetitionHanded') {
        holder = data['to'] as string;
        stop(at, 'triage');
        start('acceptance', holder, dueAfter(at, 15), at);
      }
      if (type === 'PetitionAccepted') start('handling', holder, dueAfter(at, 60), at);
      if (type === 'PaperDrafted') {
        const effect = data['effect'] as { demands?: readonly Demand[] } | null;
        papers.set(data['paperId'] as string, {
          kind: data['kind'] as string,
          demands: effect?.demands ?? [],
        });
      }
      if (type === 'PaperSealed') {
        if (papers.get(data['paperId'] as string)?.kind === 'acceptance-notice') {
          stop(at, 'acceptance');
        }
      }
      if (type === 'OpinionIssued') {
        stop(at, 'handling');
        start('service', holder, dueAfter(at, 10), at);
      }
      if (type === 'PaperServed') {
        const paper = papers.get(data['paperId'] as string);
        if (paper?.kind === 'opinion') {
          stop(at, 'service');
          for (const { demandId, execution } of paper.demands) {
            if (execution !== null) start('execution', holder, execution.dueDate, at, demandId);
          }
        }
      }
      if (type === 'PetitionConcluded') {
        settled = data['form'] === 'opinion';
        stop(at, 'triage', 'acceptance', 'handling');
      }
      if (type === 'FollowUpScheduled') {
        asked = data['unit'] as string;
        start('follow-up', asked, dueAfter(at, 30), at);
      }
      if (type === 'ExecutionDone' || type === 'ExecutionReopened') {
        const demand = data['demandId'] as string;
        const run = this.runs.findLast((each) => each.about === demand);
        const reported = (data['doneAt'] as number | undefined) ?? at;
        if (type === 'ExecutionDone') done.add(demand);
        else done.delete(demand);
        // Reported some time before anybody confirmed it.
        run?.stops.push(
          type === 'ExecutionDone' ? { at: reported, stopped: true } : { at, stopped: false },
        );
      }
      if (type === 'FollowUpRecorded') {
        stop(at, 'follow-up');
        if (data['result'] === 'relapsed') found(at, 'came-back', asked, 'relapse');
        if (data['result'] === 'dissatisfied') found(at, 'not-satisfied', asked, 'follow-up');
      }
      if (type === 'RoundOpened') {
        settled = false;
        stop(at, 'service', 'execution', 'follow-up');
        start('handling', holder, dueAfter(at, 60), at);
      }
      if (type === 'PetitionRelated') {
        const other = data['other'] as string;
        const repeated = data['kind'] === 'repeat-of' && data['side'] === 'to';
        if (repeated && settled && !isAccusation(other)) {
          found(at, 'came-back', holder, `repeat ${other}`);
        }
      }
      if (type === 'RatingOpened') windows.set(data['round'], data['unit'] as string);
      if (type === 'PetitionRated') {
        const round = data['round'];
        const unit = windows.get(round) ?? holder;
        const before = (what: string): boolean =>
          this.hits.some(({ line }) => line === `not-satisfied ${id} ${unit} ${what}`);
        const rating = `rating ${String(round)}`;
        if (data['unit'] === 'not' && !before(rating)) found(at, 'not-satisfied', unit, rating);
        for (const { demandId, solved } of data['demands'] as {
          demandId: string;
          solved: string;
        }[]) {
          if (solved === 'not' && done.has(demandId)) {
            found(at, 'not-carried-out', unit, `unsolved ${demandId}`);
          }
        }
      }
    }
  }

  /** As it is counted on a night: not at all once it is an accusation. */
  countsOn(night: number): boolean {
    return this.accusedFrom > night;
  }
}

/** One promise that an opinion made: its state on any night, and who denied it. */
export class Promised {
  readonly matter: string;
  readonly unit: string;
  readonly due: string;
  readonly denials: number[] = [];
  readonly #states: { readonly at: number; readonly open: boolean }[] = [];

  constructor(
    readonly id: string,
    events: readonly RawEvent[],
  ) {
    const made = events[0]?.data ?? {};
    this.matter = made['petitionId'] as string;
    this.unit = made['unit'] as string;
    this.due = made['dueDate'] as string;
    for (const { type, data, at } of events) {
      const open = type === 'CommitmentMade' || type === 'CommitmentSentBack';
      this.#states.push({ at, open });
      if (type === 'CommitmentSentBack' && data['judge'] === 'petitioner') this.denials.push(at);
    }
  }

  isBrokenOn(night: number): boolean {
    const state = this.#states.findLast(({ at }) => at <= night);
    return state?.open === true && this.due < dayOf(night);
  }
}

/** The share above which a unit as good as this one hardly ever lies, by halving. */
function highest(kept: number, due: number, z: number): number {
  const seen = kept / due;
  let [low, high] = [seen, 1];
  for (let turn = 0; turn < 60; turn += 1) {
    const share = (low + high) / 2;
    if (share - seen > z * Math.sqrt((share * (1 - share)) / due)) high = share;
    else low = share;
  }
  return high;
}

/** Units behind their peers on a night, with the steps that were counted. */
function behindOn(
  night: number,
  matters: readonly Matter[],
  units: readonly RawUnit[],
  numbers: Numbers,
): readonly string[] {
  const to = plus(dayOf(night), -1);
  const from = plus(to, 1 - numbers.windowDays);
  const counts = new Map<string, { due: number; kept: number }>();
  for (const matter of matters) {
    if (!matter.countsOn(night)) continue;
    for (const run of matter.runs) {
      if (run.from > night || run.due < from || run.due > to) continue;
      const count = counts.get(run.unit) ?? { due: 0, kept: 0 };
      const stopped = stoppedBy(run, night);
      count.due += 1;
      if (stopped !== null && stopped < endOf(run.due)) count.kept += 1;
      counts.set(run.unit, count);
    }
  }
  return units.flatMap(({ id, group }) => {
    const own = counts.get(id);
    const peers = units.filter(
      (unit) => unit.group === group && unit.id !== id && counts.has(unit.id),
    );
    if (
      own === undefined ||
      own.due < numbers.minimumSteps ||
      peers.length < numbers.minimumPeers
    ) {
      return [];
    }
    let [due, kept] = [0, 0];
    for (const peer of peers) {
      due += counts.get(peer.id)?.due ?? 0;
      kept += counts.get(peer.id)?.kept ?? 0;
    }
    return highest(own.kept, own.due, numbers.z) < kept / due - numbers.margin ? [id] : [];
  });
}

/**
 * Everything that should have been found until the last night, each line once.
 * @param nights moments at which the nightly look ran, in order
 */
export function expectedHits(
  matters: readonly Matter[],
  promises: readonly Promised[],
  nights: readonly number[],
  units: readonly RawUnit[],
  numbers: Numbers,
): readonly string[] {
  const lines = new Set(matters.flatMap(({ hits }) => hits.map(({ line }) => line)));
  const accused = (id: string, at: number): boolean =>
    matters.find((matter) => matter.id === id)?.countsOn(at) === false;
  for (const { id, matter, unit, denials } of promises) {
    for (const [place, at] of denials.entries()) {
      if (!accused(matter, at))
        lines.add(`not-carried-out ${matter} ${unit} denied ${id} ${place + 1}`);
    }
  }
  const lastFound = new Map<string, string>();
  for (const night of nights) {
    for (const matter of matters) {
      if (!matter.countsOn(night)) continue;
      for (const { period, unit, due, from, ...run } of matter.runs) {
        const over = from <= night && endOf(due) <= night && period !== 'execution';
        const runs = stoppedBy({ period, unit, due, from, ...run }, night) === null;
        if (over && runs) lines.add(`not-in-time ${matter.id} ${unit} ${period} ${due}`);
      }
    }
    for (const promise of promises) {
      if (promise.isBrokenOn(night) && !accused(promise.matter, night)) {
        const { id, matter, unit, due } = promise;
        lines.add(`not-carried-out ${matter} ${unit} promise ${id} ${due}`);
      }
    }
    const to = plus(dayOf(night), -1);
    for (const unit of behindOn(night, matters, units, numbers)) {
      const last = lastFound.get(unit);
      if (last !== undefined && last >= plus(to, 1 - numbers.windowDays)) continue;
      lastFound.set(unit, to);
      lines.add(`behind-peers ${unit} ${to}`);
    }
  }
  return [...lines].toSorted();
}
