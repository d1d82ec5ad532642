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

/** Second and third stage of the procedure (Reg. 35, 36). */
const stage = z.enum(['review', 're-examination']);

/** The opinion that is contested. */
const contested = z.strictObject({
  unit: word,
  title: word,
  number: word.optional(),
  servedOn: day,
});

const stageWords = {
  review: { name: '复查', article: '第三十五条', contested: '处理意见' },
  're-examination': { name: '复核', article: '第三十六条', contested: '复查意见' },
} as const;

/** 临江县住房和城乡建设局《处理意见书》（临住建信处字〔2026〕3号） */
const contestedWords = (data: z.output<typeof contested>): string =>
  `${data.unit}《${data.title}》${data.number === undefined ? '' : `（${data.number}）`}`;

const requestValues = (data: {
  stage: z.output<typeof stage>;
  contested: z.output<typeof contested>;
  requestedOn: string;
}) => ({
  stage: stageWords[data.stage].name,
  article: stageWords[data.stage].article,
  contested: contestedWords(data.contested),
  requestedOn: chineseDate(data.requestedOn),
});

/** 复查复核受理告知书: that the request is examined, and until when (Reg. 35, 36). */
export const reviewAcceptance = defineTemplate({
  kind: 'review-acceptance',
  data: z.strictObject({
    ...toPetitioner,
    stage,
    contested,
    requestedOn: day,
    acceptedOn: day,
    /** Last day of the 30 days, as counted by the calendar. */
    dueOn: day,
  }),
  slots: {
    title: '信访事项{stage}受理告知书',
    received:
      '{you}于{requestedOn}对{contested}提出的{stage}申请（登记编号：{number}），{we}已经收到。经审查，决定予以受理。',
    period:
      '根据《信访工作条例》{article}规定，{we}自收到申请之日起30日内提出{stage}意见并书面答复，即最迟{dueOn}。',
    hearing: '复核需要举行听证的，听证所需时间不计算在内。',
    rightsTitle: '{you}的权利',
    rights:
      '作出原意见的单位和人员不参加本次{stage}。{you}认为承办人员与本事项有直接利害关系的，可以要求其回避（第二十八条第三款）；可以凭登记编号和查询码查看进度；作出决定前可以撤回申请。',
  },
  plural: isPlural,
  build: (data, say) => {
    const values = {
      ...petitionValues(data),
      ...requestValues(data),
      dueOn: chineseDate(data.dueOn),
    };
    return {
      title: say('title', values),
      addressee: petitionerAddress(data.petitioner),
      blocks: [
        p(say('received', values)),
        p(say('period', values)),
        ...(data.stage === 're-examination' ? [p(say('hearing'))] : []),
        h(1, say('rightsTitle')),
        p(say('rights', values)),
        contactLine(data.contact),
        signature,
      ],
    };
  },
});

/** 复查复核不予受理告知书: why a request is not examined. */
export const reviewRefusal = defineTemplate({
  kind: 'review-refusal',
  data: z.strictObject({
    ...toPetitioner,
    stage,
    contested,
    requestedOn: day,
    /** The last day on which it could be asked for. */
    lastOn: day,
    ground: z.enum(['late', 'not-entitled', 'not-reviewable', 'other-body']),
    explanation: prose,
  }),
  slots: {
    title: '信访事项{stage}不予受理告知书',
    received: '{you}于{requestedOn}对{contested}提出的{stage}申请（登记编号：{number}）收悉。',
    late: '经查，上述意见书于{servedOn}送达，申请{stage}的最后一日为{lastOn}。{you}的申请超过了规定的期限，所述理由不构成正当理由。根据《信访工作条例》{article}规定，决定不予受理。',
    'not-entitled':
      '经查，申请人不是上述意见书所答复的信访人，也未受其委托。根据《信访工作条例》{article}规定，决定不予受理。',
    'not-reviewable':
      '经查，所申请的事项不属于可以{stage}的范围。根据《信访工作条例》{article}规定，决定不予受理。',
    'other-body':
      '经查，上述意见依法由其他机关负责{stage}。根据《信访工作条例》{article}规定，决定不予受理。',
    explanation: '具体理由：{text}',
    rights:
      '{you}可以凭登记编号和查询码查看进度。对不予受理有异议的，可以补充理由和材料再次提出申请，由没有承办本决定的人员审查。',
  },
  plural: isPlural,
  build: (data, say) => {
    const values = {
      ...petitionValues(data),
      ...requestValues(data),
      servedOn: chineseDate(data.contested.servedOn),
      lastOn: chineseDate(data.lastOn),
    };
    return {
      title: say('title', values),
      addressee: petitionerAddress(data.petitioner),
      blocks: [
        p(say('received', values)),
        p(say(data.ground, values)),
        p(say('explanation', { text: sentence(data.explanation) })),
        p(say('rights')),
        contactLine(data.contact),
        signature,
      ],
    };
  },
});

const decisionData = z.strictObject({
  ...toPetitioner,
  contested,
  requestedOn: day,
  /** What the petitioner says against the contested opinion. */
  grounds: prose,
  demands: z
    .array(
      z.strictObject({
        text: prose,
        finding: z.enum(['upheld', 'changed', 'handle-again']),
        facts: prose,
        legalBasis: z.array(prose).min(1).max(30),
        opinion: prose,
      }),
    )
    .min(1)
    .max(200),
  outcome: z.enum(['upheld', 'changed', 'handle-again']),
  conclusion: prose,
  /** Days of the hearing, which the period leaves out. */
  hearing: z.strictObject({ from: day, to: day }).optional(),
  /** Who may re-examine; only of a review opinion. */
  nextBodies: z.array(word).max(4),
});

