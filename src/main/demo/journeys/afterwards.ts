import type { Matter } from '../matter.ts';
import type { Tale } from '../tale.ts';
import type { Journey } from './handling.ts';
import { accept, come, conclude, draftOpinion, refer } from './parts.ts';

const decisions = {
  upheld: '经调阅案卷并与信访人核对，本次反映的是新的事项，原步骤依据不足，应当重新办理。',
  rejected: '经调阅案卷，原步骤依据充分、程序符合规定，维持原处理；另一件的进度可以凭编号查询。',
} as const;

const others = ['officer1', 'officer2', 'officer3'] as const;

/** The petitioner does not agree; somebody who had no part in it looks again. */
function contest(tale: Tale, matter: Matter, officer: string, upheld: boolean): void {
  const { random } = tale;
  const reasons = random.pick([
    '我反映的是今年新发生的事，和以前那件不一样。',
    '我没有到法院起诉过。',
  ]);
  if (random.chance(0.7)) {
    tale.wait(1, 6).do('petitioner', 'contest', { reasons, signed: false });
  } else {
    tale.wait(1, 6).do('clerk', 'contest', { reasons, signed: true });
  }
  tale.rest('concluded', 15, 2);
  const decider = others.find((each) => each !== officer) ?? 'officer3';
  tale.wait(2, 9).do(decider, 'decideContest', {
    decision: upheld ? 'upheld' : 'rejected',
    reasons: upheld ? decisions.upheld : decisions.rejected,
  });
  tale.rest(upheld ? 'registered' : 'concluded', 15, 1.5);
  tale.wait(0.2, 1).issue('officehead', 'contest-decision');
  tale.wait(0.2, 2).serve('clerk', 'contest-decision', matter.electronic);
}

/** A refusal that is contested: it stays, or the matter is opened again and answered. */
export const contested: Journey = (tale, matter) => {
  const { unit } = matter.story;
  const officer = come(tale, matter);
  tale.wait(0.5, 4).do(officer, 'notAccept', {
    reason: tale.random.pick(['same-matter-open', 'legal-route'] as const),
    explanation: '经查，反映的情况已有途径处理，请等待原事项答复；进度可凭编号查询。',
  });
  tale.wait(0.1, 1).issue('officehead', 'refusal');
  tale.wait(0.3, 3).serve('clerk', 'refusal', matter.electronic);
  const upheld = tale.random.chance(0.5);
  contest(tale, matter, officer, upheld);
  if (!upheld) {
    tale.rest('concluded', 200, 1.5);
    return;
  }
  refer(tale, officer, unit);
  accept(tale, matter, unit);
  draftOpinion(tale, matter, unit, true);
  conclude(tale, matter, unit, true);
};

/** What was settled comes back; a new round at the unit. */
export const relapsed: Journey = (tale, matter) => {
  const { unit } = matter.story;
  refer(tale, come(tale, matter), unit);
  accept(tale, matter, unit);
  draftOpinion(tale, matter, unit, false);
  tale.wait(0.5, 4).issue(`${unit}-head`, 'opinion');
  tale.wait(0.5, 5).serve(unit, 'opinion', matter.electronic);
  tale.rest('concluded', 30);
  tale.wait(6, 20).do(unit, 'recordFollowUp', (facts) => ({
    way: 'visit',
    heldOn: facts.day(0),
    result: 'relapsed',
    words: '修好过一回，这两天下雨又和原来一样了。',
  }));
  tale.rest('handling', 55, 2);
  draftOpinion(tale, matter, unit, true);
  conclude(tale, matter, unit, true);
};
