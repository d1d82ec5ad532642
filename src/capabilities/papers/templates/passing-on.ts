import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import {
  contactLine,
  day,
  h,
  list,
  p,
  petitionValues,
  prose,
  signature,
  toUnit,
  word,
} from './parts.ts';

const passedOn = {
  ...toUnit,
  demands: z.array(prose).min(1).max(200),
  /** 拟办意见: what the office asks of the unit. */
  instruction: prose.optional(),
  attachments: z.array(word).max(100).default([]),
};

const receiptRules = {
  within: '属于你单位职权范围的，请自收到之日起15日内书面告知信访人接收情况以及处理途径和程序。',
  objection:
    '不属于你单位或者你系统职权范围的，请自收到之日起5个工作日内提出异议并详细说明理由，经{we}核实同意后交还相关材料。',
};

/** 转送函, Reg. 22. */
export const referral = defineTemplate({
  kind: 'referral',
  data: z.strictObject(passedOn),
  slots: {
    title: '关于转送{names}信访事项的函',
    opening:
      '{names}通过{channel}反映的{matter}（登记编号：{number}，{receivedOn}收到），根据《信访工作条例》第二十二条规定，现转送你单位。',
    demandsTitle: '信访人的诉求',
    rulesTitle: '办理要求',
    rules: '请依照《信访工作条例》第二十三条第三款、第三十一条规定办理：',
    ...receiptRules,
    closing: '办理情况和结果请及时在信访信息系统中登记，并由你单位直接答复信访人。',
  },
  build: (data, say) => ({
    title: say('title', petitionValues(data)),
    addressee: `${data.unit}：`,
    blocks: [
      p(say('opening', petitionValues(data))),
      h(1, say('demandsTitle')),
      list(data.demands),
      h(1, say('rulesTitle')),
      ...(data.instruction === undefined ? [] : [p(data.instruction)]),
      p(say('rules')),
      list([say('within'), say('objection'), say('closing')]),
      contactLine(data.contact),
      signature,
    ],
    attachments: data.attachments,
  }),
});

/** 交办函, Reg. 22: with a period and a report back. */
export const assignment = defineTemplate({
  kind: 'assignment',
  data: z.strictObject({ ...passedOn, reportOn: day }),
  slots: {
    title: '关于交办{names}信访事项的函',
    opening:
      '{names}通过{channel}反映的{matter}（登记编号：{number}，{receivedOn}收到），根据《信访工作条例》第二十二条规定，现交你单位办理。',
    demandsTitle: '信访人的诉求',
    rulesTitle: '办理要求',
    rules: '请依照《信访工作条例》第二十三条第三款、第三十一条规定办理：',
    ...receiptRules,
    report:
      '请最迟于{reportOn}将办理结果报送{we}并提交办结报告。办结报告应当写明调查核实的事实、依据、对每项诉求的处理意见、落实和送达情况。',
    closing: '未能按期办结的，请在期限届满前书面说明原因和下一步安排。',
  },
  build: (data, say) => ({
    title: say('title', petitionValues(data)),
    addressee: `${data.unit}：`,
    blocks: [
      p(say('opening', petitionValues(data))),
      h(1, say('demandsTitle')),
      list(data.demands),
      h(1, say('rulesTitle')),
      ...(data.instruction === undefined ? [] : [p(data.instruction)]),
      p(say('rules')),
      list([
        say('within'),
        say('objection'),
        say('report', { reportOn: chineseDate(data.reportOn) }),
        say('closing'),
      ]),
      contactLine(data.contact),
      signature,
    ],
    attachments: data.attachments,
  }),
});

/** 移送函: an accusation (Reg. 22, 30) or a law-and-litigation matter (Reg. 22, 31(1)). */
export const handover = defineTemplate({
  kind: 'handover',
  data: z.strictObject({
    ...toUnit,
    ground: z.enum(['accusation', 'law-and-litigation']),
    instruction: prose.optional(),
    attachments: z.array(word).max(100).default([]),
  }),
  slots: {
    // Neither title names the petitioner: a title is read by whoever sees the envelope.
    titleAccusation: '关于移送检举控告类信访事项的函',
    titleLaw: '关于移送涉法涉诉信访事项的函',
    accusation:
      '{we}于{receivedOn}通过{channel}收到一件检举控告类信访事项（登记编号：{number}）。根据《信访工作条例》第二十二条、第三十条规定，现移送你单位依规依纪依法处理。',
    law: '{we}于{receivedOn}通过{channel}收到{names}反映的{matter}（登记编号：{number}），属于涉法涉诉信访事项。根据《信访工作条例》第二十二条、第三十一条第一项规定，现移送你单位依法处理。',
    secrecy:
      '请严格保密。不得将信访人的检举、揭发材料以及有关情况透露或者转给被检举、揭发的人员或者单位。',
    confirm: '收到后请确认接收，并将处理程序告知信访人；不属于你单位管辖的，请及时告知{we}。',
  },
  build: (data, say) => {
    const values = petitionValues(data);
    const accusation = data.ground === 'accusation';
    return {
      title: say(accusation ? 'titleAccusation' : 'titleLaw'),
      addressee: `${data.unit}：`,
      blocks: [
        p(say(accusation ? 'accusation' : 'law', values)),
        ...(data.instruction === undefined ? [] : [p(data.instruction)]),
        ...(accusation ? [p(say('secrecy'))] : []),
        p(say('confirm')),
        contactLine(data.contact),
        signature,
      ],
      attachments: data.attachments,
    };
  },
});
