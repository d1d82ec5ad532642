import type { ExampleScene } from '../../../capabilities/petitions/index.ts';
import type { Matter } from '../matter.ts';
import type { Tale } from '../tale.ts';

/** Brings a petition to where the example of an operation works on it. */
export type Scene = (tale: Tale, matter: Matter) => void;

const unit = 'housing';
const head = `${unit}-head`;

function take(tale: Tale, matter: Matter, demands: readonly string[] = ['请依法处理并书面答复']) {
  tale.register('clerk', (facts) => matter.registration(facts, { demands: [...demands] }));
  return tale.wait(0.05, 0.1);
}

const simple = { ground: 'first-clear', noLegalRoute: true } as const;

const reportedUrgently: Scene = (tale, matter) => {
  take(tale, matter).do('officer1', 'reportUrgent', {
    level: 'urgent',
    text: '数十户居民饮水中断，部分群众在小区门口聚集。',
    measures: '已联系街道安排送水车。',
    departments: ['water'],
  });
  tale.wait(0.02, 0.05);
};

const workOrder: Scene = (tale, matter) => {
  tale.register('clerk', (facts) => matter.registration(facts, { channel: 'hotline-12345' }));
  tale.wait(0.05, 0.1);
};

const sentBack: Scene = (tale, matter) => {
  workOrder(tale, matter);
  tale.do('officer1', 'sendBackWorkOrder', {
    kind: 'progress',
    text: '已转责任单位，正在现场核查。',
  });
  tale.wait(0.02, 0.05);
};

const takeOnly: Scene = (tale, matter) => void take(tale, matter);

/** With a referral that nobody has released yet. */
const drafted: Scene = (tale, matter) => {
  take(tale, matter).do('officer1', 'refer', { to: unit, instruction: '请依法核实处理。' });
  tale.wait(0.02, 0.05);
};

const referred: Scene = (tale, matter) => {
  drafted(tale, matter);
  tale.issue('officehead', 'referral').wait(0.05, 0.1);
};

const accepted: Scene = (tale, matter) => {
  referred(tale, matter);
  tale.do(unit, 'accept', {}).wait(0.02, 0.05).issue(head, 'acceptance-notice').wait(0.02, 0.05);
};

/** The opinion reached the petitioner; the first demand is supported. */
function answer(tale: Tale): void {
  tale.do(unit, 'draftOpinion', (facts) => ({
    demands: facts.demands.map((demandId) => ({
      demandId,
      outcome: 'supported' as const,
      facts: '经现场核查，反映的情况属实。',
      basis: '《住宅专项维修资金管理办法》第二十四条',
      answer: '同意使用维修资金修复，由物业服务企业实施。',
      responsible: '物业管理科',
      dueDate: facts.day(30),
    })),
  }));
  tale.wait(0.02, 0.05).issue(head, 'opinion').wait(0.02, 0.05);
  tale.serve(unit, 'opinion', false).wait(0.02, 0.05);
}

/** Answered and in the petitioner's hand. */
export const served: Scene = (tale, matter) => {
  accepted(tale, matter);
  answer(tale);
};

const assigned: Scene = (tale, matter) => {
  take(tale, matter).do('officer1', 'assign', (facts) => ({
    to: unit,
    dueDate: facts.day(45),
    instruction: '请在期限内办理并报送办结报告。',
  }));
  tale.wait(0.02, 0.05).issue('officehead', 'assignment').wait(0.02, 0.05);
  tale.do(unit, 'accept', {}).wait(0.02, 0.05).issue(head, 'acceptance-notice').wait(0.02, 0.05);
  answer(tale);
};

const reported: Scene = (tale, matter) => {
  assigned(tale, matter);
  tale.do(unit, 'fileReport', { text: '我单位已出具处理意见并送达，诉求逐项答复。' });
  tale.wait(0.02, 0.05).issue(head, 'conclusion-report').wait(0.02, 0.05);
};

const objected: Scene = (tale, matter) => {
  referred(tale, matter);
  tale.do(unit, 'object', { reasons: '设施由其他单位建设和管理，我单位没有处理权限。' });
  tale.wait(0.02, 0.05);
};

