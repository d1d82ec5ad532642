import { describe, expect, test } from 'vitest';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Role } from '../../kernel/permissions.ts';
import type { CommandType } from './command.ts';
import {
  assigned,
  direct,
  handled,
  handOver,
  petitioner,
  referred,
  registered,
  system,
  text,
  twiceReturned,
} from './decide/steps.test-data.ts';
import { type Life, staff } from './life.test-data.ts';
import { isVisible, may, mayReveal } from './policy.ts';

const person = (unitId: string, ...roles: Role[]): StaffActor => ({
  kind: 'staff',
  userId: `${unitId}-${roles.join('-')}`,
  unitId,
  roles,
  readingUnits: [unitId],
});

const cooperating = (): Life => {
  const life = handled();
  const dueDate = life.inDays(5);
  life.do({ type: 'giveTask', taskId: 't', unit: 'transport', text, dueDate }, staff('housing'));
  return life;
};

const triage: readonly CommandType[] = [
  'refer',
  'assign',
  'handOver',
  'notAccept',
  'noLongerAccept',
  'redirect',
  'fileOnly',
  'merge',
  'split',
];
const decisions: readonly CommandType[] = [
  'accept',
  'object',
  'draftOpinion',
  'requestExtension',
  'giveTask',
  'decideObjection',
  'decideCompetence',
  'refuseExtension',
  'passDown',
  'returnReport',
];

describe('O-3 who may try what', () => {
  test.each(triage)('P-4 a clerk may not %s', (command) => {
    const { state } = registered();
    expect(may(person('office', 'clerk'), command, state)).toBe(false);
    expect(may(person('office', 'case-officer'), command, state)).toBe(true);
  });

  test.each([...triage, ...decisions])(
    'P-6 a co-handler sees the petition but may not %s',
    (command) => {
      const { state } = cooperating();
      const other = person('transport', 'handler', 'unit-head');
      expect(isVisible(other, state)).toBe(true);
      expect(may(other, command, state)).toBe(false);
      expect(may(other, 'completeTask', state)).toBe(true);
    },
  );

  test.each([
    ['sealPaper', true],
    ['servePaper', true],
    ['checkPaper', false],
    ['signPaper', false],
    ['issuePaper', false],
    ['returnPaper', false],
    ['refer', false],
  ] as const)('P-4a may the keeper of the seal %s: %s', (command, granted) => {
    const { state } = referred();
    expect(may(person('office', 'seal-keeper'), command, state, 'referral')).toBe(granted);
  });

  test.each<readonly [readonly Role[], boolean]>([
    [['office-head'], true],
    [['case-officer'], false],
    [['seal-keeper'], false],
    [['case-officer', 'seal-keeper'], false],
  ])('P-4a %s issue in one go only with the right to every step: %s', (roles, granted) => {
    const { state } = referred();
    expect(may(person('office', ...roles), 'issuePaper', state, 'referral')).toBe(granted);
  });

  test('P-4a another unit touches no paper of the office', () => {
    const { state } = referred();
    expect(may(person('housing', 'unit-head'), 'issuePaper', state, 'referral')).toBe(false);
  });

  test('P-5 a leader decides competence and nothing else', () => {
    const { state } = twiceReturned();
    const leader = person('county-government', 'leader');
    expect(may(leader, 'decideCompetence', state)).toBe(true);
    expect(
      [...triage, 'accept', 'classify', 'addMaterial', 'signPaper'].filter((each) =>
        may(leader, each as CommandType, state),
      ),
    ).toEqual([]);
  });

  test('P-5 nobody but the common superior decides competence', () => {
    const { state } = twiceReturned();
    for (const unit of ['office', 'housing', 'city-government']) {
      expect(may(person(unit, 'leader', 'office-head'), 'decideCompetence', state)).toBe(false);
    }
  });

  test('P-4 a body passes on what it took in itself, not what it was given', () => {
    const handler = person('housing', 'handler');
    expect(may(handler, 'refer', direct().state)).toBe(true);
    expect(may(handler, 'refer', handled().state)).toBe(false);
    expect(may(person('office', 'case-officer'), 'refer', referred().state)).toBe(false);
  });

  test('O-3 a stranger does not even learn that it exists', () => {
    const { state } = referred();
    const stranger = person('transport', 'unit-head', 'handler');
    expect(isVisible(stranger, state)).toBe(false);
    expect(may(stranger, 'accept', state)).toBe(false);
  });

  test('P-4b only the assigner decides on the report', () => {
    const { state } = assigned();
    expect(may(person('office', 'case-officer'), 'acceptReport', state)).toBe(false);
  });
});

