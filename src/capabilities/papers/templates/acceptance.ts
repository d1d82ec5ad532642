import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import {
  contactLine,
  contestSchema,
  day,
  h,
  isPlural,
  list,
  p,
  petitionValues,
  petitionerAddress,
  prose,
  signature,
  toPetitioner,
  wayNumeral,
  word,
} from './parts.ts';

/** From whom the unit received the petition, when it was not made to the unit itself. */
const referredSchema = z.strictObject({ by: word, on: day });

/** 受理告知书, Reg. 23(2) and 23(3). */
export const acceptanceNotice = defineTemplate({
  kind: 'acceptance-notice',
  data: z.strictObject({
    ...toPetitioner,
    referred: referredSchema.optional(),
    acceptedOn: day,
    demands: z.array(prose).min(1).max(200),
    /** Way of Reg. 31 by which the unit itself handles the matter: 3 to 6. */
    way: z.union([z.literal(3), z.literal(4), z.literal(5), z.literal(6)]),
    /** For ways 3 to 5: the procedure started, 行政确认程序. */
    procedure: word.optional(),
    /** Last day of the period, as counted by the calendar. */
    dueOn: day,
    /** Of the procedure that way 3 to 5 starts: 《劳动保障监察条例》第十七条. */
    periodBasis: word.optional(),
    /** What the unit adds in its own words, as which procedure was started and why. */
    explanation: prose.optional(),
  }),
  slots: {
    title: '信访事项受理告知书',
    received:
      '{you}于{receivedOn}通过{channel}反映的{matter}（登记编号：{number}），{we}已经收到。',
    receivedReferred:
      '{you}于{receivedOn}通过{channel}反映的{matter}（登记编号：{number}），由{by}于{on}转送{we}。',
    accepted:
      '经审查，该事项属于{we}职权范围。根据《信访工作条例》第二十三条规定，{we}于{acceptedOn}决定受理。受理的诉求如下：',
    routeTitle: '处理途径和程序',
    routeOpinion:
      '该事项按照《信访工作条例》第三十一条第六项规定办理。{we}将听取{you}陈述事实和理由并调查核实，出具信访处理意见书。',
    routeProcedure:
      '该事项按照《信访工作条例》第三十一条第{way}项规定，适用{procedure}办理，由{we}依照该程序作出决定或者答复。',
    periodTitle: '办理期限',
    periodOpinion:
      '自受理之日起60日内办结，即最迟{dueOn}。情况复杂需要延长的，{we}将在期限届满前告知{you}理由，延长最多30日（第三十四条）。',
    periodProcedure: '依照{basis}，最迟{dueOn}办结。',
    rightsTitle: '{you}的权利',
    rights:
      '{you}可以凭登记编号和查询码查询进度、补充材料和陈述意见；认为承办人员与本事项有直接利害关系的，可以要求其回避（第二十八条第三款）。',
  },
  plural: isPlural,
  build: (data, say) => {
    const values = petitionValues(data);
    const due = { dueOn: chineseDate(data.dueOn) };
    const opinion = data.way === 6;
    return {
      title: say('title'),
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
        p(say('accepted', { acceptedOn: chineseDate(data.acceptedOn) })),
        list(data.demands),
        h(1, say('routeTitle')),
        p(
          opinion
            ? say('routeOpinion')
            : say('routeProcedure', {
                way: wayNumeral[data.way],
                procedure: data.procedure ?? '相应法定程序',
              }),
        ),
        ...(data.explanation === undefined ? [] : [p(data.explanation)]),
        h(1, say('periodTitle')),
        p(
          opinion
            ? say('periodOpinion', due)
            : say('periodProcedure', { ...due, basis: data.periodBasis ?? '该程序的规定' }),
        ),
        h(1, say('rightsTitle')),
        p(say('rights')),
        contactLine(data.contact),
        signature,
      ],
    };
  },
});

/** 不予受理告知书, Reg. 19(3), 23(2), 31, 35. Jurisdiction is never a ground: that is passed on. */
export const refusal = defineTemplate({
  kind: 'refusal',
  data: z.strictObject({
    ...toPetitioner,
    ground: z.enum(['same-matter-open', 'legal-route', 'review-period-running', 'unclear-request']),
    /** For legal-route: the way of Reg. 31; left out, the text names all five. */
    way: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]).optional(),
    /** The office's reasons on the facts of this matter. */
    explanation: prose,
    /** What the petitioner can do: where to turn, until when. */
    advice: prose,
    contest: contestSchema,
  }),
  slots: {
    title: '信访事项不予受理告知书',
    opening: '{you}于{receivedOn}通过{channel}反映的{matter}（登记编号：{number}）收悉。',
    'same-matter-open':
      '经审查，该事项已经由有权处理的机关、单位受理或者正在办理。根据《信访工作条例》第十九条第三款规定，决定不予受理。',
    'legal-route':
      '经审查，该事项属于《信访工作条例》第三十一条第{way}项规定的情形，应当依照相应的法定程序处理。决定不作为信访程序事项受理。',
    'review-period-running':
      '经审查，该事项已经出具处理（复查）意见，请求复查（复核）的期限尚未届满。根据《信访工作条例》第三十五条、第三十六条规定，应当通过复查（复核）程序处理，决定不予重复受理。',
    'unclear-request':
      '经审查，该事项没有载明具体的请求、事实和理由，经{we}一次性告知后仍不能明确。根据《信访工作条例》第十九条第一款规定，决定不予受理。',
    reasonsTitle: '理由',
    adviceTitle: '{you}可以怎么做',
    contest:
      '对本决定有异议的，可以凭登记编号和查询码在网上提出，或者到窗口、来电提出，由没有参与本决定的人员在{days}日内核查并答复。',
  },
  plural: isPlural,
  build: (data, say) => ({
    title: say('title'),
    addressee: petitionerAddress(data.petitioner),
    blocks: [
      p(say('opening', petitionValues(data))),
      p(say(data.ground, { way: data.way === undefined ? '一项至第五' : wayNumeral[data.way] })),
      h(1, say('reasonsTitle')),
      p(data.explanation),
      h(1, say('adviceTitle')),
      p(data.advice),
      p(say('contest', { days: data.contest.days })),
      contactLine(data.contact),
      signature,
    ],
  }),
});

