import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Actor } from '../../../kernel/actor.ts';
import { localDate } from '../../../kernel/local-date.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { Talk, Visit } from './case.ts';
import { talkPartners, visitOutcomes } from './code-names.ts';
import type { TypedPlan, VisitCommand, VisitCommandOf } from './command.ts';
import { decideVisit, type VisitContext } from './decide/index.ts';
import { evolveVisit } from './evolve.ts';
import { visitFacts } from './facts.ts';

const today = localDate('2026-11-02');
const at = Date.parse('2026-11-02T09:00:00+08:00');
const text = (length = 20): SealedText => ({ id: 't', hash: 'h', length });
const actor: Actor = {
  kind: 'staff',
  userId: 'housing-one',
  unitId: 'housing',
  roles: ['handler'],
  readingUnits: ['housing'],
};
const appeal: VisitContext['petition'] = {
  accusation: false,
  named: [],
  readers: ['housing', 'office'],
  accusedUnits: [],
};
const accusation = { ...appeal, accusation: true, named: ['housing-one'] };
const context = (petition = appeal): VisitContext => ({
  actor,
  now: at,
  holdsPost: (userId, unit) => userId.startsWith(`${unit}-`),
  petition,
});

const plan = (more: Partial<TypedPlan> = {}): TypedPlan => ({
  day: today,
  time: null,
  visitors: ['housing-one'],
  companions: null,
  whom: text(),
  place: text(),
  purpose: text(),
  ...more,
});
const planning = (more: Partial<TypedPlan> = {}): VisitCommand => ({
  type: 'planVisit',
  petitionId: 'p',
  unit: 'housing',
  office: 'office',
  plan: plan(more),
});

function carry(visit: Visit | null, command: VisitCommand, petition = appeal): Visit | string {
  const decision = decideVisit(visit, command, context(petition));
  if (!decision.ok) return decision.refusal.code;
  let after = visit;
  for (const event of decision.value) {
    const seq = (after?.version ?? 0) + 1;
    after = evolveVisit('v', after, { ...event, seq, at, calendarVersion: 'c' });
  }
  return after ?? 'nothing';
}

function planned(petition = appeal): Visit {
  const visit = carry(null, planning(), petition);
  if (typeof visit === 'string') throw new Error(visit);
  return visit;
}

const record = (
  more: Partial<VisitCommandOf<'recordVisit'>> = {},
): VisitCommandOf<'recordVisit'> => ({
  type: 'recordVisit',
  outcome: 'made',
  visitedOn: today,
  talks: [{ partner: 'petitioner', name: null }],
  words: text(),
  attachments: [],
  consent: null,
  promise: null,
  ...more,
});
const neighbour: Talk = { partner: 'neighbour', name: text(3) };
const codeOf = (done: Visit | string): string => (typeof done === 'string' ? done : done.status);

describe('S-3 who goes, and when', () => {
  test.each([
    ['today', {}, 'planned'],
    ['yesterday', { day: localDate('2026-11-01') }, 'visit-day'],
    ['in two years', { day: localDate('2028-11-01') }, 'visit-day'],
    ['nobody', { visitors: [] }, 'visit-visitors'],
    ['somebody of an office that reads it', { visitors: ['office-two'] }, 'planned'],
    ['somebody of a unit that does not', { visitors: ['transport-two'] }, 'visit-visitor-unit'],
    ['for nothing', { purpose: text(2) }, 'explanation-required'],
  ] as const)('%s', (_, more, told) => {
    expect(codeOf(carry(null, planning(more)))).toBe(told);
  });

  test.each([
    ['a named handler', {}, 'planned'],
    ['somebody else', { visitors: ['housing-two'] }, 'visit-accusation'],
    ['a named handler with company', { companions: text() }, 'visit-accusation'],
  ] as const)('L-5 to an accusation: %s', (_, more, told) => {
    expect(codeOf(carry(null, planning(more), accusation))).toBe(told);
  });
});

