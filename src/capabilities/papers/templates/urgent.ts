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

const levelWords = { major: '重大', urgent: '紧急' } as const;

/** 重大紧急信访事项报告, Reg. 25; sent at once, this paper confirms it. */
export const urgentReport = defineTemplate({
  kind: 'urgent-report',
  data: z.strictObject({
    ...toUnit,
    copies: z.array(word).max(20).default([]),
    level: z.enum(['major', 'urgent']),
    /** 续报 */
    later: z.boolean(),
    reportedOn: day,
    persons: z.int().min(1),
    demands: z.array(prose).min(1).max(200),
    situation: prose,
    measures: prose.optional(),
  }),
  slots: {
    title: '关于{names}反映{matter}的{level}信访事项报告',
    titleLater: '关于{names}反映{matter}的{level}信访事项续报',
    opening:
      '{names}通过{channel}反映的{matter}（登记编号：{number}，{receivedOn}收到，涉及{persons}人），属于可能造成社会影响的{level}信访事项。根据《信访工作条例》第二十五条规定，{we}已于{reportedOn}报告，现将情况书面报告如下。',
    openingLater:
      '{we}此前报告的{matter}（登记编号：{number}）{level}信访事项，截至{reportedOn}的最新情况续报如下。',
    demandsTitle: '主要诉求',
    situationTitle: '基本情况',
    measuresTitle: '已采取的措施和建议',
    closing: '请确认收到，并将处理意见及时回复{we}。后续情况将随时续报。',
    closingLater: '请确认收到。后续情况将随时续报。',
  },
  build: (data, say) => {
    const values = {
      ...petitionValues(data),
      level: levelWords[data.level],
      persons: data.persons,
      reportedOn: chineseDate(data.reportedOn),
    };
    return {
      title: say(data.later ? 'titleLater' : 'title', values),
      addressee: `${data.unit}：`,
      blocks: [
        p(say(data.later ? 'openingLater' : 'opening', values)),
        ...(data.later ? [] : [h(1, say('demandsTitle')), list(data.demands)]),
        h(1, say('situationTitle')),
        p(data.situation),
        ...(data.measures === undefined ? [] : [h(1, say('measuresTitle')), p(data.measures)]),
        p(say(data.later ? 'closingLater' : 'closing')),
        contactLine(data.contact),
        signature,
      ],
      copies: data.copies,
    };
  },
});
