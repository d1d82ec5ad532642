import { describe, expect, test } from 'vitest';
import { historyOf, registerFacts, type FactDay } from '../../kernel/facts.ts';
import { localDate } from '../../kernel/local-date.ts';
import type { CommitmentEvent, RecordedCommitmentEvent } from './events.ts';
import { commitmentFacts } from './facts.ts';

const text = { id: 't', hash: 'h', length: 20 };
const at = (day: string): number => Date.parse(`${day}T10:00:00+08:00`);
const source = registerFacts(commitmentFacts, (event: RecordedCommitmentEvent) => event);
const context = {
  calendar: (): never => {
    throw new RangeError('promises end on days of their own');
  },
};

const record = (
  ...events: readonly (readonly [string, CommitmentEvent])[]
): readonly RecordedCommitmentEvent[] =>
  events.map(([day, event], place) => ({
    ...event,
    seq: place + 1,
    at: at(day),
    actor: 'staff:x',
    unitId: null,
  }));

const made = (petitionId: string | null): CommitmentEvent => ({
  type: 'CommitmentMade',
  data: {
    petitionId,
    source: { kind: 'instruction', id: 's' },
    text,
    publicText: null,
    promisedTo: 'petitioner',
    responsible: { userId: null, name: { id: 'n', hash: 'h' } },
    unit: 'housing',
    byUnit: 'government',
    regionCode: '430121',
    madeBy: 'leader',
    dueDate: localDate('2026-03-10'),
  },
});

const moved = (from: string, to: string): CommitmentEvent => ({
  type: 'CommitmentDateChanged',
  data: { from: localDate(from), to: localDate(to), reason: text },
});

const days = (events: readonly RecordedCommitmentEvent[]): readonly FactDay[] =>
  source.days('c', events, context);

const dueOf = (events: readonly RecordedCommitmentEvent[]) =>
  (days(events).at(-1)?.facts ?? [])
    .filter(({ kind }) => kind === 'commitment-due')
    .map(({ day, value }) => [day, value]);

describe('T-1, C-1 days that were promised', () => {
  test('C-1 a date moved in time owes nothing; one moved too late stays missed', () => {
    expect(
      dueOf(record(['2026-03-01', made('p')], ['2026-03-10', moved('2026-03-10', '2026-04-01')])),
    ).toEqual([['2026-04-01', 0]]);
    expect(
      dueOf(record(['2026-03-01', made('p')], ['2026-03-11', moved('2026-03-10', '2026-04-01')])),
    ).toEqual([
      ['2026-03-10', 0],
      ['2026-04-01', 0],
    ]);
  });

  test('L-5 promises on an accusation give nothing, and withdraw what they gave before', () => {
    const own = days(record(['2026-03-01', made('p')]));
    const petition = (dims: FactDay['dims'], day: string): FactDay => ({
      day: localDate(day),
      about: null,
      dims,
      facts: [],
    });
    const shared = petition({ office: 'office' }, '2026-03-01');
    expect(historyOf(own, [shared])).not.toEqual([]);
    expect(historyOf(own, [shared, petition(null, '2026-03-05')])).toEqual([]);
  });

  test('C-1 a promise to everybody counts in the place of its unit', () => {
    const [fact] = historyOf(days(record(['2026-03-01', made(null)])), null);
    expect(fact?.dims).toMatchObject({ unit: 'housing', region: '430121' });
  });
});
