import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import { contactSchema, contactLine, day, h, p, prose, signature, word } from './parts.ts';

/** What is not there: an item that hangs on no petition, nobody absent. */
const maybe = z.string().trim().max(300);

const kinds = {
  'joint-meeting': '信访工作联席会议',
  'case-conference': '信访事项会商会议',
} as const;

/** 会议纪要: what a joint meeting decided on each item, who does it, and who saw it otherwise (J-1). */
export const jointMeetingMinutes = defineTemplate({
  kind: 'joint-meeting-minutes',
  data: z.strictObject({
    meeting: z.enum(['joint-meeting', 'case-conference']),
    heldOn: day,
    time: word,
    place: word,
    chair: word,
    attending: z.array(word).max(60),
    absent: z.array(word).max(60).default([]),
    summary: prose,
    items: z
      .array(
        z.strictObject({
          matter: maybe,
          question: prose,
          outcome: word,
          decision: prose,
          main: maybe,
          coHandlers: z.array(word).max(10),
          dissent: z.array(prose).max(60),
        }),
      )
      .max(40),
    contact: contactSchema,
  }),
  slots: {
    title: '{heldOn}{meeting}纪要',
    opening: '{heldOn}{time}，{chair}在{place}主持召开{meeting}，研究有关信访事项。现纪要如下。',
    attendingTitle: '参会人员',
    absent: '缺席：{units}。',
    summaryTitle: '会议情况',
    itemsTitle: '议定事项',
    item: '{at}．{question}',
    matter: '信访事项登记编号：{matter}。',
    decision: '{outcome}：{decision}',
    main: '由{main}主办。',
    both: '由{main}主办，{coHandlers}协办。',
    dissent: '不同意见：{text}',
    closing: '以上事项请各有关单位按照职责和时限办理，由{we}跟踪落实。',
  },
  build: (data, say) => {
    const heldOn = chineseDate(data.heldOn);
    const meeting = kinds[data.meeting];
    return {
      title: say('title', { heldOn, meeting }),
      blocks: [
        p(
          say('opening', {
            heldOn,
            meeting,
            time: data.time,
            chair: data.chair,
            place: data.place,
          }),
        ),
        h(1, say('attendingTitle')),
        p(`${data.attending.join('、') || '—'}。`),
        ...(data.absent.length === 0 ? [] : [p(say('absent', { units: data.absent.join('、') }))]),
        h(1, say('summaryTitle')),
        p(data.summary),
        h(1, say('itemsTitle')),
        ...data.items.flatMap((item, place) => [
          p(say('item', { at: String(place + 1), question: item.question })),
          ...(item.matter === '' ? [] : [p(say('matter', { matter: item.matter }))]),
          p(say('decision', { outcome: item.outcome, decision: item.decision })),
          ...(item.main === ''
            ? []
            : [
                p(
                  item.coHandlers.length === 0
                    ? say('main', { main: item.main })
                    : say('both', { main: item.main, coHandlers: item.coHandlers.join('、') }),
                ),
              ]),
          ...item.dissent.map((text) => p(say('dissent', { text }))),
        ]),
        p(say('closing')),
        contactLine(data.contact),
        signature,
      ],
    };
  },
});
