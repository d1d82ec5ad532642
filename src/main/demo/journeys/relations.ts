import type { Journey } from './handling.ts';
import { accept, come, conclude, draftOpinion, refer, release } from './parts.ts';

/** The unit says that it is not the one; the office disagrees and it stays. */
export const objectionRejected: Journey = (tale, matter) => {
  const { unit } = matter.story;
  const officer = come(tale, matter);
  refer(tale, officer, unit);
  tale.wait(0.5, 2).do(unit, 'object', {
    reasons: '该路段产权移交手续没有办理完毕，我单位认为不属于本单位职责范围。',
  });
  tale.rest('objected', 7, 3);
  tale.wait(0.5, 2).do(officer, 'decideObjection', {
    upheld: false,
    reasons: '三定方案已明确由你单位负责，产权移交不影响受理，请按期办理。',
  });
  tale.rest('referred', 12);
  tale.wait(0.1, 0.6).issue('officehead', 'objection-decision');
  accept(tale, matter, unit);
  draftOpinion(tale, matter, unit, true);
  conclude(tale, matter, unit, true);
};

const second: Readonly<Record<string, string>> = { housing: 'urban', urban: 'housing' };

/** Two units send it back; the county government decides who has it (art. 24). */
export const adjudicated: Journey = (tale, matter) => {
  const first = matter.story.unit;
  const other = second[first] ?? 'emergency';
  const officer = come(tale, matter);
  refer(tale, officer, first);
  tale.wait(0.5, 2).do(first, 'object', {
    reasons: '经核实，反映的设施由其他单位建设和管理，我单位没有处理权限。',
  });
  tale.rest('objected', 7, 2);
  tale.wait(0.3, 2).do(officer, 'decideObjection', {
    upheld: true,
    reasons: '同意退回，另行转送有权处理的单位。',
  });
  tale.rest('registered', 7);
  tale.wait(0.1, 0.5).issue('officehead', 'objection-decision');
  refer(tale, officer, other);
  tale.wait(0.3, 1.5).do(other, 'object', {
    reasons: '设施虽在我单位管理范围附近，但权属资料表明由先前的单位负责。',
  });
  // The second objection goes up by itself (J-3).
  tale.rest('adjudication', 15, 12);
  tale.wait(1, 8).do('leader', 'decideCompetence', {
    unit: first,
    reasons: '由行业主管部门牵头办理，另一单位配合，不得再次推诿。',
  });
  tale.rest('referred', 15);
  tale.wait(0.1, 1).issue('gov-head', 'adjudication');
  accept(tale, matter, first);
  draftOpinion(tale, matter, first, true);
  conclude(tale, matter, first, true);
};

/** The city assigns it to the county, the county to a bureau; reports climb back. */
export const assigned: Journey = (tale, matter) => {
  const { unit } = matter.story;
  const { random } = tale;
  tale.register('city-clerk', (facts) =>
    matter.registration(facts, {
      channel: 'superior',
      purpose: 'appeal',
      category: matter.category,
      electronicService: false,
      numbersElsewhere: [
        { source: '省信访信息系统', number: `LJ${random.whole(100_000, 999_999)}` },
      ],
    }),
  );
  tale.rest('registered', 15, 0.5);
  tale.wait(0.3, 3).do('city-officer', 'assign', (facts) => ({
    to: 'county-office',
    dueDate: facts.day(60),
    instruction: '请依法核实处理，按期报送办结报告。',
  }));
  tale.rest('registered', 15);
  tale.wait(0.1, 0.6).issue('city-head', 'assignment');
  tale.rest('registered', 15, 2);
  const officer = random.pick(['officer1', 'officer2', 'officer3']);
  tale.wait(0.3, 3).do(officer, 'assign', (facts) => ({
    to: unit,
    dueDate: facts.day(45),
    instruction: '市局交办件，请在期限内办理并报送办结报告。',
  }));
  tale.rest('referred', 15, 0.5);
  release(tale, 'assignment', officer);
  tale.rest('referred', 15, 2);
  const served = { ...matter, electronic: false };
  accept(tale, served, unit);
  const rounds = random.chance(0.35) ? 2 : 1;
  for (let round = 1; round <= rounds; round += 1) {
    draftOpinion(tale, served, unit, false);
    tale.wait(0.5, 3).issue(`${unit}-head`, 'opinion');
    tale.rest('issued', 10);
    tale.wait(0.5, 4).serve(unit, 'opinion', false);
    tale.rest('concluded', 10, 1.5);
    report(tale, unit, officer, round < rounds);
  }
  tale.wait(0.3, 2).do(officer, 'fileReport', {
    text: '县信访局审核后报告：承办单位已作出处理意见并送达，诉求逐项答复，程序完整。',
  });
  tale.rest('concluded', 10, 1.5);
  tale.wait(0.3, 1).issue('officehead', 'conclusion-report');
  tale.wait(0.5, 4).do('city-officer', 'acceptReport', {});
  tale.rest('concluded', 200, 3);
};

