import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import {
  contactSchema,
  contactLine,
  day,
  h,
  p,
  prose,
  sentence,
  signature,
  word,
} from './parts.ts';

/** 督查整改通知书: what an inspection found and what is to be corrected by when (U-1). */
export const correctionOrder = defineTemplate({
  kind: 'correction-order',
  data: z.strictObject({
    unit: word,
    theme: word,
    inspectedOn: day,
    team: word,
    findings: z
      .array(
        z.strictObject({
          kind: word,
          text: prose,
          basis: prose.nullable(),
          demand: prose,
          dueOn: day,
        }),
      )
      .min(1)
      .max(200),
    remark: prose,
    contact: contactSchema,
  }),
  slots: {
    title: '督查整改通知书',
    opening:
      '{inspectedOn}，{team}按照“{theme}”方案对你单位进行了督查。现将需要整改的问题通知如下。',
    finding: '{kind}',
    basis: '依据：{basis}',
    demand: '整改要求：{demand}',
    due: '完成时限：{dueOn}前。',
    closing:
      '请在时限内完成整改，书面报告整改情况并附证明材料，由督查组核实。没有整改到位的，重新限期整改。',
  },
  build: (data, say) => ({
    title: say('title'),
    addressee: `${data.unit}：`,
    blocks: [
      p(
        say('opening', {
          inspectedOn: chineseDate(data.inspectedOn),
          team: data.team,
          theme: data.theme,
        }),
      ),
      ...data.findings.flatMap((finding) => [
        h(1, say('finding', { kind: finding.kind })),
        p(sentence(finding.text)),
        ...(finding.basis === null ? [] : [p(sentence(say('basis', { basis: finding.basis })))]),
        p(sentence(say('demand', { demand: finding.demand }))),
        p(say('due', { dueOn: chineseDate(finding.dueOn) })),
      ]),
      p(sentence(data.remark)),
      p(say('closing')),
      contactLine(data.contact),
      signature,
    ],
  }),
});

const kindWords = {
  'improve-work': '改进工作建议',
  'improve-policy': '完善政策建议',
  'hold-accountable': '追究责任建议',
} as const;

/** 三项建议书: improve work, improve policy, hold accountable (Reg. 40). */
export const recommendation = defineTemplate({
  kind: 'recommendation',
  data: z.strictObject({
    unit: word,
    kind: z.enum(['improve-work', 'improve-policy', 'hold-accountable']),
    subject: word,
    reasons: prose,
    proposal: prose,
    answerBy: z.int().min(1).max(3650),
    basis: word,
    contact: contactSchema,
  }),
  slots: {
    title: '关于{subject}的{kind}书',
    opening: '根据《信访工作条例》第四十条的规定，现向你单位提出{kind}。',
    reasonsTitle: '问题和理由',
    proposalTitle: '建议内容',
    answerTitle: '答复',
    answer:
      '请在收到本建议书之日起{days}日内书面答复是否采纳（{basis}）。采纳的，写明怎样落实、何时完成；部分采纳或者不予采纳的，说明理由。',
  },
  build: (data, say) => {
    const kind = kindWords[data.kind];
    return {
      title: say('title', { subject: data.subject, kind }),
      addressee: `${data.unit}：`,
      blocks: [
        p(say('opening', { kind })),
        h(1, say('reasonsTitle')),
        p(data.reasons),
        h(1, say('proposalTitle')),
        p(data.proposal),
        h(1, say('answerTitle')),
        p(say('answer', { days: String(data.answerBy), basis: data.basis })),
        contactLine(data.contact),
        signature,
      ],
    };
  },
});