describe('P-14 what is the own right of the petitioner', () => {
  test.each([
    ['withdraw', true],
    ['revokeWithdrawal', true],
    ['addMaterial', true],
    ['accept', false],
    ['recordOutcome', false],
  ] as const)('P-14 %s with the code: %s', (command, granted) => {
    expect(may(petitioner, command, registered().state)).toBe(granted);
  });

  test('P-14 with the code of another petition nothing', () => {
    const other = { kind: 'petitioner', petitionId: 'petition-2' } as const;
    expect(may(other, 'withdraw', registered().state)).toBe(false);
  });

  test('P-11 the system withdraws, recounts and renders; it never decides', () => {
    const { state } = handled();
    expect(may(system, 'completeWithdrawal', state)).toBe(true);
    expect(decisions.filter((command) => may(system, command, state))).toEqual([]);
  });
});

describe('L-5 an accusation exists for its named handlers alone', () => {
  const accusation = (): Life =>
    registered({ purpose: 'accusation', named: ['office-officer'], accusedUnits: ['housing'] });

  test.each([
    ['a named handler', staff('office'), true],
    ['another of the same office', staff('office', 'other'), false],
    ['the head of the office, not named', staff('office', 'office-head'), false],
    ['P-6 the accused unit', staff('housing'), false],
    [
      'P-6 somebody of the accused unit, named by mistake',
      staff('housing', 'office-officer'),
      false,
    ],
    ['a leader', person('county-government', 'leader'), false],
  ] as const)('L-5 %s: %s', (_, actor, visible) => {
    const { state } = accusation();
    expect(isVisible(actor, state)).toBe(visible);
    expect(may(actor, 'recordTalk', state)).toBe(visible);
    expect(mayReveal(actor, state)).toBe(visible);
  });

  test('P-6 an accused unit can neither hold, see nor decide the accusation', () => {
    const { state } = direct({
      purpose: 'accusation',
      named: ['office-officer'],
      accusedUnits: ['housing'],
    });
    expect(state.holder).toBe('office');
    expect(isVisible(staff('housing'), state)).toBe(false);
    expect(may(staff('housing'), 'accept', state)).toBe(false);
  });

  test('L-5 once handed over, its handlers and those of the office see it, no others', () => {
    const life = accusation();
    life.do(handOver('discipline', ['discipline-officer']), staff('office'));
    expect(may(staff('discipline'), 'confirmReceipt', life.state)).toBe(true);
    expect(may(staff('office'), 'recordTalk', life.state)).toBe(true);
    expect(isVisible(staff('discipline', 'other'), life.state)).toBe(false);
  });

  test('P-6 who withdrew from an accusation sees it no more', () => {
    const life = accusation();
    const command = {
      type: 'withdrawOfficial',
      userId: 'office-officer',
      reason: text,
      replacement: 'office-next',
    } as const;
    life.do(command, staff('office', 'other'));
    expect(isVisible(staff('office'), life.state)).toBe(false);
    expect(isVisible(staff('office', 'office-next'), life.state)).toBe(true);
  });
});

test('L-4 who sees the petitioner unmasked', () => {
  const life = cooperating();
  const reveals = (unit: string, role: Role): boolean => mayReveal(person(unit, role), life.state);
  expect(reveals('housing', 'handler')).toBe(true);
  expect(reveals('transport', 'handler')).toBe(true);
  expect(reveals('office', 'clerk')).toBe(true);
  expect(reveals('office', 'seal-keeper')).toBe(false);
  expect(mayReveal(petitioner, life.state)).toBe(false);
});
