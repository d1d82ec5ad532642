import type { PaperData } from './compose.ts';

/** An invented joint meeting. */
export const meetingSamples: {
  readonly 'joint-meeting-minutes': PaperData<'joint-meeting-minutes'>;
} = {
  'joint-meeting-minutes': {
    meeting: 'joint-meeting',
    heldOn: '2026-03-20',
    time: '09:00',
    place: '县政府三楼会议室',
    chair: '县人民政府程远',
    attending: ['县住房和城乡建设局唐建平', '县城市管理和综合执法局许静怡'],
    absent: ['县财政局'],
    summary: '会议听取了有关单位意见，逐项研究了提交的信访事项。',
    items: [
      {
        matter: '2026000000110',
        question: '小区外墙脱落由哪个单位负责维修。',
        outcome: '议定',
        decision: '属于房屋质量问题，由住建部门负责。',
        main: '县住房和城乡建设局',
        coHandlers: ['县城市管理和综合执法局'],
        dissent: ['县住房和城乡建设局：保修期已过，建议由物业承担。'],
      },
    ],
    contact: { department: '联席会议办公室', person: '蒋工', phone: '0550-5550126' },
  },
};
