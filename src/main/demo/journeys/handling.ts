import type { Matter } from '../matter.ts';
import type { Tale } from '../tale.ts';
import { accept, come, conclude, draftOpinion, refer } from './parts.ts';

/** A way through the procedure. */
export type Journey = (tale: Tale, matter: Matter) => void;

/** The main path: referred, accepted, answered. */
export const answered: Journey = (tale, matter) => {
  const supported = tale.random.chance(0.6);
  const { unit } = matter.story;
  const officer = come(tale, matter);
  refer(tale, officer, unit);
  accept(tale, matter, unit);
  draftOpinion(tale, matter, unit, supported);
  conclude(tale, matter, unit, supported);
};

/** The draft comes back from the head once. */
export const redrafted: Journey = (tale, matter) => {
  const { unit } = matter.story;
  refer(tale, come(tale, matter), unit);
  accept(tale, matter, unit);
  draftOpinion(tale, matter, unit, false);
  tale.wait(0.5, 2).do(`${unit}-head`, 'returnPaper', (facts) => ({
    paperId: facts.paper('opinion'),
    reason: '第一项诉求的事实依据写得不够具体，请补充现场查看的时间和结论。',
  }));
  tale.rest('handling', 20);
  draftOpinion(tale, matter, unit, true);
  conclude(tale, matter, unit, true);
};

/** Sixty days are not enough: one extension, approved by the head, or refused. */
export const extended: Journey = (tale, matter) => {
  const { unit } = matter.story;
  refer(tale, come(tale, matter), unit);
  accept(tale, matter, unit);
  tale.wait(38, 44).do(unit, 'requestExtension', {
    days: tale.random.whole(10, 30),
    reason: '需要委托第三方检测，检测周期较长，期限内难以作出结论。',
  });
  tale.rest('handling', 8, 1.5);
  if (tale.random.chance(0.75)) {
    tale.wait(0.5, 3).issue(`${unit}-head`, 'extension');
    tale.rest('handling', 5);
    tale.wait(0.2, 2).serve(unit, 'extension', matter.electronic);
    tale.rest('handling', 25, 1.5);
    tale.wait(4, 9);
  } else {
    tale.wait(0.5, 2).do(`${unit}-head`, 'refuseExtension', {
      reason: '检测报告已经可以取得，应当在原期限内答复。',
    });
    tale.rest('handling', 10);
  }
  draftOpinion(tale, matter, unit, true);
  conclude(tale, matter, unit, true);
};

const helpers: Readonly<Record<string, string>> = {
  housing: 'urban',
  urban: 'police',
  ecology: 'agriculture',
  labour: 'housing',
  resources: 'agriculture',
  agriculture: 'water',
  education: 'police',
  market: 'police',
};

/** Others take part with a sub-task of their own. */
export const together: Journey = (tale, matter) => {
  const { unit } = matter.story;
  const helper = helpers[unit] ?? (unit === 'emergency' ? 'urban' : 'emergency');
  refer(tale, come(tale, matter), unit);
  accept(tale, matter, unit);
  tale.wait(1, 5).do(unit, 'giveTask', (facts) => ({
    unit: helper,
    text: '请就涉及贵单位职责的部分提供核查意见和有关档案。',
    dueDate: facts.day(20),
  }));
  tale.rest('handling', 20, 2);
  tale.wait(5, 16).do(helper, 'completeTask', (facts) => ({
    taskId: facts.task(),
    result: '已核查，有关档案和现场照片附后，没有发现其他问题。',
  }));
  tale.rest('handling', 30);
  draftOpinion(tale, matter, unit, true);
  conclude(tale, matter, unit, true);
};

/** Something is missing; it is asked for once, in writing. */
export const supplemented: Journey = (tale, matter) => {
  const { unit } = matter.story;
  refer(tale, come(tale, matter), unit);
  tale.wait(0.5, 3).do(unit, 'askSupplement', {
    request: '请补充与反映事项有关的合同、票据或者照片；没有的可以说明情况。',
    clarification: false,
  });
  tale.rest('referred', 15);
  tale.wait(0.2, 1).issue(`${unit}-head`, 'one-time-notice');
  tale.rest('referred', 15);
  tale.wait(0.2, 1).serve(unit, 'one-time-notice', matter.electronic);
  tale.rest('referred', 15);
  tale.wait(1, 5).do('petitioner', 'addMaterial', {
    text: matter.fill('补充：{月}月的缴费单和聊天记录都在，原件可以随时提供。'),
    uploads: [],
  });
  tale.rest('referred', 12);
  accept(tale, matter, unit);
  draftOpinion(tale, matter, unit, false);
  conclude(tale, matter, unit, false);
};

/** An official with an interest steps back; somebody else goes on. */
export const replaced: Journey = (tale, matter) => {
  const { unit } = matter.story;
  refer(tale, come(tale, matter), unit);
  accept(tale, matter, unit);
  tale.wait(1, 6).do(`${unit}-head`, 'withdrawOfficial', (facts) => ({
    userId: facts.userId(unit),
    reason: '经办人与被反映单位负责人是近亲属，依规回避。',
    replacement: facts.userId(`${unit}-head`),
  }));
  tale.rest('handling', 55);
};

/** Passed down inside the bureau's own system; the fifteen days go on. */
export const passedDown: Journey = (tale, matter) => {
  refer(tale, come(tale, matter), 'housing');
  tale.wait(0.5, 2).do('housing', 'passDown', {
    to: 'housing-station',
    instruction: '属征收安置范围，请你中心办理并按期告知。',
  });
  tale.rest('referred', 12);
  accept(tale, matter, 'housing-station');
  draftOpinion(tale, matter, 'housing-station', true);
  conclude(tale, matter, 'housing-station', true);
};

/** Brought straight to the body that decides. */
export const direct: Journey = (tale, matter) => {
  const { unit } = matter.story;
  tale.register(unit, (facts) =>
    matter.registration(facts, {
      channel: 'visit',
      purpose: 'appeal',
      category: matter.category,
      numbersElsewhere: [],
    }),
  );
  tale.rest('referred', 15, 2);
  accept(tale, { ...matter, electronic: false }, unit);
  draftOpinion(tale, matter, unit, false);
  conclude(tale, matter, unit, false);
};

/** Suggestions and enquiries are answered too. */
export const lightly: Journey = (tale, matter) => {
  const { unit } = matter.story;
  refer(tale, come(tale, matter, 'suggestion'), unit);
  accept(tale, matter, unit);
  draftOpinion(tale, matter, unit, false);
  conclude(tale, matter, unit, false);
};