/** 不再受理告知书, Reg. 36(3), and for law-and-litigation matters that were ended by law. */
export const noLongerAccepted = defineTemplate({
  kind: 'no-longer-accepted',
  data: z.strictObject({
    ...toPetitioner,
    ground: z.enum(['procedure-ended', 'legally-ended']),
    /** The decision that ended the matter; left out, the explanation names it. */
    ended: z
      .strictObject({
        by: word,
        number: word,
        on: day,
        /** Number of the earlier petition, where it is known here. */
        petition: word.optional(),
      })
      .optional(),
    explanation: prose,
    contest: contestSchema,
  }),
  slots: {
    title: '信访事项不再受理告知书',
    opening: '{you}于{receivedOn}通过{channel}反映的{matter}（登记编号：{number}）收悉。',
    'procedure-ended':
      '经审查，该事项已经由{by}于{on}作出复核意见（{decision}）。{you}仍然以同一事实和理由提出请求，根据《信访工作条例》第三十六条第三款规定，不再受理。',
    'legally-ended':
      '经审查，该涉法涉诉事项已经由{by}于{on}依法作出终结结论（{decision}），不再受理。',
    procedureEndedPlain:
      '经审查，该事项已经复查、复核，信访程序已经终结。{you}仍然以同一事实和理由提出请求，根据《信访工作条例》第三十六条第三款规定，不再受理。',
    legallyEndedPlain: '经审查，该涉法涉诉事项已经依法终结，不再受理。',
    earlier: '原信访事项登记编号：{petition}。',
    newFacts:
      '有新的事实或者理由的，可以作为新的信访事项提出。有生活困难的，可以向当地申请社会救助、司法救助（第三十七条）。',
    contest:
      '对本告知有异议的，可以凭登记编号和查询码在网上提出，或者到窗口、来电提出，由没有参与本决定的人员在{days}日内核查并答复。',
  },
  plural: isPlural,
  build: (data, say) => ({
    title: say('title'),
    addressee: petitionerAddress(data.petitioner),
    blocks: [
      p(say('opening', petitionValues(data))),
      p(
        data.ended === undefined
          ? say(data.ground === 'procedure-ended' ? 'procedureEndedPlain' : 'legallyEndedPlain')
          : say(data.ground, {
              by: data.ended.by,
              on: chineseDate(data.ended.on),
              decision: data.ended.number,
            }),
      ),
      ...(data.ended?.petition === undefined
        ? []
        : [p(say('earlier', { petition: data.ended.petition }))]),
      p(data.explanation),
      p(say('newFacts')),
      p(say('contest', { days: data.contest.days })),
      contactLine(data.contact),
      signature,
    ],
  }),
});

/** 告知书(导入法定途径), Reg. 31(1)-(5). */
export const redirection = defineTemplate({
  kind: 'redirection',
  data: z.strictObject({
    ...toPetitioner,
    way: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5)]),
    /** 劳动人事争议仲裁 */
    procedure: word,
    body: word,
    bodyAddress: word.optional(),
    bodyPhone: word.optional(),
    /** Law on which the procedure rests, with article. */
    legalBasis: prose,
    /** Until when the petitioner can turn there, in words. */
    timeLimit: prose.optional(),
    /** True: the office hands the file over itself; false: the petitioner has to apply. */
    handedOver: z.boolean(),
    contest: contestSchema,
  }),
  slots: {
    title: '信访事项导入法定途径告知书',
    opening: '{you}于{receivedOn}通过{channel}反映的{matter}（登记编号：{number}）收悉。',
    decision:
      '经审查，该事项属于《信访工作条例》第三十一条第{way}项规定的情形，应当通过{procedure}解决，由{body}处理。依据：{legalBasis}',
    handedOver:
      '{we}已将有关材料转交{body}。在该单位确认接收之前，{we}继续负责跟进并告知{you}进展。',
    apply: '请{you}直接向{body}提出申请。需要帮助准备材料的，可以联系{we}。',
    where: '{body}联系方式：{details}。',
    limit: '请注意期限：{timeLimit}',
    contest:
      '对本告知有异议的，可以凭登记编号和查询码在网上提出，或者到窗口、来电提出，由没有参与本决定的人员在{days}日内核查并答复。',
  },
  plural: isPlural,
  build: (data, say) => {
    const details = [data.bodyAddress, data.bodyPhone].filter((part) => part !== undefined);
    const body = { body: data.body };
    return {
      title: say('title'),
      addressee: petitionerAddress(data.petitioner),
      blocks: [
        p(say('opening', petitionValues(data))),
        p(
          say('decision', {
            ...body,
            way: wayNumeral[data.way],
            procedure: data.procedure,
            legalBasis: data.legalBasis,
          }),
        ),
        p(say(data.handedOver ? 'handedOver' : 'apply', body)),
        ...(details.length === 0
          ? []
          : [p(say('where', { ...body, details: details.join('，') }))]),
        ...(data.timeLimit === undefined ? [] : [p(say('limit', { timeLimit: data.timeLimit }))]),
        p(say('contest', { days: data.contest.days })),
        contactLine(data.contact),
        signature,
      ],
    };
  },
});
