import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import {
  contactLine,
  day,
  h,
  isPlural,
  p,
  petitionValues,
  petitionerAddress,
  prose,
  signature,
  toPetitioner,
  word,
} from './parts.ts';

/** 异议核查答复: what somebody who had no part in the step found (P-19). */
export const contestDecision = defineTemplate({
  kind: 'contest-decision',
  data: z.strictObject({
    ...toPetitioner,
    contestedOn: day,
    /** The step as it is called: 不予受理. */
    step: word,
    /** What the petitioner said against it; nothing need be said. */
    contest: prose.optional(),
    upheld: z.boolean(),
    /** Who has the matter now. */
    handler: word,
    reason: prose,
  }),
  slots: {
    title: '信访事项异议核查答复',
    opening:
      '{you}于{contestedOn}对{matter}（登记编号：{number}）的“{step}”提出异议。{we}指定没有参加过该步骤的人员进行了核查，现答复如下：',
    contestTitle: '{you}的意见',
    findingTitle: '核查情况和理由',
    resultTitle: '核查结论',
    upheld: '异议成立。该事项自即日起重新办理，现由{handler}负责，登记编号和查询码不变。',
    rejected: '异议不成立，维持原来的处理。',
    rights:
      '有新的事实或者理由的，可以重新提出信访事项；依法可以通过诉讼、仲裁、行政复议等途径解决的，{you}的权利不受本答复影响。',
  },
  plural: isPlural,
  build: (data, say) => ({
    title: say('title'),
    addressee: petitionerAddress(data.petitioner),
    blocks: [
      p(
        say('opening', {
          ...petitionValues(data),
          contestedOn: chineseDate(data.contestedOn),
          step: data.step,
        }),
      ),
      ...(data.contest === undefined ? [] : [h(1, say('contestTitle')), p(data.contest)]),
      h(1, say('findingTitle')),
      p(data.reason),
      h(1, say('resultTitle')),
      p(say(data.upheld ? 'upheld' : 'rejected', { handler: data.handler })),
      ...(data.upheld ? [] : [p(say('rights'))]),
      contactLine(data.contact),
      signature,
    ],
  }),
});
