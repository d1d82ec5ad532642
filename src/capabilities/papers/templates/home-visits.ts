import { z } from 'zod';
import { defineTemplate } from '../template.ts';
import { chineseDate } from '../wording.ts';
import { day, p, prose, signature, table, word, type Row } from './parts.ts';

const account = z.strictObject({
  by: word,
  on: day,
  talks: word.optional(),
  words: prose.optional(),
  files: z.int().min(0).max(100),
});
type Account = z.output<typeof account>;

const rowsOf = (title: string, said: Account): Row[] => [
  { label: title, value: `${chineseDate(said.on)}，${said.by}记` },
  ...(said.talks === undefined ? [] : [{ label: '谈话对象', value: said.talks }]),
  ...(said.words === undefined ? [] : [{ label: '情况', value: said.words }]),
  ...(said.files === 0 ? [] : [{ label: '照片、录音', value: `${said.files}件，存于系统` }]),
];

/** 走访记录: what was seen and said at somebody's home, and what they say to it (S-3). */
export const homeVisitRecord = defineTemplate({
  kind: 'home-visit-record',
  data: z.strictObject({
    number: word,
    day,
    outcome: z.enum(['made', 'declined', 'not-home']),
    visitors: z.array(word).min(1).max(20),
    whom: word,
    place: word,
    purpose: prose,
    /** How and when the petitioner agreed that neighbours are asked. */
    consent: word.optional(),
    record: account.optional(),
    promise: z.strictObject({ text: prose, dueDate: day }).optional(),
    additions: z.array(account).max(50).default([]),
    corrections: z
      .array(z.strictObject({ on: day, words: prose }))
      .max(50)
      .default([]),
  }),
  slots: {
    title: '走访记录',
    made: '已走访',
    declined: '信访人谢绝走访',
    notHome: '家中无人',
    note: '信访人可以查阅本记录，认为不准确、不完整的，可以写下说明，与记录一并保存。',
  },
  build: (data, say) => {
    const outcome = {
      made: say('made'),
      declined: say('declined'),
      'not-home': say('notHome'),
    }[data.outcome];
    const { record, promise } = data;
    const rows: Row[] = [
      { label: '信访编号', value: data.number },
      { label: '走访日期', value: chineseDate(data.day) },
      { label: '走访人员', value: data.visitors.join('、') },
      { label: '走访对象', value: data.whom },
      { label: '地点', value: data.place },
      { label: '事由', value: data.purpose },
      { label: '结果', value: outcome },
      ...(data.consent === undefined ? [] : [{ label: '向邻居了解', value: data.consent }]),
      ...(record === undefined ? [] : rowsOf('记录', record)),
      ...(promise === undefined
        ? []
        : [
            {
              label: '答应事项',
              value: `${promise.text}（${chineseDate(promise.dueDate)}前）`,
              lines: 2,
            },
          ]),
      ...data.additions.flatMap((said) => rowsOf('补充记录', said)),
      ...data.corrections.map(({ on, words }) => ({
        label: '信访人说明',
        value: `${words}（${chineseDate(on)}）`,
        lines: 2,
      })),
    ];
    return {
      title: say('title'),
      compact: true,
      blocks: [table(rows), p(say('note')), signature],
    };
  },
});
