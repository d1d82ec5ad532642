import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { builtInCalendar } from '../../kernel/calendar-years.ts';
import { localDate } from '../../kernel/local-date.ts';
import { isGranted, roles } from '../../kernel/permissions.ts';
import { petitionersSteps, stepSchemas } from './contract.ts';
import { firstHearingDay } from './decide/index.ts';
import { confirmUntil } from './decide/mediation.ts';
import { drawPanel, findExclusion, type Candidate, type Matter, type Past } from './draw.ts';
import { lives } from './lifecycle.ts';
import { mayStep } from './policy.ts';
import { memberKinds, proceedingKinds } from './terms.ts';

const calendar = builtInCalendar();
const nobody: Past = { declined: [], objected: [], seated: [] };
const matter: Matter = {
  regionCode: '690121100',
  units: ['housing', 'office'],
  parties: ['王小明'],
  text: '反映李四光办理不公。',
};
const someone: Candidate = {
  id: 'm',
  name: '闻静秋',
  kinds: ['deputy'],
  profession: '',
  regionCode: '690121101',
  affiliation: null,
  active: true,
};
const any = { seats: 3, kinds: [], region: 'any' as const, professions: [] };

describe('drawing a panel', () => {
  test.each([
    [{ active: false }, any, nobody, 'inactive'],
    [{ affiliation: 'housing' }, any, nobody, 'affiliated'],
    [{ affiliation: 'health' }, any, nobody, null],
    [{ name: '王小明' }, any, nobody, 'party'],
    [{ name: '李四光' }, any, nobody, 'named'],
    [{}, { ...any, region: 'other-county' as const }, nobody, 'region'],
    [{ regionCode: '6901' }, { ...any, region: 'same-county' as const }, nobody, 'region'],
    [
      { kinds: ['expert' as const], profession: '临床医学' },
      { ...any, professions: ['建筑'] },
      nobody,
      'profession',
    ],
    [{}, { ...any, professions: ['建筑'] }, nobody, null],
    [{}, any, { ...nobody, declined: ['m'] }, 'declined'],
    [{}, any, { ...nobody, objected: ['m'] }, 'objected'],
    [{}, any, { ...nobody, seated: ['m'] }, 'drawn-before'],
    [{}, any, nobody, null],
  ])('M-1 %j is excluded for its reason', (more, wish, past, reason) => {
    expect(findExclusion({ ...someone, ...more }, wish, matter, past)).toBe(reason);
  });

  const candidate = (id: string): fc.Arbitrary<Candidate> =>
    fc.record({
      id: fc.constant(id),
      name: fc.constantFrom('闻静秋', '王小明', '李四光', '左慎之'),
      kinds: fc.subarray([...memberKinds], { minLength: 1 }),
      profession: fc.constantFrom('', '建筑工程', '临床医学'),
      regionCode: fc.constantFrom('690121100', '6901', '690122'),
      affiliation: fc.constantFrom(null, 'housing', 'health'),
      active: fc.boolean(),
    });
  const rosters = fc
    .integer({ min: 0, max: 25 })
    .chain((size) =>
      fc.tuple(...Array.from({ length: size }, (_, at) => candidate(`m${String(at)}`))),
    );
  const wishes = fc.record({
    seats: fc.constantFrom(3, 5, 7),
    kinds: fc.subarray([...memberKinds], { maxLength: 3 }),
    region: fc.constantFrom('any' as const, 'same-county' as const, 'other-county' as const),
    professions: fc.constantFrom<string[]>([], ['建筑']),
  });

  test('M-1 no panel holds an excluded member, nobody sits twice, and every member is accounted for', () => {
    fc.assert(
      fc.property(
        rosters,
        wishes,
        fc.integer({ min: 0, max: 0xffffffff }),
        (roster, wish, seed) => {
          const draw = drawPanel(roster, wish, matter, nobody, seed.toString(16));
          const seats = draw.seats.map(({ memberId }) => memberId);
          expect(new Set(seats).size).toBe(seats.length);
          expect(seats.every((id) => draw.candidates.includes(id))).toBe(true);
          expect(draw.candidates.length + draw.excluded.length).toBe(roster.length);
          expect(seats.length).toBeLessThanOrEqual(wish.seats);
          expect(drawPanel(roster.toReversed(), wish, matter, nobody, draw.seed)).toEqual(draw);
        },
      ),
    );
  });
});

describe('days', () => {
  test('M-1 seven whole days lie between the service of the notice and the hearing', () => {
    expect(firstHearingDay(localDate('2026-11-02'), calendar)).toBe('2026-11-10');
  });

  test('M-3 the window to the court is thirty days, and moves on from a rest day', () => {
    expect(confirmUntil(localDate('2026-11-02'), calendar)).toBe('2026-12-02');
    // The thirtieth day is a Saturday.
    expect(confirmUntil(localDate('2026-10-29'), calendar)).toBe('2026-11-30');
  });
});

describe('lifecycle and policy', () => {
  test.each(proceedingKinds)('M-1 to M-5 every step of a %s stands in its table', (kind) => {
    for (const step of Object.keys(stepSchemas[kind])) {
      expect(lives[kind].steps[step], step).toHaveLength(lives[kind].stages.length);
    }
  });

  test('M-2 nobody of the office answers for the petitioner with the code', () => {
    const place = { unit: 'housing', petitionId: 'p' };
    const head = {
      kind: 'staff',
      userId: 'u',
      unitId: 'housing',
      roles,
      readingUnits: ['housing'],
    } as const;
    expect(mayStep(head, 'answerProposal', place)).toBe(false);
    expect(mayStep({ ...head, unitId: 'transport' }, 'cancel', place)).toBe(false);
    expect(mayStep(head, 'cancel', place)).toBe(true);
    for (const step of petitionersSteps) {
      expect(mayStep({ kind: 'petitioner', petitionId: 'p' }, step, place)).toBe(true);
      expect(mayStep({ kind: 'petitioner', petitionId: 'q' }, step, place)).toBe(false);
    }
    expect(mayStep({ kind: 'petitioner', petitionId: 'p' }, 'conclude', place)).toBe(false);
  });

  test('M-1 a clerk reads the roster and does not keep it', () => {
    expect(isGranted(['clerk'], 'roster.read', new Set(['unit']))).toBe(true);
    expect(isGranted(['clerk'], 'roster.administer', new Set(['unit']))).toBe(false);
  });
});
