import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import { contactSchema, contactLine, day, h, list, p, prose, signature, word } from './parts.ts';

const clock = (time: string): string => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return minutes === 0 ? `${hours}时` : `${hours}时${minutes}分`;
};

/** 三头对面会议纪要: who sat at the table, what each side said, what was agreed and what not (S-4). */
export const meetingMinutes = defineTemplate({
  kind: 'meeting-minutes',
  data: z.strictObject({
    heldOn: day,
    time: z.string().regex(/^\d\d:\d\d$/),
    place: word,
    petition: word,
    matter: word,
    present: z
      .array(z.strictObject({ side: word, name: word, post: z.string().trim().max(300) }))
      .max(50),
    positions: z
      .array(z.strictObject({ side: word, words: prose }))
      .min(1)
      .max(10),
    actions: z
      .array(z.strictObject({ text: prose, unit: word, responsible: word, dueDate: day }))
      .max(50),
    openPoints: z.array(z.strictObject({ matter: prose, reason: prose })).max(50),
    contact: contactSchema,
  }),
  slots: {
    title: '三头对面会议纪要',
    opening:
      '{heldOn}{time}，{we}在{place}召开三头对面会议，就信访事项“{matter}”（编号{petition}）当面听取各方意见。现将有关情况纪要如下。',
    presentTitle: '参加人员',
    person: '{side}：{name}',
    personWithPost: '{side}：{name}（{post}）',
    positionsTitle: '各方意见',
    actionsTitle: '议定事项',
    action: '{text}。由{unit}负责，责任人{responsible}，{dueDate}前完成。',
    openPointsTitle: '没有达成一致的事项',
    openPoint: '{matter}。原因：{reason}',
    closing:
      '议定事项均已列为承诺，信访人随时可以查看办理情况。信访人可以查看本纪要，也可以补充更正；补充更正与本纪要一并保存。',
  },
  build: (data, say) => ({
    title: say('title'),
    blocks: [
      p(
        say('opening', {
          heldOn: chineseDate(data.heldOn),
          time: clock(data.time),
          place: data.place,
          matter: data.matter,
          petition: data.petition,
        }),
      ),
      h(1, say('presentTitle')),
      ...data.present.map((person) =>
        p(say(person.post === '' ? 'person' : 'personWithPost', person)),
      ),
      h(1, say('positionsTitle')),
      ...data.positions.map(({ side, words }) => p(`${side}：${words}`)),
      ...(data.actions.length === 0
        ? []
        : [
            h(1, say('actionsTitle')),
            list(
              data.actions.map((action) =>
                say('action', {
                  ...action,
                  text: action.text.replace(/[。！？]$/u, ''),
                  dueDate: chineseDate(action.dueDate),
                }),
              ),
            ),
          ]),
      ...(data.openPoints.length === 0
        ? []
        : [
            h(1, say('openPointsTitle')),
            list(
              data.openPoints.map(({ matter, reason }) =>
                say('openPoint', { matter: matter.replace(/[。！？]$/u, ''), reason }),
              ),
            ),
          ]),
      p(say('closing')),
      contactLine(data.contact),
      signature,
    ],
  }),
});

/** 救助审批表: what is given to whom on what ground, and who approved it (Reg. 27, 37, S-5). */
export const aidApproval = defineTemplate({
  kind: 'aid-approval',
  data: z.strictObject({
    petition: word,
    person: word,
    kind: word,
    basis: prose,
    circumstances: prose,
    amount: word,
    proposedBy: word,
    proposedOn: day,
    approvals: z
      .array(z.strictObject({ step: word, name: word, on: day, words: prose }))
      .min(1)
      .max(20),
    contact: contactSchema,
  }),
  slots: {
    title: '信访救助审批表',
    opening: '信访事项（编号{petition}）当事人{person}生活困难，经审批，给予{kind}。',
    circumstancesTitle: '困难情况',
    basisTitle: '救助依据',
    amountTitle: '救助金额',
    amount: '人民币{amount}。',
    approvalsTitle: '申请和审批',
    proposed: '申请：{name}，{on}。',
    approval: '{step}：{name}，{on}。意见：{words}',
    free: '本救助只看困难情况和救助依据，不以当事人撤回信访事项或者不再信访为条件；当事人的各项信访权利不受影响。',
  },
  build: (data, say) => ({
    title: say('title'),
    blocks: [
      p(say('opening', { petition: data.petition, person: data.person, kind: data.kind })),
      h(1, say('circumstancesTitle')),
      p(data.circumstances),
      h(1, say('basisTitle')),
      p(data.basis),
      h(1, say('amountTitle')),
      p(say('amount', { amount: data.amount })),
      h(1, say('approvalsTitle')),
      p(say('proposed', { name: data.proposedBy, on: chineseDate(data.proposedOn) })),
      ...data.approvals.map(({ on, ...approval }) =>
        p(say('approval', { ...approval, on: chineseDate(on) })),
      ),
      p(say('free')),
      contactLine(data.contact),
      signature,
    ],
  }),
});