const decisionSlots = {
  title: '关于{names}反映{matter}信访事项的{stage}意见书',
  received:
    '{you}不服{contested}，于{requestedOn}提出{stage}申请（登记编号：{number}）。{we}依法审查了原意见认定的事实、适用的依据和办理程序，现提出{stage}意见如下。',
  groundsTitle: '申请{stage}的理由',
  hearing: '复核期间，{we}于{from}至{to}举行听证，听证时间不计入复核期限。',
  demandsTitle: '信访诉求',
  perDemandTitle: '审查情况和意见',
  demandTitle: '关于第{ordinal}项诉求',
  facts: '经审查：{text}',
  basis: '依据：{text}',
  upheld: '审查意见：维持原意见。{text}',
  changed: '审查意见：变更原意见。{text}',
  'handle-again': '审查意见：要求原办理单位重新办理。{text}',
  conclusionTitle: '{stage}结论',
  conclusionUpheld: '维持{contested}。{text}',
  conclusionChanged: '变更{contested}。{text}',
  conclusionAgain:
    '撤销{contested}，由原办理单位重新办理；没有新的事实或者依据，不得作出与原意见相同的意见。{text}',
  rightsTitle: '权利告知',
} as const;

type DecisionSlot = keyof typeof decisionSlots;
type SayDecision = (
  slot: DecisionSlot,
  values?: Readonly<Record<string, string | number>>,
) => string;

const conclusionSlots = {
  upheld: 'conclusionUpheld',
  changed: 'conclusionChanged',
  'handle-again': 'conclusionAgain',
} as const satisfies Record<string, DecisionSlot>;

/** What a review opinion and a re-examination opinion have in common. */
function decisionParts(
  data: z.output<typeof decisionData>,
  of: z.output<typeof stage>,
  say: SayDecision,
) {
  const values = { ...petitionValues(data), ...requestValues({ ...data, stage: of }) };
  const several = data.demands.length > 1;
  return {
    values,
    blocks: [
      p(say('received', values)),
      h(1, say('groundsTitle', values)),
      p(sentence(data.grounds)),
      ...(data.hearing === undefined
        ? []
        : [
            p(
              say('hearing', {
                from: chineseDate(data.hearing.from),
                to: chineseDate(data.hearing.to),
              }),
            ),
          ]),
      h(1, say('demandsTitle')),
      list(data.demands.map((demand) => demand.text)),
      h(1, say('perDemandTitle')),
      ...data.demands.flatMap((demand, index) => [
        ...(several ? [h(2, say('demandTitle', { ordinal: index + 1 }))] : []),
        p(say('facts', { text: demand.facts })),
        p(say('basis', { text: sentence(demand.legalBasis.join('；')) })),
        p(say(demand.finding, { text: demand.opinion })),
      ]),
      h(1, say('conclusionTitle', values)),
      p(say(conclusionSlots[data.outcome], { ...values, text: data.conclusion })),
      h(1, say('rightsTitle')),
    ],
  };
}

/** 复查意见书, Reg. 35; the right to re-examination of Reg. 36 stands at its end. */
export const reviewOpinion = defineTemplate({
  kind: 'review-opinion',
  data: decisionData,
  slots: {
    ...decisionSlots,
    next: '根据《信访工作条例》第三十六条规定，{you}对本复查意见不服的，可以自收到本意见书之日起30日内，向{nextBodies}请求复核。因正当理由未能按期请求的，请在请求时说明理由。',
    again: '原办理单位重新作出处理意见后，{you}不服的，可以依法申请复查。',
  },
  plural: isPlural,
  build: (data, say) => {
    const { values, blocks } = decisionParts(data, 'review', say);
    return {
      title: say('title', values),
      addressee: petitionerAddress(data.petitioner),
      blocks: [
        ...blocks,
        p(
          data.outcome === 'handle-again'
            ? say('again')
            : say('next', { nextBodies: data.nextBodies.join('或者') || '上一级机关、单位' }),
        ),
        contactLine(data.contact),
        signature,
      ],
    };
  },
});

/** 复核意见书, Reg. 36: the end of the procedure, and what goes on all the same (Reg. 37). */
export const reExaminationOpinion = defineTemplate({
  kind: 're-examination-opinion',
  data: decisionData,
  slots: {
    ...decisionSlots,
    ended:
      '根据《信访工作条例》第三十六条规定，本复核意见为信访事项的终结意见。{you}仍以同一事实和理由提出信访请求的，各级党委和政府信访部门和其他机关、单位不再受理；有新的事实和理由的，可以提出新的信访事项。',
    help: '{you}生活确有困难的，可以依照规定申请社会救助、司法救助等帮扶（第三十七条）。',
    again: '原办理单位重新作出处理意见后，{you}不服的，可以依法申请复查。',
  },
  plural: isPlural,
  build: (data, say) => {
    const { values, blocks } = decisionParts(data, 're-examination', say);
    return {
      title: say('title', values),
      addressee: petitionerAddress(data.petitioner),
      blocks: [
        ...blocks,
        ...(data.outcome === 'handle-again'
          ? [p(say('again'))]
          : [p(say('ended')), p(say('help'))]),
        contactLine(data.contact),
        signature,
      ],
    };
  },
});
