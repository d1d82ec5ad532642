import { followUp } from './after-answer.ts';
import type { Journey } from './handling.ts';
import { accept, come, refer, draftOpinion, conclude } from './parts.ts';

const adoptions = ['adopted', 'partly-adopted', 'not-adopted'] as const;

const reasons = {
  adopted: '建议切合实际，已列入本年度工作安排。',
  'partly-adopted': '其中一项可以先行试点，另一项涉及规划调整，目前不具备条件。',
  'not-adopted': '建议涉及的事项上级已有统一规定，目前没有调整的空间，将向上级反映。',
} as const;

/** A suggestion is studied by the office itself or by the unit, and answered in writing (P-18). */
export const suggested: Journey = (tale, matter) => {
  const officer = come(tale, matter, 'suggestion');
  const { random } = tale;
  const own = random.chance(0.4);
  const unit = own ? officer : matter.story.unit;
  if (!own) refer(tale, officer, unit);
  const adoption = random.pick(adoptions);
  tale.wait(3, 20).do(unit, 'decideSuggestion', {
    adoption,
    study: '会同有关部门现场查看，并听取了居民代表的意见。',
    reason: reasons[adoption],
    ...(adoption === 'not-adopted' ? {} : { measure: '由业务科室负责，今年年底前完成。' }),
  });
  tale.rest(own ? 'registered' : 'referred', 20);
  tale.wait(0.3, 2).issue(own ? 'officehead' : `${unit}-head`, 'suggestion-answer');
  tale.rest('concluded', 10);
  tale.wait(0.3, 3).serve(own ? 'clerk' : unit, 'suggestion-answer', matter.electronic);
  if (adoption !== 'not-adopted' && random.chance(0.5)) {
    tale.wait(3, 15).do(officer, 'honourContribution', {
      text: '您的建议已经落实，特此致谢，并颁发“金点子”荣誉证书。',
    });
  }
  tale.rest('concluded', 25, 3);
  followUp(tale, unit);
};

const questions = [
  [
    '咨询住宅维修资金怎么用',
    '小区电梯老化，想用维修资金更换，不知道需要哪些手续、找哪个部门。',
    '请告知办理手续',
  ],
  [
    '咨询医保异地结算',
    '父母在外地随我生活，想问住院能不能直接结算，需要办什么备案。',
    '请告知备案办法',
  ],
  [
    '咨询宅基地确权登记',
    '老家的房子没有证，想问现在还能不能办，需要什么材料。',
    '请告知需要的材料',
  ],
] as const;

/** An enquiry is answered within days; on paper where that was asked for. */
export const asked: Journey = (tale, matter) => {
  const officer = tale.random.pick(['officer1', 'officer2', 'officer3'] as const);
  const [title, text, demand] = tale.random.pick(questions);
  tale.register('clerk', (facts) =>
    matter.registration(facts, { title, text, demands: [demand], channel: 'telephone' }),
  );
  tale.rest('registered', 3, 2);
  const onPaper = tale.random.chance(0.3);
  tale.wait(0.2, 2).do(officer, 'answerBriefly', {
    answer: '可以办理。请带身份证和有关证明到县政务服务中心2号窗口，当场受理。',
    onPaper,
  });
  if (!onPaper) {
    tale.rest('concluded', 25, 3);
    followUp(tale, officer);
    return;
  }
  tale.rest('registered', 3);
  tale.wait(0.1, 0.5).issue('officehead', 'enquiry-answer');
  tale.rest('concluded', 10);
  tale.wait(0.2, 2).serve('clerk', 'enquiry-answer', matter.electronic);
  tale.rest('concluded', 25, 2);
  followUp(tale, officer);
};

/** Clear and easy: solved in the simple procedure, or back to the ordinary one. */
export const simply: Journey = (tale, matter) => {
  const { unit } = matter.story;
  const officer = tale.random.pick(['officer1', 'officer2', 'officer3'] as const);
  const onPaper = tale.random.chance(0.3);
  const called = { ...matter, channel: 'telephone' as const, electronic: false };
  // Classified at once: the first simple period is one working day.
  tale.register('clerk', (facts) =>
    matter.registration(facts, {
      purpose: 'appeal',
      category: matter.category,
      channel: 'telephone',
      electronicService: false,
    }),
  );
  tale.wait(0.01, 0.05).do(officer, 'startSimple', {
    ground: 'first-clear',
    noLegalRoute: true,
    onPaper,
  });
  tale.rest('registered', 1);
  tale
    .wait(0.05, 0.3)
    .do(officer, 'refer', { to: unit, instruction: '简单明了，请按简易程序办理。' });
  tale.rest('referred', 3);
  if (onPaper || tale.random.chance(0.3)) {
    if (onPaper) accept(tale, called, unit);
    else {
      tale.wait(0.2, 1).do(unit, 'accept', {});
      tale.wait(2, 5).do(unit, 'switchToOrdinary', {
        reason: '现场查看后发现需要专业检测，改按普通程序办理，期限仍从最初算起。',
      });
      tale.rest('handling', 40);
      tale.wait(0.1, 0.5).issue(`${unit}-head`, 'acceptance-notice');
    }
    draftOpinion(tale, called, unit, false);
    conclude(tale, called, unit, false);
    return;
  }
  tale.wait(0.2, 1).do(unit, 'accept', {});
  tale.rest('handling', 10, 2);
  tale.wait(1, 6).do(unit, 'answerBriefly', {
    answer: '当天已派人处理完毕，现场恢复正常。需要书面答复可以随时告诉我们。',
    onPaper: false,
  });
  tale.rest('concluded', 25, 3);
  followUp(tale, unit);
};

/** Urgent: all are told at once, confirm and answer; how it went on is reported again. */
export const urgent: Journey = (tale, matter) => {
  const { unit } = matter.story;
  const officer = come(tale, matter);
  tale.wait(0.02, 0.1).do(officer, 'reportUrgent', {
    level: tale.random.pick(['urgent', 'major']),
    text: '几十户居民受影响，部分群众在现场聚集，情绪较为激动，请协调有关部门到场处置。',
    measures: '已请属地街道到场稳控、设置警戒。',
    departments: [unit],
  });
  tale.rest('registered', 0.1, 2);
  tale.wait(0.02, 0.06).do('leader', 'confirmUrgent', {});
  tale.wait(0.02, 0.06).do(unit, 'confirmUrgent', {});
  tale.wait(0.01, 0.05).issue('officehead', 'urgent-report');
  tale.rest('registered', 1);
  tale.wait(0.1, 0.4).do('gov-head', 'replyUrgent', {
    reply: '请责任部门立即到场处置，街道做好群众工作，每两小时报告一次。',
  });
  tale.wait(0.1, 0.4).do(officer, 'followUpUrgent', { text: '现场已处置完毕，群众陆续离开。' });
  tale.wait(0.05, 0.3).do('city-officer', 'replyUrgent', { reply: '收悉，请做好后续办理和回访。' });
  tale.rest('registered', 14);
  refer(tale, officer, unit);
  accept(tale, matter, unit);
  draftOpinion(tale, matter, unit, true);
  conclude(tale, matter, unit, true);
};
