import type { PaperData } from './compose.ts';
import { inspectionSamples } from './inspection-samples.ts';

/** An invented matter for the letters and consequences of supervision. */
const supervised = {
  unit: '临江县住房和城乡建设局',
  subject: '临江县住房和城乡建设局',
  contact: { department: '督查科', person: '沈工', phone: '0550-5550125' },
};
const consequence = {
  ...supervised,
  reason: '该局承办的3件信访事项超过法定期限未作出答复，经提醒、督办仍未按期书面回复。',
  basis: { law: '信访工作条例', article: '第三十九条' },
  statement: '我局人员调整，造成工作衔接不畅，现已指定专人办理。',
  decision: '鉴于该局未按规定履行信访工作责任，作出本决定。',
  evidence: ['信访事项3件', '督办函2件'],
};
const letterOfLadder = {
  ...supervised,
  petition: { number: 'LJ2026-0000318-6', receivedOn: '2026-03-02', channel: '网络' },
  words: '该事项已超过办理期限12日，尚未向信访人出具处理意见书。',
  days: 7,
};
const formerLetters = [
  {
    title: '提醒函',
    number: '临信提字〔2026〕3号',
    servedOn: '2026-04-01',
    dueOn: '2026-04-13',
    end: 'unanswered' as const,
  },
];

type SupervisionKind =
  | keyof typeof inspectionSamples
  | 'reminder'
  | 'supervision-letter'
  | 'accountability-recommendation'
  | 'interview-notice'
  | 'circulated-notice'
  | 'supervision-warning'
  | 'listing-notice';

/** Samples of the papers of supervision (U-4, U-5). */
export const supervisionSamples: { readonly [Kind in SupervisionKind]: PaperData<Kind> } = {
  ...inspectionSamples,
  reminder: letterOfLadder,
  'supervision-letter': { ...letterOfLadder, former: formerLetters },
  'accountability-recommendation': {
    ...letterOfLadder,
    unit: '临江县纪律检查委员会',
    former: [
      ...formerLetters,
      {
        title: '督办函',
        number: '临信督字〔2026〕2号',
        servedOn: '2026-04-20',
        dueOn: '2026-04-29',
        end: 'raised',
      },
    ],
    copies: ['临江县住房和城乡建设局'],
  },
  'interview-notice': { ...consequence, heldOn: '2026-05-12', place: '临江县信访局三楼会议室' },
  'circulated-notice': { ...consequence, unit: '各有关单位' },
  'supervision-warning': { ...consequence, correctBy: '2026-05-30' },
  'listing-notice': {
    ...consequence,
    from: '2026-05-10',
    to: '2026-08-10',
    correctBy: '2026-07-31',
  },
};
