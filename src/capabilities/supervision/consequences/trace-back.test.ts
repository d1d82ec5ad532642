import { describe, expect, test } from 'vitest';
import { builtInCalendar } from '../../../kernel/calendar-years.ts';
import { countClock, type ClockState, type CountedClock } from '../../../kernel/case-clocks.ts';
import type { PeriodId } from '../../../kernel/periods.ts';
import { traceBack, type Passage } from './trace-back.ts';
import { deedWords } from './trace-words.ts';

const calendar = builtInCalendar();
const at = (day: string, hour = 9): number =>
  Date.parse(`2026-${day}T${String(hour).padStart(2, '0')}:00:00+08:00`);
const now = at('12-31');

/** One line of a stream: day, what happened, who did it, where the matter stood afterwards. */
type Line = readonly [day: string, type: string, actor: string, holder: string, officer?: string];

const streamOf = (lines: readonly Line[], handed: Readonly<Record<string, string>> = {}) =>
  lines.map(([day, type, actor, holder, officer], place): Passage => ({
    seq: place + 1,
    at: at(day),
    type,
    actor:
      actor === 'petitioner' ? actor : actor === 'system' ? 'system:calendar' : `staff:${actor}`,
    unitId: actor.includes('-') ? (actor.split('-')[0] ?? null) : null,
    holder,
    officer: officer ?? null,
    clockHolders: handed,
  }));

const clock = (
  period: PeriodId,
  holder: string,
  started: string,
  stopped: string | null,
  more: Partial<ClockState> = {},
): CountedClock =>
  countClock(
    {
      key: period,
      period,
      holder,
      startedAt: at(started),
      givenDue: null,
      extensionDays: 0,
      stoppedAt: stopped === null ? null : at(stopped),
      ...more,
    },
    calendar,
  );

const spells = (lines: readonly Line[], clocks: readonly CountedClock[] = []) =>
  traceBack(streamOf(lines), clocks, now).spells.map(({ unit, to, officers, deeds, undone }) => ({
    unit,
    ended: to !== null,
    officers: officers.map(({ userId }) => userId),
    deeds: deeds.map(({ type }) => type),
    undone,
  }));

const registered: Line = ['09-01', 'PetitionRegistered', 'office-clerk', 'office'];

