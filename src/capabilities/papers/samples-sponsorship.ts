const contact = { department: '房屋维修管理科', person: '何工', phone: '0550-5550123' };

/** Made-up facts for minutes and for aid: previews and tests of their layout. */
export const sponsorshipSamples = {
  'reception-minutes': {
    heldOn: '2026-03-20',
    from: '9时',
    to: '12时',
    place: '县信访局群众来访接待大厅',
    leaders: ['县长程远'],
    attending: '县长程远，县信访局、县住建局负责人。',
    heard: '共接待来访群众12批19人，主要反映房屋质量、物业服务等问题。',
    decided: '滨河家园屋顶维修由县住建局牵头，4月10日前完工。',
    taskForces: [
      {
        matter: '滨河家园屋顶漏水',
        leader: '县长程远',
        units: '县住房和城乡建设局',
        members: '成员由县住建局、街道办事处负责人组成。',
      },
    ],
    contact,
  },
  'meeting-minutes': {
    heldOn: '2026-03-20',
    time: '09:30',
    place: '县信访局二楼会议室',
    petition: '2026000000016',
    matter: '滨河家园屋顶漏水问题',
    present: [
      { side: '信访人', name: '周小满', post: '' },
      { side: '责任单位', name: '秦文', post: '县住建局副局长' },
      { side: '企业', name: '郑立', post: '滨河物业服务公司经理' },
    ],
    positions: [
      { side: '信访人', words: '希望尽快修好屋顶，赔偿家具损失。' },
      { side: '企业', words: '同意维修，对赔偿金额有不同意见。' },
    ],
    actions: [
      {
        text: '完成屋顶防水维修',
        unit: '县住房和城乡建设局',
        responsible: '秦文',
        dueDate: '2026-04-10',
      },
    ],
    openPoints: [{ matter: '家具赔偿金额', reason: '双方对损失数额意见不一，另行调解。' }],
    contact,
  },
  'aid-approval': {
    petition: '2026000000016',
    person: '周小满',
    kind: '信访救助',
    basis: '《信访工作条例》第二十七条、第三十七条。',
    circumstances: '房屋漏水期间无处居住，家庭收入低于当地低保标准。',
    amount: '3,000元',
    proposedBy: '秦文',
    proposedOn: '2026-03-21',
    approvals: [
      { step: '单位负责人审核', name: '陆明', on: '2026-03-22', words: '情况属实，同意申请。' },
      { step: '信访部门审批', name: '程远', on: '2026-03-25', words: '同意。' },
    ],
    contact,
  },
};