describe('S-3 what can be written', () => {
  test.each([
    ['a talk and words', {}, 'made'],
    ['nobody was talked to', { talks: [] }, 'visit-talks'],
    ['no words', { words: null }, 'explanation-required'],
    ['tomorrow', { visitedOn: localDate('2026-11-03') }, 'date-in-future'],
    ['a neighbour without consent', { talks: [neighbour] }, 'visit-neighbours-consent'],
    ['a neighbour, agreed at the door', { talks: [neighbour], consent: 'spoken' }, 'made'],
    [
      'a promise for yesterday',
      { promise: { text: text(), dueDate: localDate('2026-11-01') } },
      'visit-promise-date',
    ],
    ['declined', { outcome: 'declined', talks: [], words: null }, 'declined'],
    ['declined with a reason', { outcome: 'declined', talks: [] }, 'visit-not-made'],
    ['nobody at home, word left', { outcome: 'not-home', talks: [] }, 'not-home'],
    ['nobody at home, yet a talk', { outcome: 'not-home' }, 'visit-not-made'],
  ] as const)('%s', (_, more, told) => {
    expect(codeOf(carry(planned(), record(more)))).toBe(told);
  });

  test('S-3 consent that was noted holds until it is withdrawn', () => {
    const agreed = carry(planned(), { type: 'noteConsent', on: today, way: 'telephone' });
    if (typeof agreed === 'string') throw new Error(agreed);
    expect(codeOf(carry(agreed, record({ talks: [neighbour] })))).toBe('made');
    const withdrawn = carry(agreed, { type: 'withdrawConsent' });
    if (typeof withdrawn === 'string') throw new Error(withdrawn);
    expect(carry(withdrawn, record({ talks: [neighbour] }))).toBe('visit-neighbours-consent');
  });

  test('S-3 no neighbour is ever asked in an accusation, nor without consent, whatever is written', () => {
    const commands = fc.array(
      fc.oneof(
        fc.constant<VisitCommand>({ type: 'noteConsent', on: today, way: 'spoken' }),
        fc.constant<VisitCommand>({ type: 'withdrawConsent' }),
        fc.constant<VisitCommand>({ type: 'cancelVisit', reason: null }),
        fc.constant<VisitCommand>({ type: 'declineVisit' }),
        fc
          .record({
            outcome: fc.constantFrom(...visitOutcomes),
            partners: fc.array(fc.constantFrom(...talkPartners), { maxLength: 3 }),
            words: fc.boolean(),
            consent: fc.boolean(),
            addition: fc.boolean(),
          })
          .map(({ outcome, partners, words, consent, addition }): VisitCommand => {
            const said = {
              visitedOn: today,
              talks: partners.map((partner) => ({ partner, name: null })),
              words: words ? text() : null,
              attachments: [],
            };
            return addition
              ? { type: 'addToVisit', ...said }
              : record({ outcome, ...said, consent: consent ? 'spoken' : null });
          }),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(commands, fc.boolean(), (all, secret) => {
        const petition = secret ? accusation : appeal;
        let visit = planned(petition);
        for (const command of all) {
          const agreedBefore = visit.consent !== null;
          const after = carry(visit, command, petition);
          if (typeof after === 'string') continue;
          const talks = 'talks' in command ? command.talks : [];
          const asked = talks.some(({ partner }) => partner === 'neighbour');
          const agreed = agreedBefore || ('consent' in command && command.consent !== null);
          if (asked) expect(!secret && agreed).toBe(true);
          // Nothing written is lost or replaced by what comes later.
          if (visit.record !== null) expect(after.record).toBe(visit.record);
          expect(after.additions.slice(0, visit.additions.length)).toEqual(visit.additions);
          if (after.status === 'declined') expect(after.record?.words ?? null).toBeNull();
          visit = after;
        }
      }),
      { numRuns: 300 },
    );
  });
});

test('T-1 a visit counts as planned, with its outcome and its promise; a cancelled one not at all', () => {
  const promise = { text: text(), dueDate: today };
  const kinds = (visit: Visit | string): readonly string[] =>
    typeof visit === 'string'
      ? [visit]
      : visitFacts
          .facts(visit, {} as never)
          .map(({ kind, detail = '' }) => `${kind} ${detail}`.trim());
  expect(kinds(planned())).toEqual(['home-visit-planned']);
  expect(kinds(carry(planned(), record({ promise })))).toEqual([
    'home-visit-planned',
    'home-visit-ended made',
    'home-visit-promise',
  ]);
  expect(kinds(carry(planned(), { type: 'declineVisit' }))).toEqual([
    'home-visit-planned',
    'home-visit-ended declined',
  ]);
  expect(kinds(carry(planned(), { type: 'cancelVisit', reason: null }))).toEqual([]);
});
