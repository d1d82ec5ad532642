import type { Command, CommandType } from './command.ts';
import { simpleGroundOf } from './decide/simple-procedure.ts';
import { hour, type Life, words } from './life.test-data.ts';
import type { Petition } from './petition.ts';

const text = words('t');

/** What chance chose for the arguments of one command. */
export interface Pick {
  readonly unit: string;
  readonly n: number;
  readonly flag: boolean;
}

/** Commands with arguments that are sometimes right and sometimes wrong. */
export const commandFor = (
  type: CommandType,
  petition: Petition,
  pick: Pick,
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
    proposeRaise: () => ({ type: 'proposeRaise', to: 'city-office', reason: text }),
    refuseRaise: () => ({ type: 'refuseRaise', reason: text }),
    raisePetition: () => ({
      type: 'raisePetition',
      to: petition.office === 'office' ? 'city-office' : null,
      supervisor: null,
      handler: pick.n % 3 === 0 ? (pick.flag ? 'city-housing' : pick.unit) : null,
      reason: text,
    }),
    lowerPetition: () => ({
      type: 'lowerPetition',
      handler: pick.flag ? null : pick.unit,
      reason: text,
    }),
    suggestAgenda: () => ({
      type: 'suggestAgenda',
      unit: 'joint-meeting',
      cause: 'proposed',
      question: 'competence',
      text,
    }),
    noteAgenda: () => ({
      type: 'noteAgenda',
      unit: 'joint-meeting',
      meetingId: 'm1',
      stage: (['planned', 'suggested', 'declined', 'decided'] as const)[pick.n % 4]!,
      question: 'competence',
      text,
    }),
    settleByMeeting: () => ({
      type: 'settleByMeeting',
      meetingId: 'm1',
      office: 'joint-meeting',
      unit: pick.unit,
      coHandlers: pick.flag
        ? [{ taskId: `t${life.seq}`, unit: 'transport', text, dueDate: life.inDays(5) }]
        : [],
      reasons: text,
      paperId,
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
