import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import { contactLine, contactSchema, day, h, list, p, prose, signature, word } from './parts.ts';

/*
 * Consequences for units (U-5, Reg. 39): they speak of a unit and how it worked, never of a
 * petitioner; a circulated notice goes to everybody and names not even the petition's number.
 */

const basis = z.strictObject({ law: word, article: word });

const data = z.strictObject({
  /** To whom it goes. */
  unit: word,
  /** Whom it is about: the unit, or the holder of a post in it. */
  subject: word,
  contact: contactSchema,
  reason: prose,
  basis,
  /** What the unit said when it was heard; nothing where it declined. */
  statement: prose.optional(),
  decision: prose,
  /** Number of petitions, letters and items that it rests on. */
  evidence: z.array(word).max(20).default([]),
});

const common = {
  factsTitle: '有关事实',
  evidenceTitle: '依据的材料',
  heard: '作出决定前，{we}听取了{subject}的陈述：{text}',
  notHeard: '作出决定前，{we}已告知{subject}可以陈述意见，对方未提出意见。',
  decisionTitle: '决定',
  closing: '特此通知。',
};

type Data = z.output<typeof data>;
type Values = Readonly<Record<string, string | number>>;
type Common = keyof typeof common | 'title' | 'opening' | 'order';

const build = (given: Data, say: (slot: Common, values?: Values) => string, more: Values = {}) => {
  const values = { subject: given.subject, ...given.basis, ...more };
  return {
    title: say('title', values),
    addressee: `${given.unit}：`,
    blocks: [
      p(say('opening', values)),
      h(1, say('factsTitle')),
      p(given.reason),
      ...(given.evidence.length === 0 ? [] : [h(1, say('evidenceTitle')), list(given.evidence)]),
      p(
        given.statement === undefined
          ? say('notHeard', values)
          : say('heard', { ...values, text: given.statement }),
      ),
      h(1, say('decisionTitle')),
      p(given.decision),
      p(say('order', values)),
      contactLine(given.contact),
      p(say('closing')),
      signature,
    ],
  };
};

const opening =
  '因{subject}在信访工作中存在以下问题，根据《{law}》{article}的规定，经集体研究，现决定如下。';

/** 约谈通知书 */
export const interviewNotice = defineTemplate({
  kind: 'interview-notice',
  data: data.extend({ heldOn: day, place: word }),
  slots: {
    ...common,
    title: '关于约谈{subject}的通知',
    opening,
    order: '约谈定于{heldOn}在{place}进行，请准时参加，并提前准备书面情况说明和整改措施。',
  },
  build: (given, say) =>
    build(given, say, { heldOn: chineseDate(given.heldOn), place: given.place }),
});

/** 通报 */
export const circulatedNotice = defineTemplate({
  kind: 'circulated-notice',
  data,
  slots: {
    ...common,
    title: '关于{subject}信访工作有关问题的通报',
    opening: '现将{subject}在信访工作中存在的问题，根据《{law}》{article}的规定予以通报。',
    order: '请各单位引以为戒，对照检查，认真履行信访工作责任。',
    closing: '特此通报。',
  },
  build: (given, say) => build(given, say),
});

/** 警示函 */
export const supervisionWarning = defineTemplate({
  kind: 'supervision-warning',
  data: data.extend({ correctBy: day }),
  slots: {
    ...common,
    title: '关于{subject}信访工作的警示函',
    opening,
    order: '请于{correctBy}前完成整改，并将整改情况书面报告{we}。',
  },
  build: (given, say) => build(given, say, { correctBy: chineseDate(given.correctBy) }),
});

/** 挂牌督办通知书 */
export const listingNotice = defineTemplate({
  kind: 'listing-notice',
  data: data.extend({ from: day, to: day, correctBy: day }),
  slots: {
    ...common,
    title: '关于对{subject}挂牌督办的通知',
    opening,
    order:
      '挂牌督办自{from}起至{to}止。请于{correctBy}前完成整改并书面报告，经{we}核查达到要求的，予以摘牌。',
  },
  build: (given, say) =>
    build(given, say, {
      from: chineseDate(given.from),
      to: chineseDate(given.to),
      correctBy: chineseDate(given.correctBy),
    }),
});
