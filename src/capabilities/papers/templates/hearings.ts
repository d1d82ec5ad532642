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
  sentence,
  signature,
  table,
  toPetitioner,
  word,
  type Row,
} from './parts.ts';

const member = z.strictObject({ name: word, kind: word });
const panel = z.array(member).min(1).max(30);
const time = z.string().regex(/^\d{2}:\d{2}$/);

const memberRow = (members: z.output<typeof panel>): Row => ({
  label: '听证员',
  value: members.map(({ name, kind }) => `${name}（${kind}）`).join('、'),
});

/** 14:30 → 14时30分 */
const clock = (text: string): string => {
  const [hour = '', minute = ''] = text.split(':');
  return `${Number(hour)}时${minute === '00' ? '' : `${minute}分`}`;
};

/** The hearing of a unit that handles the matter, and that of a re-examination. */
const hearingArticle = ({ reExamination }: { readonly reExamination: boolean }): string =>
  reExamination ? '第三十六条第二款' : '第三十一条第六项';

/** 听证通知书: seven days ahead, with who sits on the panel and what can be objected to. */
export const hearingNotice = defineTemplate({
  kind: 'hearing-notice',
  data: z.strictObject({
    ...toPetitioner,
    topic: prose,
    date: day,
    time,
    mode: z.enum(['room', 'video']),
    place: word,
    open: z.boolean(),
    closedReason: prose.optional(),
    panel,
    bring: prose.optional(),
    reExamination: z.boolean().default(false),
  }),
  slots: {
    title: '信访事项听证通知书',
    opening:
      '{you}反映的{matter}（登记编号：{number}），{we}根据《信访工作条例》{article}规定，决定举行听证。现通知如下：',
    public: '本次听证公开举行。',
    closed: '本次听证不公开举行，理由是：{reason}',
    rights:
      '{you}可以委托代理人参加，可以在听证时陈述意见、提交证据、询问和辩论。认为听证员与本事项有利害关系，可能影响公正的，可以凭登记编号和查询码在网上，或者向{we}提出回避申请，并说明理由。',
    absence: '请按时参加。确有困难不能参加的，请提前告知{we}。不参加听证不影响{you}的其他权利。',
    period: '听证不影响信访事项的办理期限。',
    reExamination: '复核期间举行听证的时间不计入复核期限。',
  },
  plural: isPlural,
  build: (data, say) => ({
    title: say('title'),
    addressee: petitionerAddress(data.petitioner),
    blocks: [
      p(say('opening', { ...petitionValues(data), article: hearingArticle(data) })),
      table([
        { label: '听证事由', value: data.topic },
        { label: '时间', value: `${chineseDate(data.date)}${clock(data.time)}` },
        {
          label: data.mode === 'room' ? '地点' : '视频会议',
          value: data.place,
        },
        memberRow(data.panel),
        ...(data.bring === undefined ? [] : [{ label: '请携带', value: data.bring }]),
      ]),
      p(
        data.open
          ? say('public')
          : say('closed', { reason: sentence(data.closedReason ?? '依法不公开') }),
      ),
      p(say('rights')),
      p(say('absence')),
      p(say(data.reExamination ? 'reExamination' : 'period')),
      contactLine(data.contact),
      signature,
    ],
  }),
});

/** 听证意见书: what was heard, how the panel voted, what it found. */
export const hearingConclusion = defineTemplate({
  kind: 'hearing-conclusion',
  data: z.strictObject({
    ...toPetitioner,
    topic: prose,
    days: z.array(day).min(1).max(30),
    place: word,
    open: z.boolean(),
    panel,
    came: z.array(word).max(50),
    exhibits: z.array(word).max(100).default([]),
    votes: z.strictObject({
      support: z.int().min(0),
      partly: z.int().min(0),
      against: z.int().min(0),
      abstain: z.int().min(0),
    }),
    conclusion: prose,
  }),
  slots: {
    title: '信访事项听证意见书',
    opening:
      '{you}反映的{matter}（登记编号：{number}），{we}依法举行了听证。现将听证意见告知如下：',
    held: '听证的举行',
    voted: '听证员表决',
    found: '听证意见',
    use: '本听证意见是{we}作出处理决定的重要依据。处理决定将另行书面告知{you}。',
  },
  plural: isPlural,
  build: (data, say) => ({
    title: say('title'),
    addressee: petitionerAddress(data.petitioner),
    blocks: [
      p(say('opening', petitionValues(data))),
      h(1, say('held')),
      table([
        { label: '听证事由', value: data.topic },
        { label: '举行日期', value: data.days.map(chineseDate).join('、') },
        { label: '地点方式', value: `${data.place}（${data.open ? '公开' : '不公开'}）` },
        memberRow(data.panel),
        { label: '到场人员', value: data.came.length === 0 ? '无' : data.came.join('、') },
        ...(data.exhibits.length === 0
          ? []
          : [{ label: '出示证据', value: data.exhibits.join('；') }]),
      ]),
      h(1, say('voted')),
      p(
        `听证员共${data.panel.length}名：支持信访人主要诉求${data.votes.support}票，部分支持${data.votes.partly}票，不支持${data.votes.against}票，弃权${data.votes.abstain}票。`,
      ),
      h(1, say('found')),
      p(data.conclusion),
      p(say('use')),
      contactLine(data.contact),
      signature,
    ],
  }),
});

