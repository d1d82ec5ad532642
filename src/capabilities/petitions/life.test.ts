import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isRunning } from '../../kernel/case-clocks.ts';
import type { Command, CommandType } from './command.ts';
import { calendar, dayLength, hour, Life, staff, units, words } from './life.test-data.ts';
import { isThinkable, lifecycle } from './lifecycle.ts';
import { simpleGroundOf } from './decide/simple-procedure.ts';
import { isOpen, statuses, type Petition, type Status } from './petition.ts';
import { project } from './projection.ts';
import { isCarried } from './related.ts';

const targets = ['office', 'housing', 'housing-station', 'transport', 'city-office', 'discipline'];
const text = words('t');

/** Commands with arguments that are sometimes right and sometimes wrong. */
const commandFor = (
  type: CommandType,
  petition: Petition,
  pick: { readonly unit: string; readonly n: number; readonly flag: boolean },
  life: Life,
): Command => {
  const paperId = `p${life.seq}-${pick.n}`;
  const paper = petition.papers.at(-1 - (pick.n % Math.max(petition.papers.length, 1)));
  const known = paper?.id ?? 'none';
  const dueDate = life.inDays(1 + (pick.n % 40));
  const issue = {
    paperId: known,
    number: 'N',
    document: { id: `paper:${known}`, hash: 'h' },
    verifyCode: 'C',
  };
  const commands: { readonly [T in CommandType]: () => Command } = {
    register: () => ({ type: 'confirmReceipt' }),
    classify: () => ({
      type: 'classify',
      purpose: pick.flag
        ? (['appeal', 'suggestion', 'enquiry', 'thanks'] as const)[
            pick.n % 4 === 0 ? pick.n % 3 : 0
          ]!
        : 'accusation',
      category: null,
      urgency: 'ordinary',
      regionCode: '430121',
      accusedUnits: [],
      named: ['office-officer'],
    }),
    addMaterial: () => ({ type: 'addMaterial', text, attachments: [] }),
    replaceLookupCode: () => ({ type: 'replaceLookupCode' }),
    nameHandler: () => ({ type: 'nameHandler', userId: `${petition.holder}-other` }),
    chooseOfficer: () => ({ type: 'chooseOfficer', userId: `${petition.holder}-other` }),
    refer: () => ({ type: 'refer', to: pick.unit, instruction: null, paperId }),
    assign: () => ({ type: 'assign', to: pick.unit, dueDate, instruction: null, paperId }),
    handOver: () => ({
      type: 'handOver',
      to: pick.flag ? 'discipline' : 'political-legal',
      instruction: null,
      paperId,
      named: ['discipline-officer'],
    }),
    admitReader: () => ({ type: 'admitReader', unit: pick.unit }),
    openRound: () => ({
      type: 'openRound',
      reason: 'review',
      at: pick.flag ? 'handling' : 'triage',
      caseId: null,
      note: null,
    }),
    noteReview: () => ({
      type: 'noteReview',
      caseId: 'review-1',
      stage: 'review',
      body: pick.unit,
      requestedAt: 0,
      state: pick.flag ? 'pending' : 'upheld',
    }),
    endProcedure: () => ({ type: 'endProcedure', caseId: 'review-2' }),
    confirmReceipt: () => ({ type: 'confirmReceipt' }),
    notAccept: () => ({
      type: 'notAccept',
      reason: pick.flag ? 'legal-route' : 'no-request',
      explanation: text,
      paperId,
    }),
    noLongerAccept: () => ({
      type: 'noLongerAccept',
      reason: 'procedure-ended',
      ended: { petition: null },
      explanation: text,
      paperId,
    }),
    redirect: () => ({
      type: 'redirect',
      way: 2,
      explanation: text,
      awaitsReceipt: pick.flag,
      paperId,
    }),
    startRoute: () => ({ type: 'startRoute', way: 5, dueDate, explanation: text, paperId }),
    recordRouteResult: () => ({ type: 'recordRouteResult', result: text }),
    fileOnly: () => ({ type: 'fileOnly', reason: 'thanks', explanation: text, paperId }),
    merge: () => ({ type: 'merge', into: 'petition-2', explanation: text, paperId }),
    absorb: () => ({ type: 'absorb', petition: 'petition-3' }),
    split: () => ({
      type: 'split',
      parts: [
        { id: 'x', demandIds: ['d1'] },
        { id: 'y', demandIds: pick.flag ? ['d2'] : [] },
      ],
      explanation: text,
      paperId,
    }),
    relate: () => ({
      type: 'relate',
      relationId: paperId,
      kind: pick.flag ? 'repeat-of' : 'same-matter',
      side: pick.flag ? 'from' : 'to',
      other: 'petition-2',
      reason: text,
      suggested: false,
    }),
    undoRelation: () => ({
      type: 'undoRelation',
      relationId: petition.relations.at(-1)?.id ?? 'none',
      reason: text,
    }),
    undoMerge: () => ({ type: 'undoMerge', reason: text }),
    undoAbsorption: () => ({ type: 'undoAbsorption', petition: 'petition-3', reason: text }),
    formGroup: () => ({ type: 'formGroup', reason: text }),
    dissolveGroup: () => ({ type: 'dissolveGroup', reason: text }),
    joinGroup: () => ({
      type: 'joinGroup',
      relationId: paperId,
      head: { id: 'head', isHead: true, open: true, accusation: false, office: petition.office },
      consent: pick.n % 4 !== 0,
      reason: text,
      suggested: false,
    }),
    leaveGroup: () => ({ type: 'leaveGroup', reason: text }),
    followHead: () => ({
      type: 'followHead',
      head: 'head',
      place: { status: 'handling', holder: pick.unit, round: 1 },
      redoDue: null,
      answers: [],
      dissolved: false,
      ended: pick.n % 3 === 0,
    }),
    object: () => ({ type: 'object', reasons: text }),
    decideObjection: () => ({ type: 'decideObjection', upheld: pick.flag, reasons: text, paperId }),
    decideCompetence: () => ({
      type: 'decideCompetence',
      unit: pick.unit,
      reasons: text,
      paperId,
    }),
    accept: () => ({
      type: 'accept',
      officer: pick.n % 8 === 0 ? 'someone' : `${petition.holder}-other`,
      paperId,
    }),
    draftPaper: () => ({
      type: 'draftPaper',
      paperId,
      kind: 'hearing-notice',
      issuer: petition.holder,
      text,
    }),
    returnHandOver: () => ({ type: 'returnHandOver', reason: text }),
    passDown: () => ({ type: 'passDown', to: pick.unit, instruction: null }),
    giveTask: () => ({
      type: 'giveTask',
      taskId: `t${life.seq}`,
      unit: pick.unit,
      text,
      dueDate,
    }),
    completeTask: () => ({
      type: 'completeTask',
      taskId: petition.tasks.at(-1)?.id ?? 'none',
      result: text,
    }),
    recordTalk: () => ({ type: 'recordTalk', record: text, heldAt: life.now - hour }),
    askSupplement: () => ({
      type: 'askSupplement',
      request: text,
      clarification: pick.flag,
      paperId,
    }),
    withdrawOfficial: () => ({
      type: 'withdrawOfficial',
      userId: 'someone',
      reason: text,
      replacement: 'another',
    }),
    requestExtension: () => ({
      type: 'requestExtension',
      days: 1 + (pick.n % 35),
      reason: text,
      paperId,
    }),
    refuseExtension: () => ({ type: 'refuseExtension', reason: text }),
    draftOpinion: () => ({
      type: 'draftOpinion',
      paperId,
      demands: petition.demands.map((demand) => ({
        demandId: demand.id,
        outcome: pick.flag ? ('explained' as const) : ('supported' as const),
        facts: text,
        basis: text,
        answer: text,
        execution: pick.flag ? null : { responsible: { id: 'r', hash: 'h' }, dueDate },
      })),
    }),
    completeExecution: () => ({
      type: 'completeExecution',
      demandId: 'd1',
      commitmentId: 'c1',
      doneAt: life.now,
    }),
    reopenExecution: () => ({ type: 'reopenExecution', demandId: 'd1', commitmentId: 'c1' }),
    recordOutcome: () => ({
      type: 'recordOutcome',
      matterSettled: 'settled',
      petitionerView: 'accepts',
    }),
    checkPaper: () => ({ type: 'checkPaper', paperId: known }),
    signPaper: () => ({ type: 'signPaper', paperId: known }),
    sealPaper: () => ({ type: 'sealPaper', ...issue }),
    issuePaper: () => ({ type: 'issuePaper', ...issue }),
    returnPaper: () => ({ type: 'returnPaper', paperId: known, reason: text }),
    recordRendering: () => ({
      type: 'recordRendering',
      paperId: known,
      pdfHash: 'a',
      docxHash: 'b',
    }),
    servePaper: () => ({
      type: 'servePaper',
      paperId: known,
      way: 'hand',
      servedOn: life.now - hour,
      proof: text,
    }),
    fileReport: () => ({ type: 'fileReport', text, paperId }),
    questionReport: () => ({ type: 'questionReport', question: text }),
    acceptReport: () => ({ type: 'acceptReport' }),
    returnReport: () => ({ type: 'returnReport', reason: text, dueDate }),
    reportUrgent: () => ({
      type: 'reportUrgent',
      reportId: `u${life.seq}`,
      level: 'urgent',
      text,
      paperId,
      addressees: [
        { unit: 'county-government', capacity: 'leadership' },
        { unit: pick.unit, capacity: 'department' },
      ],
    }),
    followUpUrgent: () => ({ type: 'followUpUrgent', reportId: `u${life.seq}`, text, paperId }),
    sendBackWorkOrder: () => ({
      type: 'sendBackWorkOrder',
      reportId: `w${life.seq}`,
      kind: life.petition?.status === 'concluded' ? 'result' : 'progress',
      text,
    }),
    confirmSendBack: () => ({ type: 'confirmSendBack' }),
    returnSendBack: () => ({ type: 'returnSendBack', reason: text }),
    confirmUrgent: () => ({ type: 'confirmUrgent' }),
    replyUrgent: () => ({ type: 'replyUrgent', reply: text }),
    decideSuggestion: () => ({
      type: 'decideSuggestion',
      adoption: pick.flag ? 'partly-adopted' : 'not-adopted',
      reason: text,
      paperId,
    }),
    answerBriefly: () => ({ type: 'answerBriefly', answer: text, onPaper: pick.flag, paperId }),
    honourContribution: () => ({ type: 'honourContribution', text }),
    startSimple: () => ({
      type: 'startSimple',
      ground: simpleGroundOf(petition),
      onPaper: pick.flag,
      noLegalRoute: pick.n % 6 !== 0,
    }),
    switchToOrdinary: () => ({ type: 'switchToOrdinary', reason: text, paperId }),
    withdraw: () => ({ type: 'withdraw', reason: null, signed: true }),
    revokeWithdrawal: () => ({ type: 'revokeWithdrawal' }),
    completeWithdrawal: () => ({ type: 'completeWithdrawal', paperId }),
    noteMaterial: () => ({ type: 'noteMaterial' }),
    rate: () => ({
      type: 'rate',
      office: pick.flag ? 'satisfied' : 'not',
      unit: pick.n % 7 === 0 ? 'unheard-of' : 'mostly',
      demands: petition.demands.map(({ id }) => ({ demandId: id, solved: 'partly' as const })),
      reason: null,
    }),
    remindRating: () => ({ type: 'remindRating', reminder: 1 + (pick.n % 2) }),
    closeRating: () => ({ type: 'closeRating' }),
    logRatingContact: () => ({ type: 'logRatingContact', record: text, heldAt: life.now - hour }),
    noteRating: () => ({ type: 'noteRating', note: text }),
    openRating: () => ({ type: 'openRating', office: 'office', unit: 'housing' }),
    recordFollowUp: () => ({
      type: 'recordFollowUp',
      way: 'call',
      heldAt: life.now - hour,
      result: (['satisfied', 'relapsed', 'not-reached'] as const)[pick.n % 3] ?? 'relapsed',
      words: text,
    }),
    contest: () => ({ type: 'contest', contestId: `c${life.seq}`, reasons: null, signed: true }),
    decideContest: () => ({ type: 'decideContest', upheld: pick.flag, reasons: text, paperId }),
    recountClocks: () => ({ type: 'recountClocks', calendarVersion: 'next' }),
    succeedHolder: () => ({ type: 'succeedHolder', from: 'transport', to: 'housing' }),
  };
  return commands[type]();
};