describe('U-5 who held it when', () => {
  test('U-5 a referral, with what the giver and the taker did', () => {
    const lines: Line[] = [
      registered,
      ['09-03', 'PetitionHanded', 'office-li', 'housing'],
      ['09-08', 'PetitionAccepted', 'housing-he', 'housing', 'housing-he'],
      ['09-10', 'ClocksRecounted', 'system', 'housing', 'housing-he'],
    ];
    expect(spells(lines)).toEqual([
      {
        unit: 'office',
        ended: true,
        officers: [],
        deeds: ['PetitionRegistered', 'PetitionHanded'],
        undone: [],
      },
      {
        unit: 'housing',
        ended: false,
        officers: ['housing-he'],
        deeds: ['PetitionAccepted'],
        undone: [],
      },
    ]);
  });

  test('U-5 an objection upheld brings it back; it is nobody’s between', () => {
    const lines: Line[] = [
      registered,
      ['09-03', 'PetitionHanded', 'office-li', 'housing'],
      ['09-05', 'ObjectionRaised', 'housing-he', 'housing'],
      ['09-09', 'ObjectionUpheld', 'office-li', 'office'],
      ['09-10', 'PetitionHanded', 'office-li', 'transport'],
    ];
    expect(spells(lines).map(({ unit }) => unit)).toEqual([
      'office',
      'housing',
      'office',
      'transport',
    ]);
    const { spells: found } = traceBack(streamOf(lines), [], now);
    found.slice(1).forEach((spell, place) => expect(spell.from).toBe(found[place]?.to));
  });

  test('U-5 handed down inside a system: who had the clock when it ran out answers for it', () => {
    const lines: Line[] = [
      registered,
      ['09-03', 'PetitionHanded', 'office-li', 'housing'],
      ['10-20', 'PetitionHanded', 'housing-he', 'station'],
    ];
    const late = clock('acceptance', 'station', '09-03', null);
    // Until 20 October the clock was the bureau's.
    const passages = streamOf(lines).map((passage) => ({
      ...passage,
      clockHolders: { acceptance: passage.holder },
    }));
    const trace = traceBack(passages, [late], now);
    expect(trace.clocks[0]).toMatchObject({ unit: 'housing', state: 'overdue' });
    expect(trace.spells.map(({ unit, undone }) => [unit, undone])).toEqual([
      ['office', []],
      ['housing', ['acceptance']],
      ['station', []],
    ]);
  });

  test('U-5 handed over late by the office: its own period, not the taker’s', () => {
    const lines: Line[] = [
      ['09-01', 'PetitionRegistered', 'office-clerk', 'office'],
      ['09-29', 'PetitionHanded', 'office-li', 'housing'],
    ];
    const triage = clock('triage', 'office', '09-01', '09-29');
    const [office, housing] = traceBack(streamOf(lines), [triage], now).spells;
    expect([office?.undone, housing?.undone]).toEqual([['triage'], []]);
  });

  test('U-5 a redo opens further days, with their own officer', () => {
    const lines: Line[] = [
      registered,
      ['09-02', 'PetitionHanded', 'office-li', 'housing'],
      ['09-04', 'PetitionAccepted', 'housing-he', 'housing', 'housing-he'],
      ['10-20', 'PetitionConcluded', 'housing-he', 'housing', 'housing-he'],
      ['11-10', 'RoundOpened', 'system', 'housing', 'housing-he'],
      ['11-11', 'OfficerChosen', 'housing-head', 'housing', 'housing-wu'],
    ];
    expect(spells(lines)[1]?.officers).toEqual(['housing-he', 'housing-wu']);
    expect(spells(lines)[1]?.deeds).not.toContain('RoundOpened');
  });

  test('U-5 the petitioner is named nowhere', () => {
    const lines: Line[] = [registered, ['09-05', 'MaterialAdded', 'petitioner', 'office']];
    const [{ deeds } = { deeds: [] }] = traceBack(streamOf(lines), [], now).spells;
    expect(deeds.at(-1)).toMatchObject({ by: 'petitioner', userId: null, unit: null });
  });
});

describe('U-5 clocks beside it', () => {
  const lines: Line[] = [
    registered,
    ['09-03', 'PetitionHanded', 'office-li', 'housing'],
    ['09-08', 'PetitionAccepted', 'housing-he', 'housing', 'housing-he'],
  ];
  const traced = (each: CountedClock) => traceBack(streamOf(lines), [each], now).clocks[0];

  test.each([
    ['kept', clock('triage', 'office', '09-01', '09-03'), { state: 'kept', lateDays: 0 }],
    [
      'late by the days after the last one',
      clock('triage', 'office', '09-01', '09-18'),
      { state: 'late', lateDays: 2 },
    ],
    [
      'kept on the last day',
      clock('triage', 'office', '09-01', '09-16'),
      { state: 'kept', lateDays: 0 },
    ],
    [
      'still running',
      clock('handling', 'housing', '12-01', null),
      { state: 'running', lateDays: 0, userId: 'housing-he' },
    ],
    [
      'overdue and open',
      clock('handling', 'housing', '09-08', null),
      { state: 'overdue', dueDate: '2026-11-09', lateDays: 52 },
    ],
    [
      'extended',
      clock('handling', 'housing', '09-08', '12-01', { extensionDays: 30 }),
      { state: 'kept', dueDate: '2026-12-07', lateDays: 0 },
    ],
    [
      'paused on the days of a hearing',
      clock('re-examination', 'city', '09-01', '10-08', {
        pauses: [{ from: '2026-09-07' as never, to: '2026-09-11' as never, reason: '听证' }],
      }),
      { state: 'kept', lateDays: 0 },
    ],
  ])('U-5 a clock %s', (_, each, expected) => {
    expect(traced(each)).toMatchObject(expected);
  });

  test('U-5 the petitioner’s own periods are not among them', () => {
    const own = clock('review-request', 'petitioner', '11-01', null);
    expect(traceBack(streamOf(lines), [own], now).clocks).toEqual([]);
  });
});

test('U-5 every deed of the paper has a name', () => {
  expect(Object.values(deedWords).every((word) => word.length > 1)).toBe(true);
});