/** Two units sent it back (art. 24). */
const adjudicated: Scene = (tale, matter) => {
  objected(tale, matter);
  tale.do('officer1', 'decideObjection', { upheld: true, reasons: '同意退回，另行转送。' });
  tale.wait(0.02, 0.05).issue('officehead', 'objection-decision').wait(0.02, 0.05);
  tale.do('officer1', 'refer', { to: 'urban', instruction: '请依法核实处理。' });
  tale.wait(0.02, 0.05).issue('officehead', 'referral').wait(0.02, 0.05);
  tale.do('urban', 'object', { reasons: '权属资料表明由先前的单位负责。' }).wait(0.02, 0.05);
};

const raiseProposed: Scene = (tale, matter) => {
  referred(tale, matter);
  tale.do('officer1', 'proposeRaise', { reason: '事项跨县区，涉及市级部门职权，建议提级办理。' });
  tale.wait(0.02, 0.05);
};

const raised: Scene = (tale, matter) => {
  raiseProposed(tale, matter);
  tale.do('city-head', 'raisePetition', { reason: '事项跨县区，由市信访局牵头办理。' });
  tale.wait(0.02, 0.05);
};

const refused: Scene = (tale, matter) => {
  take(tale, matter).do('officer1', 'notAccept', {
    reason: 'same-matter-open',
    explanation: '同一事项已在办理之中，请等待答复。',
  });
  tale.wait(0.02, 0.05).issue('officehead', 'refusal').wait(0.02, 0.05);
};

const twice: Scene = (tale, matter) => {
  tale.about('other');
  take(tale, matter);
  tale.about('main');
  take(tale, matter);
};

/** Another petition that heads a group, and one that may join it. */
const grouped: Scene = (tale, matter) => {
  tale.about('other');
  take(tale, matter).do('officer1', 'formGroup', { reason: '同一小区多户反映同一事项。' });
  tale.wait(0.02, 0.05).about('main');
  take(tale, matter);
};

/** One grey pixel. */
const picture =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==';

/** A photograph as somebody would hand it in. */
export const note = {
  name: '现场照片.png',
  mediaType: 'image/png',
  ext: 'png',
  bytes: Buffer.from(picture, 'base64'),
};

