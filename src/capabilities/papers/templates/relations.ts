import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import {
  contactLine,
  contestSchema,
  day,
  isPlural,
  p,
  petitionValues,
  petitionerAddress,
  prose,
  signature,
  table,
  toPetitioner,
  word,
} from './parts.ts';

/** 并案办理告知书: each person keeps an own answer, rating and review (P-4). */
export const mergeNotice = defineTemplate({
  kind: 'merge-notice',
  data: z.strictObject({
    ...toPetitioner,
    headNumber: word,
    handler: word,
    reason: prose,
    contest: contestSchema,
  }),
  slots: {
    title: '信访事项并案办理告知书',
    opening:
      '{you}于{receivedOn}通过{channel}反映的{matter}（登记编号：{number}），与正在由{handler}办理的事项（登记编号：{headNumber}）属于同一事项。根据《信访工作条例》第十九条第三款规定，现并案办理。',
    reason: '理由：{text}',
    kept: '并案后，{you}原来的登记编号和查询码继续有效。{you}将收到处理意见书，并享有评价、请求复查的权利，与单独办理时相同。',
    contest:
      '对并案有异议的，可以凭登记编号和查询码提出，由没有参与本决定的人员在{days}日内核查并答复。',
  },
  plural: isPlural,
  build: (data, say) => ({
    title: say('title'),
    addressee: petitionerAddress(data.petitioner),
    blocks: [
      p(
        say('opening', {
          ...petitionValues(data),
          handler: data.handler,
          headNumber: data.headNumber,
        }),
      ),
      p(say('reason', { text: data.reason })),
      p(say('kept')),
      p(say('contest', { days: data.contest.days })),
      contactLine(data.contact),
      signature,
    ],
  }),
});

/** 分案办理告知书. The copy for a unit is not made from this: it would show the other parts. */
export const splitNotice = defineTemplate({
  kind: 'split-notice',
  data: z.strictObject({
    ...toPetitioner,
    parts: z
      .array(z.strictObject({ number: word, matter: word, handling: word }))
      .min(2)
      .max(50),
    reason: prose,
  }),
  slots: {
    title: '信访事项分案办理告知书',
    opening:
      '{you}于{receivedOn}通过{channel}反映的{matter}（登记编号：{number}）包含几个应当由不同单位或者不同程序处理的事项，现分为以下几件分别办理：',
    reason: '理由：{text}',
    kept: '每一件分别答复。{you}可以用原来的查询码查询各件的进度。',
  },
  plural: isPlural,
  build: (data, say) => ({
    title: say('title'),
    addressee: petitionerAddress(data.petitioner),
    blocks: [
      p(say('opening', petitionValues(data))),
      table(
        data.parts.map((part) => ({
          label: part.number,
          value: `${part.matter}\n${part.handling}`,
        })),
      ),
      p(say('reason', { text: data.reason })),
      p(say('kept')),
      contactLine(data.contact),
      signature,
    ],
  }),
});

/** 撤回确认书: only the petitioner withdraws, and may take it back for some days (P-14). */
export const withdrawalConfirmation = defineTemplate({
  kind: 'withdrawal-confirmation',
  data: z.strictObject({
    ...toPetitioner,
    withdrawnOn: day,
    means: z.enum(['code', 'signature']),
    revocableUntil: day,
    /** True: the days of second thought are over, and the withdrawal took effect. */
    completed: z.boolean().default(false),
  }),
  slots: {
    title: '撤回信访事项确认书',
    opening:
      '{you}于{withdrawnOn}{means}撤回所反映的{matter}（登记编号：{number}，{receivedOn}通过{channel}提出），{we}已经收到。',
    revocable:
      '撤回出于{you}的自愿，不影响{you}依法享有的任何权利和救助。最迟{revocableUntil}，{you}可以取消撤回，该事项恢复办理；之后有新的事实或者理由的，可以重新提出。',
    completed:
      '撤回出于{you}的自愿，不影响{you}依法享有的任何权利和救助。至{revocableUntil}{you}没有取消撤回，该事项的办理到此结束；有新的事实或者理由的，可以重新提出。',
    notMine: '如果撤回不是{you}本人作出的，请立即联系{we}。',
  },
  plural: isPlural,
  build: (data, say) => ({
    title: say('title'),
    addressee: petitionerAddress(data.petitioner),
    blocks: [
      p(
        say('opening', {
          ...petitionValues(data),
          withdrawnOn: chineseDate(data.withdrawnOn),
          means: data.means === 'code' ? '凭查询码' : '书面签名',
        }),
      ),
      p(
        say(data.completed ? 'completed' : 'revocable', {
          revocableUntil: chineseDate(data.revocableUntil),
        }),
      ),
      p(say('notMine')),
      contactLine(data.contact),
      signature,
    ],
  }),
});
