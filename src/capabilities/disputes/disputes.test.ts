import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRunning } from '../../kernel/case-clocks.ts';
import type { SealedText } from '../../kernel/sealed.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import { disputeStatuses, isOpenDispute, type Dispute } from './case.ts';
import type { DisputeCommand } from './command.ts';
import { listQuerySchema, newDisputeSchema } from './contract.ts';
import { decideDispute } from './decide/index.ts';
import { evolveDispute } from './evolve.ts';
import { disputeLifecycle } from './lifecycle.ts';
import { scoreOf } from './matches/decide/score.ts';
import { rowOf } from './projection.ts';
import { calendar } from '../petitions/life.test-data.ts';
import { usualSettings } from './settings.ts';
import { unitsOfTest, villageCode } from './village.test-data.ts';

const words: SealedText = { id: 'w', hash: 'h', length: 20 };
const monday = Date.parse('2026-11-02T09:00:00+08:00');
const day = 86_400_000;

const recorded: DisputeCommand = {
  type: 'recordDispute',
  kind: 'land',
  regionCode: villageCode,
  place: words,
  about: words,
  parties: null,
  partyCount: 0,
  tried: null,
  line: [
    { level: 'village', unit: 'village' },
    { level: 'township', unit: 'town' },
    { level: 'county', unit: 'office' },
  ],
  recordedBy: 'village',
};

const later: readonly DisputeCommand[] = [
  { type: 'noteAttempt', words },
  { type: 'passUp', reason: words },
  { type: 'passDown', to: 'village', reason: words },
  { type: 'passDown', to: 'town', reason: words },
  { type: 'acknowledge' },
  { type: 'takeBack', reason: words },
  { type: 'settle', agreed: words },
  { type: 'followUp', kept: false, words },
  { type: 'followUp', kept: true, words },
  { type: 'promote', petitionId: 'p', way: 'spoken', saidOn: localDateOf(monday), wish: words },
  { type: 'endDispute', how: 'legal-route', words },
  { type: 'succeedUnit', from: 'town', to: 'town2' },
];

/** Tries a command; a refused one changes nothing. */
function tryOn(dispute: Dispute | null, command: DisputeCommand, at: number): Dispute | null {
  const decision = decideDispute(dispute, command, {
    actor: { kind: 'system', name: 'test' },
    now: at,
    units: unitsOfTest,
    settings: usualSettings,
  });
  if (!decision.ok) return dispute;
  return decision.value.reduce<Dispute | null>(
    (before, event) =>
      evolveDispute('d', before, {
        ...event,
        seq: (before?.version ?? 0) + 1,
        at,
        actor: 'staff:x',
        unitId: 'village',
        calendarVersion: calendar.version,
      }),
    dispute,
  );
}

describe('D-1 the life of a dispute', () => {
  test('D-1 an open dispute always has exactly one holder and one running clock, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...later), { maxLength: 30 }), (commands) => {
        let at = monday;
        let dispute = tryOn(null, recorded, at);
        for (const command of commands) {
          at += day;
          dispute = tryOn(dispute, command, at);
          if (dispute === null) throw new Error('a dispute never disappears');
          const { line, holder, clock, passing, status } = dispute;
          expect(line.filter(({ unit }) => unit === holder.unit)).toHaveLength(1);
          expect(new Set(line.map(({ level }) => level)).size).toBe(line.length);
          expect(isRunning(clock)).toBe(isOpenDispute(dispute));
          expect(passing !== null).toBe(status === 'passed');
          expect(clock.ownDays).toBeGreaterThan(0);
          expect(clock.ownSource).not.toBe('');
          const row = rowOf(dispute, calendar);
          expect(row.waitingAt === null).toBe(!isOpenDispute(dispute));
          if (status === 'passed') expect(row.waitingAt).toBe(passing?.to.unit);
          if (status === 'open' || status === 'settled') expect(row.waitingAt).toBe(holder.unit);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('D-1 petitioning stays open in every state but one: it is a petition already', () => {
    const promote = disputeLifecycle.promote;
    const closed = disputeStatuses.filter((_, at) => promote[at] === 'no');
    expect(closed).toEqual(['promoted']);
  });

  test('D-1 no question and no list asks for a person', () => {
    const asked = [...Object.keys(newDisputeSchema.shape), ...Object.keys(listQuerySchema.shape)];
    expect(asked.filter((name) => /name|mobile|identity|person|contact/i.test(name))).toEqual([]);
  });
});

describe('D-2 likeness', () => {
  const like = (dispute: number, petition: number, shared: number) => ({
    dispute,
    petition,
    shared,
  });

  test('D-2 like words weigh most; place and kind alone suggest nothing', () => {
    const near = { sameVillage: true, sameKind: true };
    expect(scoreOf({ ...near, words: like(40, 40, 0) })).toBeNull();
    expect(scoreOf({ ...near, words: like(40, 40, 3) })).toBeNull();
    expect(scoreOf({ sameVillage: false, sameKind: false, words: like(40, 40, 10) })).toBeNull();
    expect(scoreOf({ sameVillage: false, sameKind: false, words: like(40, 40, 30) })).toMatchObject(
      {
        likenesses: ['township', 'words'],
      },
    );
  });

  test('D-2 a score lies between 0 and 1 and never falls with more shared words', () => {
    fc.assert(
      fc.property(
        fc.nat(200),
        fc.nat(200),
        fc.nat(100),
        fc.boolean(),
        (one, other, shared, near) => {
          const about = { sameVillage: near, sameKind: near };
          const less = scoreOf({ ...about, words: like(one, other, shared) })?.score ?? 0;
          const more = scoreOf({ ...about, words: like(one, other, shared + 1) })?.score ?? 0;
          expect(less).toBeGreaterThanOrEqual(0);
          expect(more).toBeLessThanOrEqual(1);
          expect(more).toBeGreaterThanOrEqual(less);
        },
      ),
    );
  });
});