/** One for every operation that needs a petition of its own. */
export const scenes: Readonly<Record<ExampleScene, Scene>> = {
  classify: takeOnly,
  addMaterial: takeOnly,
  replaceLookupCode: takeOnly,
  nameHandler: takeOnly,
  chooseOfficer: accepted,
  refer: takeOnly,
  assign: takeOnly,
  handOver: takeOnly,
  confirmReceipt: (tale, matter) => {
    take(tale, matter).do('officer1', 'handOver', {
      to: 'political-legal',
      instruction: '属涉法涉诉事项，按诉访分离要求移送。',
    });
    tale.wait(0.02, 0.05).issue('officehead', 'handover').wait(0.02, 0.05);
  },
  returnHandOver: (tale, matter) => {
    take(tale, matter).do('officer1', 'handOver', {
      to: 'political-legal',
      instruction: '属涉法涉诉事项，按诉访分离要求移送。',
    });
    tale.wait(0.02, 0.05).issue('officehead', 'handover').wait(0.02, 0.05);
  },
  notAccept: takeOnly,
  noLongerAccept: takeOnly,
  redirect: takeOnly,
  startRoute: referred,
  recordRouteResult: (tale, matter) => {
    referred(tale, matter);
    tale.do(unit, 'startRoute', (facts) => ({
      way: 5,
      dueDate: facts.day(60),
      explanation: '反映的情况涉嫌违法，我单位依职权启动行政执法程序。',
    }));
    tale.wait(0.02, 0.05).issue(head, 'acceptance-notice').wait(0.02, 0.05);
  },
  fileOnly: takeOnly,
  merge: twice,
  relate: twice,
  undoRelation: (tale, matter) => {
    twice(tale, matter);
    tale.relate('officer1', 'other', { kind: 'same-matter', reason: '反映的是同一处漏水。' });
    tale.wait(0.02, 0.05);
  },
  undoMerge: (tale, matter) => {
    twice(tale, matter);
    tale.merge('officer1', 'other', '与另一件反映的是同一事项。').wait(0.02, 0.05);
  },
  formGroup: takeOnly,
  dissolveGroup: (tale, matter) => {
    take(tale, matter).do('officer1', 'formGroup', { reason: '同一小区多户反映同一事项。' });
    tale.wait(0.02, 0.05);
  },
  joinGroup: grouped,
  leaveGroup: (tale, matter) => {
    grouped(tale, matter);
    tale.joinGroup('clerk', 'other', '与牵头件同一事项，本人同意。').wait(0.02, 0.05);
  },
  split: (tale, matter) => void take(tale, matter, ['请修好漏水的屋顶', '建议增设老年人专窗']),
  object: referred,
  decideObjection: objected,
  decideCompetence: adjudicated,
  accept: referred,
  passDown: referred,
  giveTask: accepted,
  completeTask: (tale, matter) => {
    accepted(tale, matter);
    tale.do(unit, 'giveTask', (facts) => ({
      unit: 'urban',
      text: '请提供执法记录。',
      dueDate: facts.day(20),
    }));
    tale.wait(0.02, 0.05);
  },
  recordTalk: accepted,
  askSupplement: referred,
  withdrawOfficial: accepted,
  requestExtension: accepted,
  refuseExtension: (tale, matter) => {
    accepted(tale, matter);
    tale.do(unit, 'requestExtension', { days: 20, reason: '需要委托鉴定，检测周期较长。' });
    tale.wait(0.02, 0.05);
  },
  draftOpinion: accepted,
  recordOutcome: served,
  checkPaper: drafted,
  signPaper: (tale, matter) => {
    drafted(tale, matter);
    check(tale);
  },
  sealPaper: (tale, matter) => {
    drafted(tale, matter);
    check(tale);
    tale.do('officehead', 'signPaper', (facts) => ({ paperId: facts.paper('referral') }));
    tale.wait(0.02, 0.05);
  },
  issuePaper: drafted,
  returnPaper: drafted,
  servePaper: accepted,
  fileReport: assigned,
  questionReport: reported,
  acceptReport: reported,
  returnReport: reported,
  reportUrgent: takeOnly,
  followUpUrgent: reportedUrgently,
  proposeRaise: referred,
  refuseRaise: raiseProposed,
  raisePetition: raiseProposed,
  lowerPetition: raised,
  suggestAgenda: referred,
  sendBackWorkOrder: workOrder,
  confirmSendBack: sentBack,
  returnSendBack: sentBack,
  confirmUrgent: reportedUrgently,
  replyUrgent: reportedUrgently,
  decideSuggestion: takeOnly,
  answerBriefly: takeOnly,
  honourContribution: (tale, matter) => {
    take(tale, matter).do('officer1', 'decideSuggestion', {
      adoption: 'adopted',
      study: '已会同有关部门研究，具备条件。',
      reason: '建议切合实际，予以采纳。',
    });
    tale.wait(0.02, 0.05).issue('officehead', 'suggestion-answer').wait(0.02, 0.05);
  },
  startSimple: takeOnly,
  switchToOrdinary: (tale, matter) => {
    take(tale, matter).do('officer1', 'startSimple', { ...simple, onPaper: false });
    tale.wait(0.02, 0.05);
  },
  noteMaterial: (tale, matter) => {
    referred(tale, matter);
    tale.do('petitioner', 'addMaterial', { text: '补充：合同在这里。', uploads: [] });
    tale.wait(0.02, 0.05);
  },
  logRatingContact: served,
  recordFollowUp: served,
  contest: refused,
  decideContest: (tale, matter) => {
    refused(tale, matter);
    tale.do('petitioner', 'contest', { reasons: '我反映的是另一件事。', signed: false });
    tale.wait(0.02, 0.05);
  },
  noteRating: (tale, matter) => {
    served(tale, matter);
    tale.do('petitioner', 'rate', (facts) => ({
      office: 'mostly',
      unit: 'not',
      demands: facts.demands.map((demandId) => ({ demandId, solved: 'not' as const })),
    }));
    tale.wait(0.02, 0.05);
  },
  withdraw: takeOnly,

  getPetition: takeOnly,
  explainClock: takeOnly,
  revealPerson: takeOnly,
  getPaper: referred,
  getAttachment: (tale, matter) => {
    take(tale, matter).attach('clerk', '补充现场情况说明。', note).wait(0.02, 0.05);
  },
  stepPapers: drafted,
  joinMany: grouped,
  getProgress: takeOnly,
  proceedings: accepted,
  addMaterialPublicly: takeOnly,
  withdrawPublicly: takeOnly,
  ratePublicly: served,
  contestPublicly: refused,
  revokeWithdrawalPublicly: (tale, matter) => {
    take(tale, matter).do('petitioner', 'withdraw', { reason: '已经协商解决。', signed: false });
    tale.wait(0.02, 0.05);
  },
};

function check(tale: Tale): void {
  tale.do('officer2', 'checkPaper', (facts) => ({ paperId: facts.paper('referral') }));
  tale.wait(0.02, 0.05);
}
