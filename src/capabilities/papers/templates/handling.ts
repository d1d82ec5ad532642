import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import {
  contactLine,
  day,
  isPlural,
  list,
  p,
  petitionValues,
  petitionerAddress,
  prose,
  signature,
  table,
  toPetitioner,
  word,
} from './parts.ts';

/** 延期办理告知书, Reg. 34: once, at most 30 days, with the reason. */
export const extension = defineTemplate({
  kind: 'extension',
  data: z.strictObject({
    ...toPetitioner,
    acceptedOn: day,
    dueOn: day,
    days: z.int().min(1).max(30),
    extendedTo: day,
    reason: prose,
  }),
  slots: {
    title: '信访事项延期办理告知书',
    opening:
      '{you}反映的{matter}（登记编号：{number}），{we}于{acceptedOn}受理，原定最迟{dueOn}办结。',
    reason: '现因以下情况，不能在原定期限内办结：',
    decision:
      '根据《信访工作条例》第三十四条规定，经{we}负责人批准，办理期限延长{days}日，最迟{extendedTo}办结。该事项不再延期。',
    closing: '延期期间，{you}可以凭登记编号和查询码查询进度、补充材料和陈述意见。',
  },
  plural: isPlural,
  build: (data, say) => ({
    title: say('title'),
    addressee: petitionerAddress(data.petitioner),
    blocks: [
      p(
        say('opening', {
          ...petitionValues(data),
          acceptedOn: chineseDate(data.acceptedOn),
          dueOn: chineseDate(data.dueOn),
        }),
      ),
      p(say('reason')),
      p(data.reason),
      p(say('decision', { days: data.days, extendedTo: chineseDate(data.extendedTo) })),
      p(say('closing')),
      contactLine(data.contact),
      signature,
    ],
  }),
});

/** What is asked for, and why, so that nobody is sent home twice. */
const materials = z
  .array(z.strictObject({ name: word, requirement: word.optional() }))
  .min(1)
  .max(60);

/** 一次性告知单: all that is required, told at once. */
export const oneTimeNotice = defineTemplate({
  kind: 'one-time-notice',
  data: z.strictObject({ ...toPetitioner, materials, place: word }),
  slots: {
    title: '信访事项所需材料一次性告知单',
    opening: '为便于办理{you}反映的{matter}（登记编号：{number}），请准备以下材料：',
    how: '可以凭登记编号和查询码在网上上传，也可以送交或者寄到{place}。有困难的，请告诉{we}，我们协助办理。',
    promise: '以上是现阶段需要的全部材料，请按此一次备齐。尚未备齐的，不影响登记和办理期限。',
  },
  plural: isPlural,
  build: (data, say) => ({
    title: say('title'),
    addressee: petitionerAddress(data.petitioner),
    blocks: [
      p(say('opening', petitionValues(data))),
      table(
        data.materials.map((material, index) => ({
          label: `${index + 1}`,
          value:
            material.requirement === undefined
              ? material.name
              : `${material.name}\n要求：${material.requirement}`,
        })),
      ),
      p(say('how', { place: data.place })),
      p(say('promise')),
      contactLine(data.contact),
      signature,
    ],
  }),
});

/** 补充材料通知书: asked for while the matter is handled; the period goes on (Reg. 34). */
export const supplementRequest = defineTemplate({
  kind: 'supplement-request',
  data: z.strictObject({ ...toPetitioner, materials, wantedBy: day, reason: prose.optional() }),
  slots: {
    title: '信访事项补充材料通知书',
    opening: '{you}反映的{matter}（登记编号：{number}）正在办理。为查清事实，请补充以下材料：',
    wanted:
      '请最迟于{wantedBy}凭登记编号和查询码在网上上传，或者送交、邮寄给{we}。确有困难不能提供的，请告知原因，{we}将依职权调查核实。',
    period: '补充材料不影响办理期限；逾期未补充的，{we}根据已有材料继续办理。',
  },
  plural: isPlural,
  build: (data, say) => ({
    title: say('title'),
    addressee: petitionerAddress(data.petitioner),
    blocks: [
      p(say('opening', petitionValues(data))),
      list(
        data.materials.map((material) =>
          material.requirement === undefined
            ? `${material.name}。`
            : `${material.name}（${material.requirement}）。`,
        ),
      ),
      ...(data.reason === undefined ? [] : [p(data.reason)]),
      p(say('wanted', { wantedBy: chineseDate(data.wantedBy) })),
      p(say('period')),
      contactLine(data.contact),
      signature,
    ],
  }),
});
