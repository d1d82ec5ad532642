import type { Matter } from '../matter.ts';
import type { Tale } from '../tale.ts';

const solved = ['solved', 'partly', 'not'] as const;

/** Some petitioners rate, some change their mind, many say nothing (P-11). */
function rate(tale: Tale): void {
  const { random } = tale;
  const level = () => random.pick(['satisfied', 'satisfied', 'mostly', 'mostly', 'not'] as const);
  const say = () => {
    const [office, unit] = [level(), level()];
    const [first, then] = [random.pick(solved), random.pick(solved)];
    tale.do('petitioner', 'rate', (facts) => ({
      office,
      unit,
      demands: facts.demands.map((demandId, at) => ({
        demandId,
        solved: at === 0 ? first : then,
      })),
      ...(unit === 'not' ? { reason: '人来看过，可是还没有动工。' } : {}),
    }));
    return office === 'not' || unit === 'not';
  };
  tale.wait(1, 6);
  const bad = say();
  tale.rest('concluded', 20);
  if (bad && random.chance(0.75)) {
    tale.wait(0.5, 2).do('officehead', 'noteRating', {
      note: '已调阅案卷，请承办单位三日内说明落实进度并与信访人见面。',
    });
  } else if (bad && random.chance(0.6)) {
    tale.wait(0.5, 3).do('officer1', 'logRatingContact', (facts) => ({
      record: '信访人来电说明评价的原因，已告知可以修改评价，由本人决定。',
      heldOn: facts.day(0),
    }));
    tale.wait(0.5, 2);
    say();
  }
}

/** A call after the conclusion; not everybody answers at once (P-12). */
export function followUp(tale: Tale, unit: string): void {
  const { random } = tale;
  if (random.chance(0.3)) {
    tale.wait(1, 3).do(unit, 'recordFollowUp', (facts) => ({
      way: 'call',
      heldOn: facts.day(0),
      result: 'not-reached',
    }));
    tale.rest('concluded', 20);
  }
  const content = random.chance(0.75);
  tale.wait(1, 5).do(unit, 'recordFollowUp', (facts) => ({
    way: random.pick(['call', 'call', 'visit'] as const),
    heldOn: facts.day(0),
    result: content ? 'satisfied' : 'dissatisfied',
    words: content ? '事情办得差不多了，谢谢你们还记着。' : '说是要修，到现在没看见人。',
  }));
}

/** The hotline hears what came of its work order; now and then it wants it done again (P-1). */
export function sendBack(tale: Tale, matter: Matter): void {
  if (matter.channel !== 'hotline-12345') return;
  const send = (text: string) =>
    tale.wait(0.2, 1.5).do('officer1', 'sendBackWorkOrder', { kind: 'result', text });
  send('事项已办结，办理意见已送达信访人，落实情况由责任单位跟踪。');
  tale.rest('concluded', 6);
  if (tale.random.chance(0.2)) {
    tale.wait(0.5, 2).do('officer1', 'returnSendBack', {
      reason: '热线回访时信访人表示还没有收到书面答复，请核实后重新回传。',
    });
    tale.rest('concluded', 8);
    send('已与信访人核实，书面答复已于当日补送，本人签收。');
  }
  tale.wait(0.3, 2).do('officer1', 'confirmSendBack', {});
}

/** What may come in the weeks after the answer reached the petitioner. */
export function afterAnswer(tale: Tale, unit: string): void {
  if (tale.random.chance(0.5)) rate(tale);
  if (tale.random.chance(0.9)) followUp(tale, unit);
}
