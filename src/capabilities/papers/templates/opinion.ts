import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import {
  contactLine,
  day,
  h,
  isPlural,
  list,
  p,
  petitionValues,
  petitionerAddress,
  prose,
  sentence,
  signature,
  toPetitioner,
  word,
} from './parts.ts';

/** Reg. 32: each demand is supported, explained, or not supported. */
export const outcomes = ['supported', 'explained', 'not-supported'] as const;

const demandSchema = z.strictObject({
  text: prose,
  facts: prose,
  legalBasis: z.array(prose).min(1).max(30),
  outcome: z.enum(outcomes),
  opinion: prose,
  /** Supported demands: what is done, by whom, until when. */
  execution: prose.optional(),
});

/** 处理意见书, Reg. 31(6), 32 and 35; elements as listed in the rules. */
export const opinion = defineTemplate({
  kind: 'opinion',
  data: z.strictObject({
    ...toPetitioner,
    referred: z.strictObject({ by: word, on: day }).optional(),
    acceptedOn: day,
    demands: z.array(demandSchema).min(1).max(200),
    /** The bodies that may review; where two are lawful the petitioner chooses. */
    reviewBodies: z.array(word).min(1).max(4),
  }),
  slots: {
    title: '关于{names}反映{matter}信访事项的处理意见书',
    received:
      '{you}于{receivedOn}通过{channel}提出的信访事项（登记编号：{number}），{we}于{acceptedOn}受理。',
    receivedReferred:
      '{you}于{receivedOn}通过{channel}提出的信访事项（登记编号：{number}），由{by}于{on}转送{we}，{we}于{acceptedOn}受理。',
    handled: '{we}听取了{you}陈述的事实和理由，进行了调查核实，现提出处理意见如下。',
    demandsTitle: '信访诉求',
    perDemandTitle: '调查核实情况和处理意见',
    demandTitle: '关于第{ordinal}项诉求',
    facts: '经调查核实：{text}',
    basis: '依据：{text}',
    supported: '处理意见：予以支持。{text}',
    explained: '处理意见：诉求合理但缺乏法律依据，现作如下解释说明。{text}',
    'not-supported': '处理意见：不予支持。{text}',
    execution: '落实安排：{text}',
    reviewTitle: '权利告知',
    review:
      '根据《信访工作条例》第三十五条规定，{you}对本处理意见不服的，可以自收到本意见书之日起30日内，向{reviewBodies}请求复查。因正当理由未能按期请求的，请在请求时说明理由。',
  },
  plural: isPlural,
  build: (data, say) => {
    const values = { ...petitionValues(data), acceptedOn: chineseDate(data.acceptedOn) };
    const several = data.demands.length > 1;
    return {
      title: say('title', values),
      addressee: petitionerAddress(data.petitioner),
      blocks: [
        p(
          data.referred === undefined
            ? say('received', values)
            : say('receivedReferred', {
                ...values,
                by: data.referred.by,
                on: chineseDate(data.referred.on),
              }),
        ),
        p(say('handled')),
        h(1, say('demandsTitle')),
        list(data.demands.map((demand) => demand.text)),
        h(1, say('perDemandTitle')),
        ...data.demands.flatMap((demand, index) => [
          ...(several ? [h(2, say('demandTitle', { ordinal: index + 1 }))] : []),
          p(say('facts', { text: demand.facts })),
          p(say('basis', { text: sentence(demand.legalBasis.join('；')) })),
          p(say(demand.outcome, { text: demand.opinion })),
          ...(demand.execution === undefined
            ? []
            : [p(say('execution', { text: demand.execution }))]),
        ]),
        h(1, say('reviewTitle')),
        p(say('review', { reviewBodies: data.reviewBodies.join('或者') })),
        contactLine(data.contact),
        signature,
      ],
    };
  },
});
