import { describe, expect, test } from 'vitest';
import { localDate, startOfDay } from '../../../kernel/local-date.ts';
import type { InspectionEvent } from './events.ts';
import { evolveInspection } from './evolve.ts';
import { inspectionFacts } from './facts.ts';
import type { Inspection } from './inspection.ts';

const text = { id: 't', hash: 'h', length: 4 };
const at = (day: string): number => startOfDay(localDate(day)).getTime() + 36_000_000;

const planned: InspectionEvent = {
  type: 'InspectionPlanned',
  data: {
    office: 'office',
    programmeId: 'p',
    teamId: 't',
    members: [],
    memberUnits: [],
    roundId: null,
    unit: 'housing',
    way: 'unannounced',
    focus: 'key',
    drawId: null,
    on: localDate('2026-11-02'),
    petitions: [],
    task: text,
  },
};
const carriedOut: InspectionEvent = {
  type: 'InspectionCarriedOut',
  data: { on: localDate('2026-11-02'), checked: text },
};
const found: InspectionEvent = {
  type: 'FindingRecorded',
  data: {
    findingId: 'f',
    kind: 'delay',
    petitionId: null,
    text,
    basis: null,
    demand: text,
    dueOn: localDate('2026-11-10'),
    photographs: [],
  },
};
const answered: InspectionEvent = {
  type: 'CorrectionAnswered',
  data: { findingId: 'f', text, files: [] },
};
const verified: InspectionEvent = {
  type: 'CorrectionVerified',
  data: { findingId: 'f', text },
};

const after = (...told: readonly (readonly [InspectionEvent, string])[]): Inspection => {
  const state = told.reduce<Inspection | null>(
    (before, [event, day], seq) =>
      evolveInspection('i', before, {
        ...event,
        seq: seq + 1,
        at: at(day),
        actor: 'staff:a',
      }),
    null,
  );
  if (state === null) throw new Error('no inspection');
  return state;
};

const context = {
  calendar: () => {
    throw new Error('no calendar is asked for');
  },
};
const factsOf = (state: Inspection) => inspectionFacts.facts(state, context);

describe('U-1 facts of inspections', () => {
  test('U-1 a planned inspection gives no figure that could announce it', () => {
    expect(factsOf(after([planned, '2026-11-01']))).toEqual([]);
  });

  test('U-1 a correction counts on its day, as kept only when it was answered in time and verified', () => {
    const before = [
      [planned, '2026-11-01'],
      [carriedOut, '2026-11-02'],
      [found, '2026-11-02'],
    ] as const;
    const correction = (...more: readonly (readonly [InspectionEvent, string])[]) =>
      factsOf(after(...before, ...more)).find(({ kind }) => kind === 'inspection-correction');
    expect(correction()).toMatchObject({ day: '2026-11-10', value: 0 });
    expect(correction([answered, '2026-11-09'])).toMatchObject({ value: 0 });
    const late = [verified, '2026-11-12'] as const;
    expect(correction([answered, '2026-11-09'], late)).toMatchObject({ value: 1 });
    expect(correction([answered, '2026-11-11'], late)).toMatchObject({ value: 0 });
  });
});
