import type { Purpose } from '../../../capabilities/petitions/index.ts';
import type { Matter } from '../matter.ts';
import type { Tale } from '../tale.ts';
import { afterAnswer, sendBack } from './after-answer.ts';

const officers = ['officer1', 'officer2', 'officer3'] as const;

/** Comes in and is classified; waits for triage. */
export function come(tale: Tale, matter: Matter, purpose: Purpose = 'appeal'): string {
  const own = matter.channel === 'web' || matter.channel === 'leader-mailbox';
  tale.register(own ? 'petitioner' : 'clerk', (facts) => matter.registration(facts));
  tale.rest('registered', 15, matter.classified ? 2 : 1);
  if (!matter.classified) {
    tale.wait(0.1, 1.5).do('clerk', 'classify', {
      purpose,
      category: matter.category,
      urgency: 'ordinary',
      regionCode: matter.regionCode,
      accusedUnits: [],
    });
    tale.rest('registered', 15);
  }
  return tale.random.pick(officers);
}

const instructions = [
  '请依法核实处理，并将受理情况书面告知信访人。',
  '涉及群众基本生活，请尽快核实，按期答复。',
  '请会同属地乡镇现场核实后处理。',
] as const;

/** The office refers it; the letter goes through one, two or three hands. */
export function refer(tale: Tale, officer: string, to: string): void {
  const { random } = tale;
  tale.wait(0.3, 5).do(officer, 'refer', { to, instruction: random.pick(instructions) });
  tale.rest('referred', 15, 0.5);
  release(tale, 'referral', officer);
  tale.rest('referred', 15);
}

/** Check, signature and seal by three people, or in one go by the head. */
export function release(tale: Tale, kind: 'referral' | 'assignment', officer: string): void {
  const { random } = tale;
  if (random.chance(0.7)) {
    tale.wait(0.05, 0.8).issue('officehead', kind);
    return;
  }
  const checker = officers.find((each) => each !== officer) ?? 'officer3';
  tale.wait(0.05, 0.5).do(checker, 'checkPaper', (facts) => ({ paperId: facts.paper(kind) }));
  tale.rest('referred', 15, 0.5);
  tale.wait(0.05, 0.5).do('officehead', 'signPaper', (facts) => ({ paperId: facts.paper(kind) }));
  tale.rest('referred', 15, 0.5);
  tale.wait(0.02, 0.3).do('seal', 'sealPaper', (facts) => ({ paperId: facts.paper(kind) }));
}

/** The unit takes it, says so in writing, and the sixty days run. */
export function accept(tale: Tale, matter: Matter, unit: string): void {
  tale.wait(1, 6).do(unit, 'accept', {});
  tale.rest('handling', 15, 0.7);
  tale.wait(0.1, 1).issue(`${unit}-head`, 'acceptance-notice');
  tale.rest('handling', 12, 0.7);
  tale.wait(0.1, 1).serve(unit, 'acceptance-notice', matter.electronic);
  tale.rest('handling', 60, 2);
}

const talks = [
  '电话联系信访人，核对反映的时间、地点，告知办理进度和期限。',
  '到现场查看，信访人和社区干部在场，拍照三张，双方对现场情况没有异议。',
  '约信访人到单位面谈，说明有关规定，听取其对解决办法的意见。',
] as const;

/** Looking into it and drafting the opinion, demand by demand. */
export function draftOpinion(tale: Tale, matter: Matter, unit: string, supported: boolean): void {
  const { story, fill } = matter;
  const { random } = tale;
  const record = random.pick(talks);
  tale.wait(3, 14).do(unit, 'recordTalk', (facts) => ({ record, heldOn: facts.day(0) }));
  tale.rest('handling', 50);
  const due = random.whole(20, 70);
  tale.wait(3, 18).do(unit, 'draftOpinion', (facts) => ({
    demands: facts.demands.map((demandId, at) => {
      const execute = supported && at === 0;
      return {
        demandId,
        outcome: execute ? ('supported' as const) : ('explained' as const),
        facts: fill(story.found),
        basis: story.basis,
        answer: fill(story.answers[at] ?? story.answers[0] ?? '已按规定办理。'),
        ...(execute ? { responsible: '业务科室', dueDate: facts.day(due) } : {}),
      };
    }),
  }));
  tale.rest('handling', 20);
}

/** The opinion goes out and reaches the petitioner; what was promised is carried out. */
export function conclude(tale: Tale, matter: Matter, unit: string, supported: boolean): void {
  tale.wait(0.5, 4).issue(`${unit}-head`, 'opinion');
  tale.rest('issued', 10, 1.5);
  tale.wait(0.5, 5).serve(unit, 'opinion', matter.electronic);
  tale.rest('concluded', 30, 2);
  const { random } = tale;
  sendBack(tale, matter);
  afterAnswer(tale, unit);
  if (random.chance(0.7)) {
    tale.wait(5, 20).do(unit, 'recordOutcome', {
      matterSettled: random.pick(['settled', 'settled', 'partly', 'unsettled']),
      petitionerView: random.pick(['satisfied', 'accepts', 'accepts', 'dissatisfied']),
    });
  }
  if (supported) keepGranted(tale, unit);
  tale.rest('concluded', 240, 6);
}

/** What an opinion granted, on its way to done: reported, and judged by whoever asked for it. */
function keepGranted(tale: Tale, unit: string): void {
  const { random } = tale;
  tale.rest('concluded', 40);
  tale.wait(10, 40);
  const alone = random.chance(0.2);
  tale.keepPromise(unit, 'reportFulfilled', (facts) => ({
    doneOn: facts.day(0),
    evidence: '现场照片和签收单已归档，社区干部在场。',
    uploads: [],
    ...(alone
      ? { withoutConfirmation: '信访人外出务工，电话三次无人接听，村委会已书面说明。' }
      : {}),
  }));
  tale.rest('concluded', 30);
  if (alone) {
    tale.wait(2, 8).keepPromise('officer1', 'verifyFulfilled', {
      reason: '已到现场查看并与邻居核对，情况属实。',
    });
    return;
  }
  const draw = random.next();
  if (draw < 0.75) tale.wait(1, 6).keepPromise('petitioner', 'confirmFulfilled', {});
  else if (draw < 0.9) {
    tale.wait(1, 6).keepPromise('petitioner', 'denyFulfilled', {
      words: '只修了一半，下雨还是漏。',
    });
  }
}