/** The bureau reports; the county asks, sends it back for another round, or agrees. */
function report(tale: Parameters<Journey>[0], unit: string, officer: string, again: boolean): void {
  const file = (text: string): void => {
    tale.wait(0.5, 3).do(unit, 'fileReport', { text });
    tale.rest('concluded', 10);
    tale.wait(0.1, 0.5).issue(`${unit}-head`, 'conclusion-report');
    tale.rest('concluded', 10, 1.5);
  };
  file('我单位已核查并出具处理意见，送达信访人，现将办理过程和依据报告如下，附有关材料目录。');
  if (tale.random.chance(0.3)) {
    tale.wait(0.3, 2).do(officer, 'questionReport', {
      question: '第二项诉求的依据引用不完整，请说明适用的条款。',
    });
    tale.rest('concluded', 7);
    file('补充说明：第二项诉求适用的条款和理由见补充材料第二页，结论不变。');
  }
  tale.wait(0.3, 2);
  if (!again) {
    tale.do(officer, 'acceptReport', {});
    tale.rest('concluded', 10);
    return;
  }
  tale.do(officer, 'returnReport', (facts) => ({
    reason: '事实部分没有回应信访人补充的证据，退回重新办理。',
    dueDate: facts.day(30),
  }));
  tale.rest('handling', 30, 3);
}

/** Reg. 30: an accusation goes to the discipline body, seen by named people only. */
export const accused: Journey = (tale, matter) => {
  const own = matter.channel === 'web';
  tale.register(own ? 'petitioner' : 'clerk', (facts) => matter.registration(facts));
  tale.rest('registered', 15, 2);
  tale.wait(0.2, 2).do('accusations', 'nameHandler', (facts) => ({
    userId: facts.userId('officehead'),
  }));
  tale.rest('registered', 15);
  tale.wait(0.2, 2).do('accusations', 'handOver', {
    to: 'discipline',
    instruction: '属于检举控告，依规移送，请注意为来信人保密。',
  });
  tale.rest('handed-over', 15);
  tale.wait(0.1, 0.5).issue('officehead', 'handover');
  tale.rest('handed-over', 15, 3);
  tale.wait(1, 9).do('discipline', 'confirmReceipt', {});
  tale.rest('concluded', 200, 3);
};

/** Law and litigation: to the political-legal body of the same level. */
export const litigated: Journey = (tale, matter) => {
  const officer = come(tale, matter);
  tale.wait(0.3, 4).do(officer, 'handOver', {
    to: 'political-legal',
    instruction: '属涉法涉诉事项，按诉访分离要求移送。',
  });
  tale.rest('handed-over', 15);
  tale.wait(0.1, 0.6).issue('officehead', 'handover');
  tale.rest('handed-over', 15, 2);
  tale.wait(1, 9).do('political-legal', 'confirmReceipt', {});
  tale.rest('concluded', 200, 3);
};

/** The petitioner takes it back, and may think again for ten days. */
export const withdrawn: Journey = (tale, matter) => {
  const { unit } = matter.story;
  refer(tale, come(tale, matter), unit);
  accept(tale, matter, unit);
  tale.wait(2, 12).do('petitioner', 'withdraw', {
    reason: '问题已经和对方协商解决，不再反映。',
    signed: false,
  });
  tale.rest('handling', 9, 2);
  if (tale.random.chance(0.25)) {
    tale.wait(2, 6).do('petitioner', 'revokeWithdrawal', {});
    tale.rest('handling', 40);
    draftOpinion(tale, matter, unit, true);
    conclude(tale, matter, unit, true);
    return;
  }
  tale.wait(19, 20).completeWithdrawal();
  tale.rest('concluded', 200, 2);
};

/** Papers for an old receipt: the look-up code was lost and replaced at the window. */
export const codeReplaced: Journey = (tale, matter) => {
  const { unit } = matter.story;
  refer(tale, come(tale, matter), unit);
  tale.wait(1, 4).do('clerk', 'replaceLookupCode', {});
  tale.rest('referred', 12);
  accept(tale, matter, unit);
  draftOpinion(tale, matter, unit, false);
  conclude(tale, matter, unit, false);
};
