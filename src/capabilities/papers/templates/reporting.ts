import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import { outcomes } from './opinion.ts';
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

const outcomeWords: Readonly<Record<(typeof outcomes)[number], string>> = {
  supported: '予以支持',
  explained: '解释说明',
  'not-supported': '不予支持',
};

/** 办结报告, Reg. 22: the assigned unit's report to the assigner (P-4b). */
export const conclusionReport = defineTemplate({
  kind: 'conclusion-report',
  data: z.strictObject({
    ...toUnit,
    assigned: z.strictObject({ number: word, on: day }),
    demands: z
      .array(z.strictObject({ text: prose, outcome: z.enum(outcomes), opinion: prose }))
      .min(1)
      .max(200),
    investigation: prose,
    /** 处理意见书 or another paper by which the petitioner was answered. */
    answer: z.strictObject({ title: word, number: word.optional(), servedOn: day, means: word }),
    execution: prose,
    petitionerView: prose,
    signer: word,
    drafter: word,
    attachments: z.array(word).max(100).default([]),
  }),
  slots: {
    title: '关于{names}反映{matter}信访事项的办结报告',
    opening:
      '贵单位{assignedNumber}（{assignedOn}）交办的{names}信访事项（登记编号：{number}，{receivedOn}通过{channel}提出），{we}已经办结。现将有关情况报告如下。',
    demandsTitle: '反映的主要问题和诉求',
    investigationTitle: '调查核实情况',
    opinionsTitle: '处理意见',
    executionTitle: '落实情况',
    serviceTitle: '答复和送达情况',
    service: '{answer}于{servedOn}以{means}方式送达信访人。',
    viewTitle: '信访人意见',
    people: '签发人：{signer}，经办人：{drafter}。',
    closing: '特此报告。',
  },
  build: (data, say) => {
    const values = petitionValues(data);
    const number = data.answer.number === undefined ? '' : `（${data.answer.number}）`;
    return {
      title: say('title', values),
      addressee: `${data.unit}：`,
      blocks: [
        p(
          say('opening', {
            ...values,
            assignedNumber: data.assigned.number,
            assignedOn: chineseDate(data.assigned.on),
          }),
        ),
        h(1, say('demandsTitle')),
        list(data.demands.map((demand) => demand.text)),
        h(1, say('investigationTitle')),
        p(data.investigation),
        h(1, say('opinionsTitle')),
        list(data.demands.map((demand) => `${outcomeWords[demand.outcome]}。${demand.opinion}`)),
        h(1, say('executionTitle')),
        p(data.execution),
        h(1, say('serviceTitle')),
        p(
          say('service', {
            answer: `${data.answer.title}${number}`,
            servedOn: chineseDate(data.answer.servedOn),
            means: data.answer.means,
          }),
        ),
        h(1, say('viewTitle')),
        p(data.petitionerView),
        p(say('people', { signer: data.signer, drafter: data.drafter })),
        contactLine(data.contact),
        p(say('closing')),
        signature,
      ],
      attachments: data.attachments,
    };
  },
});

/** 异议核查意见, Reg. 23(3): whether the unit may return the petition. */
export const objectionDecision = defineTemplate({
  kind: 'objection-decision',
  data: z.strictObject({
    ...toUnit,
    objectedOn: day,
    objection: prose,
    agreed: z.boolean(),
    reason: prose,
  }),
  slots: {
    title: '关于{names}信访事项异议的核查意见',
    opening:
      '你单位于{objectedOn}对{names}反映的{matter}（登记编号：{number}）提出异议：{objection}',
    agreed:
      '经核实，根据《信访工作条例》第二十三条第三款规定，同意你单位的异议。请交还相关材料，该事项由{we}重新确定承办单位。',
    rejected:
      '经核实，根据《信访工作条例》第二十三条第三款规定，不同意你单位的异议。请继续办理，并依照规定期限书面告知信访人。原办理期限不因提出异议而延长。',
    reason: '理由：{text}',
  },
  build: (data, say) => ({
    title: say('title', petitionValues(data)),
    addressee: `${data.unit}：`,
    blocks: [
      p(
        say('opening', {
          ...petitionValues(data),
          objectedOn: chineseDate(data.objectedOn),
          objection: data.objection,
        }),
      ),
      p(say(data.agreed ? 'agreed' : 'rejected')),
      p(say('reason', { text: data.reason })),
      contactLine(data.contact),
      signature,
    ],
  }),
});

/** 责任单位确定意见, Reg. 24: the common superior or the joint meeting names the unit. */
export const adjudication = defineTemplate({
  kind: 'adjudication',
  data: z.strictObject({
    ...toUnit,
    disputing: z.array(word).min(1).max(20),
    decidedBy: z.enum(['common-superior', 'joint-meeting']),
    mainHandler: word,
    coHandlers: z.array(word).max(20).default([]),
    reason: prose,
  }),
  slots: {
    title: '关于确定{names}信访事项责任单位的意见',
    opening:
      '{names}反映的{matter}（登记编号：{number}），{disputing}对受理存在争议。根据《信访工作条例》第二十四条规定，{decidedBy}决定如下：',
    main: '由{mainHandler}受理并主办。',
    both: '由{mainHandler}受理并主办，{coHandlers}协办。',
    reason: '理由：{text}',
    start:
      '请{mainHandler}自收到本意见之日起15日内书面告知信访人接收情况以及处理途径和程序，不得再行推诿。',
  },
  build: (data, say) => ({
    title: say('title', petitionValues(data)),
    addressee: `${data.unit}：`,
    blocks: [
      p(
        say('opening', {
          ...petitionValues(data),
          disputing: data.disputing.join('、'),
          decidedBy:
            data.decidedBy === 'common-superior' ? '作为共同的上级机关' : '信访工作联席会议协调',
        }),
      ),
      p(
        data.coHandlers.length === 0
          ? say('main', { mainHandler: data.mainHandler })
          : say('both', { mainHandler: data.mainHandler, coHandlers: data.coHandlers.join('、') }),
      ),
      p(say('reason', { text: data.reason })),
      p(say('start', { mainHandler: data.mainHandler })),
      contactLine(data.contact),
      signature,
    ],
  }),
});
