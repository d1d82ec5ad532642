import { lightLetters } from '../stories/index.ts';
import type { Journey } from './handling.ts';
import { accept, come, conclude, draftOpinion, refer } from './parts.ts';

/** To arbitration, court or another legal route; some bodies confirm that they have it. */
export const redirected: Journey = (tale, matter) => {
  const officer = come(tale, matter);
  const awaited = tale.random.chance(0.4);
  tale.wait(0.5, 6).do(officer, 'redirect', {
    way: awaited ? 2 : 1,
    body: awaited ? '临澄县劳动人事争议仲裁院' : '临澄县人民法院',
    explanation: '双方争议属于平等主体之间的权利义务争议，请依照法定途径提出，我们已附办理指引。',
    awaitsReceipt: awaited,
  });
  tale.rest('registered', 15);
  tale.wait(0.2, 1).issue('officehead', 'redirection');
  tale.rest('redirecting', 10, 2);
  tale.wait(0.5, 3).serve('clerk', 'redirection', matter.electronic);
  if (awaited) {
    tale.rest('redirecting', 15, 2);
    tale.wait(2, 10).do(officer, 'confirmReceipt', {});
  }
  tale.rest('concluded', 200, 3);
};

/** The unit is competent and starts the procedure itself. */
export const route: Journey = (tale, matter) => {
  const { unit } = matter.story;
  refer(tale, come(tale, matter), unit);
  const days = tale.random.whole(40, 90);
  tale.wait(1, 6).do(unit, 'startRoute', (facts) => ({
    way: 5,
    dueDate: facts.day(days),
    explanation: '反映的情况涉嫌违法，我单位依职权启动行政执法程序，结果将书面告知。',
  }));
  tale.rest('route', days);
  tale.wait(0.2, 1).issue(`${unit}-head`, 'acceptance-notice');
  tale.rest('route', days, 2);
  tale.wait(0.2, 1).serve(unit, 'acceptance-notice', matter.electronic);
  tale.rest('route', days, 2);
  tale.wait(20, 60).do(unit, 'recordRouteResult', {
    result: '行政执法程序已经办结，对责任单位作出处罚并责令改正，决定书已公开。',
  });
  tale.rest('concluded', 200, 3);
};

/** Not accepted, for a listed reason and in words. */
export const refused: Journey = (tale, matter) => {
  const officer = come(tale, matter);
  const unclear = tale.random.chance(0.4);
  if (unclear) {
    tale.wait(0.3, 2).do(officer, 'askSupplement', {
      request: '来信没有写明希望解决什么问题，请补充说明您的请求。',
      clarification: true,
    });
    tale.rest('registered', 15);
    tale.wait(0.1, 1).issue('officehead', 'supplement-request');
    tale.rest('registered', 15);
    tale.wait(0.1, 1).serve('clerk', 'supplement-request', matter.electronic);
    tale.rest('registered', 15).wait(4, 8);
  }
  tale.wait(0.5, 4).do(officer, 'notAccept', {
    reason: unclear ? 'no-request' : tale.random.pick(['same-matter-open', 'legal-route'] as const),
    explanation: unclear
      ? '经书面请您补充后仍没有明确的请求，暂不受理；补充请求后可以再次提出。'
      : '同一事项已在办理之中，原办理期限未满，请等待答复；进度可凭编号查询。',
  });
  tale.rest('registered', 15);
  tale.wait(0.1, 1).issue('officehead', 'refusal');
  tale.rest('concluded', 10);
  tale.wait(0.3, 3).serve('clerk', 'refusal', matter.electronic);
  tale.rest('concluded', 200, 3);
};

/** Ended by re-examination; the same facts are not taken again. */
export const ended: Journey = (tale, matter) => {
  const officer = come(tale, matter);
  tale.wait(1, 4).do(officer, 'noLongerAccept', (facts) => ({
    reason: 'procedure-ended',
    // Ended before this system was there: the decision is named in full.
    endedBy: '澄宁市信访事项复查复核委员会',
    endedNumber: '澄信复核〔2024〕17号',
    endedOn: facts.day(-400),
    explanation: '该事项已经复查、复核终结，仍以同一事实和理由提出，依规不再受理。',
  }));
  tale.rest('registered', 15);
  tale.wait(0.1, 1).issue('officehead', 'no-longer-accepted');
  tale.rest('concluded', 10);
  tale.wait(0.3, 3).serve('clerk', 'no-longer-accepted', matter.electronic);
  tale.rest('concluded', 200, 3);
};

