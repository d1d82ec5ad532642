import { z } from 'zod';
import { defineTemplate, type Content, type Say } from '../template.ts';
import { chineseDate } from '../wording.ts';
import { contactLine, contactSchema, day, h, p, prose, signature, word } from './parts.ts';

/*
 * The three letters (三函, U-4). They go to units about how a matter is handled and name no
 * petitioner: number, day of receipt and matter tell the unit enough.
 */

const data = z.strictObject({
  /** To whom it goes. */
  unit: word,
  /** Who is supervised. */
  subject: word,
  petition: z.strictObject({ number: word, receivedOn: day, channel: word }),
  contact: contactSchema,
  /** Earlier letters of the ladder, oldest first. */
  former: z
    .array(
      z.strictObject({
        title: word,
        number: word.optional(),
        servedOn: day,
        dueOn: day,
        end: z.enum(['unanswered', 'raised']),
      }),
    )
    .max(20)
    .default([]),
  words: prose.optional(),
  days: z.int().min(1).max(60),
  copies: z.array(word).max(20).default([]),
});

type Data = z.output<typeof data>;

const common = {
  situationTitle: '有关情况',
  unanswered:
    '{we}于{servedOn}送达的《{title}》{number}要求在{dueOn}前书面回复，至今未收到书面回复。',
  raised: '{we}于{servedOn}送达的《{title}》{number}发出后，有关问题仍未解决。',
  demandTitle: '有关要求',
};

type Slot = keyof typeof common | 'title' | 'opening' | 'demand' | 'closing';

/** What all three say, in one order: the matter, what came before, what is wrong, what is asked. */
function build(given: Data, say: Say<Slot>): Content {
  const values = {
    subject: given.subject,
    number: given.petition.number,
    receivedOn: chineseDate(given.petition.receivedOn),
    channel: given.petition.channel,
    days: given.days,
  };
  const former = given.former.map(({ end, title, number, servedOn, dueOn }) =>
    p(
      say(end, {
        title,
        number: number === undefined ? '' : `（${number}）`,
        servedOn: chineseDate(servedOn),
        dueOn: chineseDate(dueOn),
      }),
    ),
  );
  return {
    title: say('title', values),
    addressee: `${given.unit}：`,
    blocks: [
      p(say('opening', values)),
      h(1, say('situationTitle')),
      ...former,
      ...(given.words === undefined ? [] : [p(given.words)]),
      h(1, say('demandTitle')),
      p(say('demand', values)),
      contactLine(given.contact),
      p(say('closing')),
      signature,
    ],
    copies: given.copies,
  };
}

/** 提醒函 */
export const reminder = defineTemplate({
  kind: 'reminder',
  data,
  slots: {
    ...common,
    title: '关于信访事项办理情况的提醒函',
    opening:
      '你单位承办的信访事项（登记编号：{number}，{receivedOn}通过{channel}提出），在办理中存在需要提醒注意的问题。根据《信访工作条例》第四十条的有关规定，现提醒如下。',
    demand:
      '请你单位对照检查，依法按期办理，并自收到本函之日起{days}个工作日内，将办理情况和改进措施书面回复{we}。逾期未回复的，{we}将按程序督办。',
    closing: '特此函告。',
  },
  build,
});

/** 督办函 */
export const supervisionLetter = defineTemplate({
  kind: 'supervision-letter',
  data,
  slots: {
    ...common,
    title: '关于信访事项的督办函',
    opening:
      '你单位承办的信访事项（登记编号：{number}，{receivedOn}通过{channel}提出），经了解，存在应当督办的情形。根据《信访工作条例》第四十条的规定，现予督办。',
    demand:
      '请你单位主要负责人负责，查明原因，限期整改，依法作出处理并答复信访人，自收到本函之日起{days}个工作日内将办理结果和整改情况书面回复{we}。逾期未回复或者整改不力的，{we}将依照规定提出问责建议。',
    closing: '特此函告。',
  },
  build,
});

/** 问责建议函, to the body that can hold to account; the unit gets a copy. */
export const accountabilityRecommendation = defineTemplate({
  kind: 'accountability-recommendation',
  data,
  slots: {
    ...common,
    title: '关于{subject}信访工作责任的问责建议函',
    opening:
      '{subject}承办的信访事项（登记编号：{number}，{receivedOn}通过{channel}提出），经{we}提醒、督办，仍未按规定办理。根据《信访工作条例》第四十条的规定，现向你单位提出追究责任的建议。',
    demand:
      '建议你单位按照管理权限，依照《信访工作条例》和《信访工作责任制实施办法》，对有关单位和责任人员调查核实后作出处理，并自收到本函之日起{days}个工作日内，将是否采纳建议及处理情况书面反馈{we}。',
    closing: '特此函告。',
  },
  build,
});
