import type { Catalogue } from '../../../../portal/words/index.ts';

const zh = {
  title: '叫号',
  now: '正在叫号',
  go: '请到 {place}',
  again: '第 {times} 次叫号',
  waiting: '还有 {count} 张号在等候',
  none: '暂时没有叫号，请在大厅稍候。',
  sound: '打开语音',
  silent: '关闭语音',
  spoken: '请 {label} 号到 {place}',
  away: '网络暂时断开，正在重新连接。请听工作人员叫号。',
  rights: '不限人员、不限事项、不限时间；今天没有轮到的，下一个上午先谈。',
  carried: '{day} 的号',
} as const;

export type ScreenKey = keyof typeof zh;

/** What hangs on the wall of the hall. */
export const screenWords: Catalogue<ScreenKey> = {
  'zh-CN': zh,
  en: {
    title: 'Calling screen',
    now: 'Now calling',
    go: 'Please go to {place}',
    again: 'Called {times} times',
    waiting: '{count} tickets are waiting',
    none: 'Nobody is being called. Please wait in the hall.',
    sound: 'Turn voice on',
    silent: 'Turn voice off',
    spoken: 'Ticket {label}, please go to {place}',
    away: 'The network is down; connecting again. Please listen for the staff.',
    rights:
      'Anyone, any matter, any length of time. Whoever is not heard today is heard first on the next morning.',
    carried: 'Number of {day}',
  },
};