const allTypes = Object.keys(lifecycle) as CommandType[];

/** Mostly a command that the status lets come before the rules, so that lives go deep. */
const typeOf = (petition: Petition, chosen: { type: CommandType; n: number }): CommandType => {
  if (chosen.n % 5 === 0) return chosen.type;
  const thinkable = allTypes.filter((type) => isThinkable(type, petition.status));
  return (
    thinkable[(chosen.n * 7 + allTypes.indexOf(chosen.type)) % thinkable.length] ?? chosen.type
  );
};

/** Where a random walk begins: deep states are rare by chance alone. */
const beginnings: readonly ((life: Life) => void)[] = [
  () => undefined,
  (life) => void life.do(refer('housing', 'b1'), staff('office')),
  (life) => {
    life.do(refer('housing', 'b1'), staff('office'));
    life.do({ type: 'object', reasons: text }, staff('housing'));
  },
  (life) => {
    for (const unit of ['housing', 'transport']) {
      life.do(refer(unit, `b-${unit}`), staff('office'));
      life.do({ type: 'object', reasons: text }, staff(unit));
      life.do(
        { type: 'decideObjection', upheld: true, reasons: text, paperId: 'b9' },
        staff('office'),
      );
    }
  },
  (life) => {
    life.do(refer('housing', 'b1'), staff('office'));
    life.do({ type: 'accept', officer: 'housing-officer', paperId: 'b2' }, staff('housing'));
  },
  (life) => {
    life.do(
      commandFor('redirect', life.state, { unit: '', n: 3, flag: true }, life),
      staff('office'),
    );
    life.issue(life.state.papers.at(-1)?.id ?? '', 'office');
  },
  // A law-and-litigation matter with the political-legal body (P-4).
  (life) =>
    void life.do(
      {
        type: 'handOver',
        to: 'political-legal',
        instruction: null,
        paperId: 'b1',
        named: [],
      },
      staff('office'),
    ),
  (life) => {
    const dueDate = life.inDays(40);
    life.do(
      { type: 'assign', to: 'housing', dueDate, instruction: null, paperId: 'b1' },
      staff('office'),
    );
    life.do({ type: 'accept', officer: 'housing-officer', paperId: 'b2' }, staff('housing'));
    life.do(
      commandFor('draftOpinion', life.state, { unit: '', n: 3, flag: true }, life),
      staff('housing'),
    );
    life.issue(life.state.papers.at(-1)?.id ?? '', 'housing');
  },
];

