import type { ExampleKind } from './names.ts';
import type { Scene } from './cast.ts';

type Play = (scene: Scene, commandKey: string) => Promise<unknown>;

const convene = (scene: Scene, key: string) =>
  scene.begin(
    'hearing',
    {
      topic: '房屋质量问题的成因、责任单位和维修期限。',
      open: true,
      parties: [
        { role: 'petitioner' },
        { role: 'unit', unit: 'housing' },
        { role: 'third-party', name: '澄江物业服务公司' },
      ],
    },
    key,
  );

const propose = (scene: Scene, key: string) =>
  scene.begin(
    'mediation',
    {
      kind: 'people',
      topic: '漏水造成的室内损失如何赔偿。',
      parties: [{ role: 'third-party', name: '澄江物业服务公司' }],
      mediatorId: scene.member('mediator-1'),
    },
    key,
  );

const deliberate = (scene: Scene, key: string) =>
  scene.begin('deliberation', { topic: '维修费用在各户之间如何分摊较为公平。' }, key);

const request = (scene: Scene, key: string) =>
  scene.begin(
    're-evaluation',
    {
      body: 'court',
      question: '原鉴定认定漏水原因的方法是否可靠？',
      professions: ['建筑'],
      reviewers: [scene.member('expert-away')],
    },
    key,
  );

/** Examples of the API description begin here; their steps are the examples themselves. */
export const beginOnly: Readonly<Record<ExampleKind, Play>> = {
  hearing: convene,
  mediation: propose,
  're-evaluation': request,
  deliberation: deliberate,
};

const wish = {
  seats: 5,
  kinds: ['lawyer', 'deputy'],
  region: 'same-county',
  professions: ['建筑'],
};
const room = { time: '09:30', mode: 'room', place: '县住建局三楼听证室' };

async function drawn(scene: Scene, key: string): Promise<void> {
  await convene(scene, key);
  await scene.do('drawPanel', wish);
}

/** All parties gave up the seven days in writing; it is held at once. */
async function opened(scene: Scene, key: string, daysAgo: number): Promise<void> {
  await drawn(scene.ago(daysAgo + 2), key);
  await scene.do('schedule', { ...room, date: scene.on(2) });
  const proof = '各方当场签署的同意书，存卷。';
  await scene.do('waiveNotice', { on: scene.on(), proof });
  await scene.ago(daysAgo).do('open', {});
  await scene.do('addExhibit', { label: '房屋质量检测报告' });
}

async function closed(scene: Scene, key: string, daysAgo: number): Promise<void> {
  await opened(scene, key, daysAgo);
  const came = (await scene.parties()).map(({ id }) => id);
  await scene.do('close', {
    days: [],
    came,
    record: '主持人宣布听证纪律。信访人陈述漏水经过，责任单位说明核查情况，物业公司发表意见。',
  });
}

async function consented(scene: Scene, key: string, daysAgo: number): Promise<void> {
  await propose(scene.ago(daysAgo + 3), key);
  await scene.ago(daysAgo + 2).do('answerProposal', { given: true }, 'petitioner');
  const other = (await scene.parties()).find(({ role }) => role === 'third-party');
  await scene.do('recordConsent', {
    partyId: other?.id ?? '',
    given: true,
    on: scene.on(),
    proof: '物业公司盖章的同意书，存卷。',
  });
}

async function settled(
  scene: Scene,
  key: string,
  daysAgo: number,
  form = 'mediation-agreement',
): Promise<void> {
  await consented(scene, key, daysAgo);
  const came = (await scene.parties()).map(({ id }) => id);
  await scene.ago(daysAgo).do('holdSession', {
    on: scene.on(),
    place: '城关镇人民调解室',
    came,
    record: '双方陈述意见，调解员释明责任，就金额达成一致。',
  });
  await scene.do('agree', {
    form,
    terms: '物业公司于十日内完成维修，并一次性赔偿三千六百元。',
    effectiveOn: scene.on(),
  });
}