/** Thanks are answered with a line or kept like advertisements, and that is all. */
export const filed: Journey = (tale, matter) => {
  const reason = tale.random.pick(['thanks', 'thanks', 'advertisement'] as const);
  const [title, text, demand] = lightLetters[reason];
  tale.register(matter.channel === 'web' ? 'petitioner' : 'clerk', (facts) =>
    matter.registration(facts, {
      title: matter.fill(title),
      text,
      demands: [demand],
      purpose: reason === 'thanks' ? 'thanks' : 'other',
    }),
  );
  tale.rest('registered', 15);
  if (reason === 'thanks' && tale.random.chance(0.6)) {
    tale.wait(0.3, 3).do('officer3', 'answerBriefly', {
      answer: '您的来信已经收到并转给有关工作人员，谢谢您的鼓励，欢迎继续监督我们的工作。',
      onPaper: false,
    });
    tale.rest('concluded', 240, 3);
    return;
  }
  tale.wait(0.3, 3).do('officer3', 'fileOnly', {
    reason,
    explanation: '来信没有需要办理的请求，存档备查。',
  });
  tale.rest('registered', 15);
  tale.wait(0.1, 1).issue('officehead', 'file-only-note');
  tale.rest('concluded', 240, 3);
};

/** Goes on in an earlier petition of the same matter. */
export const merged: Journey = (tale, matter) => {
  const { unit } = matter.story;
  const officer = come(tale, matter);
  refer(tale, officer, unit);
  tale.wait(1, 5).about('again');
  tale.register('clerk', (facts) =>
    matter.registration(facts, {
      channel: 'telephone',
      purpose: 'appeal',
      category: matter.category,
      title: matter.fill('再次反映：') + matter.fill(matter.story.title),
      numbersElsewhere: [],
      electronicService: false,
    }),
  );
  tale.rest('registered', 15);
  tale
    .wait(0.2, 2)
    .merge(officer, 'main', '与您先前提出的事项相同，并入先前的一件办理，答复一并送达。');
  tale.rest('concluded', 15);
  tale.wait(0.2, 1).issue('officehead', 'merge-notice');
  tale.wait(0.2, 2).serve('clerk', 'merge-notice', false);
  tale.about('main');
  tale.rest('referred', 12);
  accept(tale, matter, unit);
  draftOpinion(tale, matter, unit, true);
  conclude(tale, matter, unit, true);
};

/** Two matters in one letter are divided, each goes its way. */
export const divided: Journey = (tale, matter) => {
  const { unit } = matter.story;
  tale.register('clerk', (facts) =>
    matter.registration(facts, {
      channel: 'letter',
      purpose: 'appeal',
      category: matter.category,
      demands: [matter.fill(matter.story.demands[0] ?? ''), '建议在便民中心增设老年人专窗'],
      numbersElsewhere: [],
      electronicService: false,
    }),
  );
  tale.rest('registered', 15);
  tale.wait(0.3, 3).split(
    'officer2',
    ['appeal', 'suggestion'],
    (facts) => [
      {
        title: matter.fill(matter.story.title),
        purpose: 'appeal',
        demandIds: facts.demands.slice(0, 1),
        attachmentIds: [],
      },
      {
        title: '建议增设老年人专窗',
        purpose: 'suggestion',
        demandIds: facts.demands.slice(1),
        attachmentIds: [],
      },
    ],
    '来信包含求决和建议两个事项，分别办理、分别答复。',
  );
  tale.rest('registered', 15);
  tale.wait(0.1, 1).issue('officehead', 'split-notice');
  tale.wait(0.1, 1).serve('clerk', 'split-notice', false);
  const served = { ...matter, channel: 'letter' as const, electronic: false };
  tale.about('appeal');
  refer(tale, 'officer2', unit);
  accept(tale, served, unit);
  tale.about('suggestion');
  refer(tale, 'officer2', 'civil');
  accept(tale, served, 'civil');
  draftOpinion(tale, served, 'civil', false);
  tale.about('appeal');
  draftOpinion(tale, served, unit, false);
  tale.about('suggestion');
  conclude(tale, served, 'civil', false);
  tale.about('appeal');
  conclude(tale, served, unit, false);
};