const refer = (to: string, paperId: string): Command => ({
  type: 'refer',
  to,
  instruction: null,
  paperId,
});

const beginning = fc.constantFrom(...beginnings);

const step = fc.record({
  type: fc.constantFrom(...allTypes),
  unit: fc.constantFrom(...targets),
  actor: fc.constantFrom(...targets, 'political-legal', 'county-government', 'city-government'),
  n: fc.nat(60),
  flag: fc.boolean(),
  wait: fc.nat(6),
  head: fc.boolean(),
});

/** Mostly the unit that must act acts; the rest are strangers trying. */
const actorOf = (petition: Petition, chosen: { actor: string; head: boolean; n: number }) => {
  const unitId = chosen.n % 4 === 0 ? chosen.actor : petition.holder;
  return staff(unitId, chosen.head ? `${unitId}-head` : `${unitId}-officer`);
};

describe('the life of a petition, at random', () => {
  test('P-5 an open petition always has one responsible office and a running clock; P-4 a closed one a reason', () => {
    const seen = new Set<Status>();
    fc.assert(
      fc.property(beginning, fc.array(step, { minLength: 1, maxLength: 60 }), (begin, steps) => {
        const life = new Life();
        life.register();
        begin(life);
        seen.add(life.state.status);
        for (const chosen of steps) {
          life.now += chosen.wait * dayLength;
          const before = life.state;
          const command = commandFor(typeOf(before, chosen), before, chosen, life);
          life.attempt(command, actorOf(before, chosen));
          const petition = life.state;
          seen.add(petition.status);
          const name = `${command.type} in ${before.status}`;
          if (isOpen(petition)) {
            expect(units.find(petition.holder), name).toBeDefined();
            expect(petition.readers, name).toContain(petition.holder);
            expect(petition.clocks.filter(isRunning).length, name).toBeGreaterThan(0);
            expect(petition.conclusion, name).toBeNull();
          } else {
            const { conclusion } = petition;
            expect(conclusion?.reason, name).toBeTruthy();
            const readable =
              conclusion?.explanation !== null ||
              conclusion.paperId !== null ||
              conclusion.reason === 'receipt-confirmed';
            expect(readable, name).toBe(true);
          }
          expect(
            petition.clocks.filter((clock) => clock.extensionDays > 30),
            name,
          ).toEqual([]);
        }
      }),
      { numRuns: 1000 },
    );
    // The walk is worth something only if it reaches every corner of the table.
    expect([...seen].toSorted()).toEqual([...statuses].toSorted());
  });

  test('P-15 something waits for somebody as long as a petition is open', () => {
    fc.assert(
      fc.property(beginning, fc.array(step, { minLength: 1, maxLength: 40 }), (begin, steps) => {
        const life = new Life();
        life.register();
        begin(life);
        for (const chosen of steps) {
          life.now += chosen.wait * dayLength;
          const before = life.state;
          life.attempt(
            commandFor(typeOf(before, chosen), before, chosen, life),
            actorOf(before, chosen),
          );
          const { byUnit, byHandler } = project(life.state, calendar);
          const waiting = [...byUnit, ...byHandler].some((row) => row.tasks.length > 0);
          // What a member of a group waits for waits at its head (P-13).
          const own = !isCarried(life.state);
          if (own && isOpen(life.state)) expect(waiting, life.state.status).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('L-5 an accusation never stands in the list of a unit', () => {
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 40 }), (steps) => {
        const life = new Life();
        life.register({ purpose: 'accusation', named: ['office-officer'] });
        for (const chosen of steps) {
          const before = life.state;
          life.attempt(
            commandFor(typeOf(before, chosen), before, chosen, life),
            actorOf(before, chosen),
          );
          if (life.state.purpose !== 'accusation') return;
          expect(project(life.state, calendar).byUnit).toEqual([]);
          expect(life.state.named.length).toBeGreaterThan(0);
        }
      }),
      { numRuns: 200 },
    );
  });
});
