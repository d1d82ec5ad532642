import type { Catalogue } from '../../../../portal/words/index.ts';

const zh = {
  'own.title': '上门走访',
  'own.lead':
    '工作人员到您家来过、或打算来。您不想让来，可以不让来，不用说为什么，也不影响您的事。',
  'own.planned': '{day}{time} 打算到您家来',
  'own.made': '{day} 来过您家',
  'own.declined': '您说不用来了',
  'own.not-home': '{day} 来过，家里没有人',
  'own.cancelled': '这一次不来了',
  'own.who': '谁来',
  'own.unit': '哪个单位',
  'own.purpose': '来做什么',
  'own.talks': '和谁谈了',
  'own.record': '他们写的记录',
  'own.added': '后来补充的记录',
  'own.by': '{by}写，{day}',
  'own.files': '照片和录音',
  'own.promise': '当时答应您的事',
  'own.neighbours': '您同意他们向邻居了解情况。不同意了就告诉他们。',
  'own.paper': '记录打印件（PDF）',
  'own.decline': '不用来了',
  'own.corrected': '您写的说明（{day}）',
  'own.words': '记录写得不对、不全？在这里写下来，和记录放在一起',
  'own.send': '写好了，放在记录旁边',
  'own.wordsMissing': '请写几个字，说说哪里不对（至少 5 个字）。',
  'partner.petitioner': '您',
  'partner.family': '家里人',
  'partner.neighbour': '邻居',
  'partner.village-cadre': '村（社区）干部',
  'partner.other': '其他人',
} as const;

export type VisitPageKey = keyof typeof zh;

const en: Readonly<Record<VisitPageKey, string>> = {
  'own.title': 'Visits at your home',
  'own.lead':
    'Somebody came to your home, or means to. If you do not want that, say so: you need no reason, and your matter goes on as before.',
  'own.planned': 'They mean to come on {day}{time}',
  'own.made': 'They came on {day}',
  'own.declined': 'You said that nobody need come',
  'own.not-home': 'They came on {day}, nobody was at home',
  'own.cancelled': 'They do not come this time',
  'own.who': 'Who comes',
  'own.unit': 'From where',
  'own.purpose': 'What for',
  'own.talks': 'Who was talked to',
  'own.record': 'What they wrote',
  'own.added': 'What they added later',
  'own.by': 'written by {by}, {day}',
  'own.files': 'Photographs and voice notes',
  'own.promise': 'What they promised you',
  'own.neighbours': 'You agreed that they ask your neighbours. Tell them when you no longer do.',
  'own.paper': 'The record to print (PDF)',
  'own.decline': 'Nobody need come',
  'own.corrected': 'What you said to it ({day})',
  'own.words': 'Is something wrong or missing? Write it here; it stays beside the record',
  'own.send': 'Put this beside the record',
  'own.wordsMissing': 'Please write a few words about what is wrong (at least 5 characters).',
  'partner.petitioner': 'you',
  'partner.family': 'your family',
  'partner.neighbour': 'a neighbour',
  'partner.village-cadre': 'a village or community cadre',
  'partner.other': 'somebody else',
};

export const visitPageWords: Catalogue<VisitPageKey> = { 'zh-CN': zh, en };