const side = z.strictObject({ name: word, role: word });

const agreed = {
  ...toPetitioner,
  sides: z.array(side).min(2).max(50),
  topic: prose,
  terms: prose,
  effectiveOn: day,
};

const sideRows = (sides: readonly z.output<typeof side>[]): Row[] =>
  sides.map(({ name, role }) => ({ label: role, value: name }));

const signatures = (sides: readonly z.output<typeof side>[], mediator?: string): Row[] => [
  ...sides.map(({ name }) => ({ label: '签名', value: `${name}：`, lines: 2 })),
  ...(mediator === undefined ? [] : [{ label: '调解员', value: `${mediator}：`, lines: 2 }]),
];

/** 调解协议书, Reg. 33: both sides agree, with the way to the court told (人民调解法 33). */
export const mediationAgreement = defineTemplate({
  kind: 'mediation-agreement',
  data: z.strictObject({
    ...agreed,
    way: z.enum(['people', 'administrative', 'judicial']),
    mediator: word,
    confirmBy: day,
  }),
  slots: {
    title: '调解协议书',
    opening:
      '关于{matter}（信访事项登记编号：{number}），根据《信访工作条例》第三十三条规定，各方自愿参加{way}，在{mediator}主持下达成如下协议：',
    facts: '争议事项',
    terms: '协议内容',
    effect: '本协议自{effectiveOn}起生效，各方应当按照约定履行。',
    court:
      '各方认为有必要的，可以自本协议生效之日起30日内（最迟{confirmBy}）共同向有管辖权的人民法院申请司法确认。经确认有效的协议，一方拒绝履行或者未全部履行的，另一方可以申请强制执行。',
    period: '调解不影响信访事项的办理期限。',
  },
  build: (data, say) => ({
    title: say('title'),
    blocks: [
      table(sideRows(data.sides)),
      p(
        say('opening', {
          ...petitionValues(data),
          way: { people: '人民调解', administrative: '行政调解', judicial: '司法调解' }[data.way],
          mediator: data.mediator,
        }),
      ),
      h(1, say('facts')),
      p(data.topic),
      h(1, say('terms')),
      p(data.terms),
      p(say('effect', { effectiveOn: chineseDate(data.effectiveOn) })),
      p(say('court', { confirmBy: chineseDate(data.confirmBy) })),
      p(say('period')),
      table(signatures(data.sides, data.mediator)),
      signature,
    ],
  }),
});

/** 和解协议书: the sides agree among themselves. */
export const settlement = defineTemplate({
  kind: 'settlement',
  data: z.strictObject(agreed),
  slots: {
    title: '和解协议书',
    opening:
      '关于{matter}（信访事项登记编号：{number}），根据《信访工作条例》第三十三条规定，各方自愿协商，达成如下协议：',
    facts: '争议事项',
    terms: '协议内容',
    effect: '本协议自{effectiveOn}起生效，各方应当按照约定履行。',
    period: '和解不影响信访事项的办理期限。',
  },
  build: (data, say) => ({
    title: say('title'),
    blocks: [
      table(sideRows(data.sides)),
      p(say('opening', petitionValues(data))),
      h(1, say('facts')),
      p(data.topic),
      h(1, say('terms')),
      p(data.terms),
      p(say('effect', { effectiveOn: chineseDate(data.effectiveOn) })),
      p(say('period')),
      table(signatures(data.sides)),
      signature,
    ],
  }),
});