async function applied(scene: Scene, key: string): Promise<void> {
  await settled(scene, key, 12);
  await scene.ago(6).do('applyConfirmation', { on: scene.on(), court: 'court', together: true });
}

/** Hearings, mediations and the rest, each where it may stand today. */
export const scenes: Readonly<Record<string, Play>> = {
  'hearing-drawn': async (scene, key) => {
    await drawn(scene.ago(2), key);
    const [first = '', , third = ''] = await scene.drawn();
    const reason = '当天另有会议，不能参加。';
    await scene.ago(1).do('replaceMember', { memberId: first, cause: 'declined', reason });
    const objection = { memberId: third, reason: '听说与物业公司经理相熟。' };
    await scene.do('objectToMember', objection, 'petitioner');
  },
  'hearing-noticed': async (scene, key) => {
    await drawn(scene.ago(0), key);
    const bring = '身份证、购房合同、现场照片。';
    await scene.do('schedule', { ...room, date: scene.on(12), bring });
    await scene.do('draftNotice', {});
    await scene.issueNotice();
  },
  'hearing-open': (scene, key) => opened(scene, key, 0),
  'hearing-closed': (scene, key) => closed(scene, key, 1),
  'hearing-concluded': async (scene, key) => {
    await closed(scene, key, 4);
    for (const [at, memberId] of (await scene.drawn()).entries()) {
      await scene.do('vote', { memberId, vote: at === 0 ? 'partly' : 'support' });
    }
    await scene.do('conclude', {
      conclusion: '漏水系屋面防水层老化所致，尚在保修期内，建议责令建设单位限期维修。',
    });
  },
  'hearing-cancelled': async (scene, key) => {
    await convene(scene.ago(9), key);
    await scene.ago(5).do('cancel', { reason: '双方已经自行和解，申请取消听证。' });
  },
  'mediation-proposed': (scene, key) => propose(scene.ago(1), key),
  'mediation-agreed': (scene, key) => consented(scene, key, 1),
  'mediation-window': (scene, key) => settled(scene, key, 3),
  'mediation-window-closing': (scene, key) => settled(scene, key, 26),
  settlement: (scene, key) => settled(scene, key, 2, 'settlement'),
  'mediation-applied': applied,
  'mediation-confirmed': async (scene, key) => {
    await applied(scene, key);
    const decision = { caseNumber: '（2026）岚0121民特18号', result: 'confirmed' };
    await scene.ago(1).do('recordConfirmation', { ...decision, on: scene.on() });
  },
  'mediation-missed': async (scene, key) => {
    await settled(scene, key, 45);
    await scene.ago(0).system('missWindow');
  },
  'mediation-failed': async (scene, key) => {
    await consented(scene, key, 4);
    await scene.ago(2).do('fail', { reason: '双方对赔偿金额差距较大，未能达成一致。' });
  },
  'mediation-refused': async (scene, key) => {
    await propose(scene.ago(6), key);
    await scene.ago(5).do('answerProposal', { given: false }, 'petitioner');
  },
  're-evaluation-explained': async (scene, key) => {
    await request(scene.ago(20), key);
    const answer = { outcome: 'partly-changed', result: '原因认定成立，损失数额需重新核算。' };
    await scene.ago(8).do('recordAnswer', { ...answer, on: scene.on() });
    await scene.ago(5).do('explain', {
      on: scene.on(),
      expertId: scene.member('lawyer-2'),
      record: '会同律师当面向信访人说明复评结果和依据，信访人表示理解。',
    });
  },
  'deliberation-held': async (scene, key) => {
    await deliberate(scene.ago(10), key);
    await scene.ago(9).do('answerProposal', { given: true }, 'petitioner');
    await scene.ago(4).do('hold', {
      on: scene.on(),
      place: '东门社区议事厅',
      members: [scene.member('elder-1'), scene.member('deputy-5')],
      record: '居民代表、“五老”人员逐一发表意见。',
      advice: '建议按建筑面积分摊，困难户由社区基金补助。',
    });
  },
};
