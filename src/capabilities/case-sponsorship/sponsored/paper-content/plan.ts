import { localDateOf } from '../../../../kernel/local-date.ts';
import { displayPetitionNumber } from '../../../../kernel/petition-number.ts';
import { paperDocumentSchema, type Block, type PaperDocument } from '../../../papers/index.ts';
import type { MeasureKind } from '../case.ts';
import type { MilestoneView, SponsoredView, TaskView } from '../view.ts';

/** What a plan sheet says; papers of the office are Chinese. */
export const measureNames: Readonly<Record<MeasureKind, string>> = {
  law: '法律途径',
  policy: '政策措施',
  economic: '经济措施',
  administrative: '行政措施',
  mediation: '调解',
  explanation: '解释疏导',
  aid: '救助帮扶',
};

const states = { open: '推进中', done: '已完成', missed: '未按期' } as const;
const tasks = {
  given: '办理中',
  reported: '已报办结',
  accepted: '已完成',
  withdrawn: '已收回',
} as const;

const heading = (text: string): Block => ({ type: 'heading', level: 1, text });
const paragraph = (text: string): Block => ({ type: 'paragraph', text, indent: true });
const cells = (...texts: readonly string[]) => ({
  cells: texts.map((text) => (text === '' ? '—' : text)),
  strong: false,
});
const table = (
  caption: string,
  heads: readonly string[],
  rows: readonly ReturnType<typeof cells>[],
): Block => ({
  type: 'figures',
  caption,
  columns: heads.map((head) => ({ head, align: 'left' as const })),
  rows: [...rows],
  newPage: false,
});

const milestoneRow = ({ what, responsible, date, state, missed, doneOn, moved }: MilestoneView) => {
  const late = missed && state !== 'missed' ? '（逾期）' : '';
  const done = doneOn === null ? '' : ` ${doneOn}`;
  const before = moved.map(({ from }) => `原定${from}`).join('，');
  return cells(date, what, responsible, `${states[state]}${done}${late}${before && `；${before}`}`);
};

const taskRow = ({ label, holder, task, dueDate, status }: TaskView) =>
  cells(
    label.zh,
    [holder.name, holder.telephone].filter(Boolean).join(' '),
    task,
    dueDate,
    tasks[status],
  );

/**
 * The plan sheet of a case (一案一策): diagnosis, measures, steps with dates, the seven. It goes inside
 * the office and is printed as the record is; nothing on it speaks of the petitioner's conduct.
 * @param now epoch ms
 */
export function planSheetOf(item: SponsoredView, now: number): PaperDocument {
  const { leader, unit, petition, plan, milestones } = item;
  const current = item.tasks.filter(({ status }) => status !== 'withdrawn');
  return paperDocumentSchema.parse({
    kind: 'case-plan',
    form: 'plain',
    issuer: { name: leader.unit.name, sealName: leader.unit.name },
    title: '领导包案化解方案（一案一策）',
    blocks: [
      {
        type: 'table',
        rows: [
          { label: '信访事项', value: petition.title },
          { label: '登记编号', value: displayPetitionNumber(petition.number) },
          { label: '包案领导', value: `${leader.name}（${leader.unit.name}）` },
          { label: '责任单位', value: unit.name },
          { label: '事项所在地', value: item.region.name },
        ],
      },
      ...(plan === null
        ? [heading('研判与措施'), paragraph('方案尚未填写。')]
        : [
            heading('研判'),
            paragraph(`事结：${plan.matterKnot}`),
            paragraph(`心结：${plan.mindKnot}`),
            heading('化解措施'),
            ...plan.measures.map(({ kind, words }) => paragraph(`${measureNames[kind]}：${words}`)),
          ]),
      ...(milestones.length === 0
        ? []
        : [
            heading('时间节点'),
            table('时间节点表', ['日期', '事项', '责任人', '进展'], milestones.map(milestoneRow)),
          ]),
      ...(current.length === 0
        ? []
        : [
            heading('工作专班（七包一）'),
            table(
              '专班任务表',
              ['岗位', '姓名、电话', '任务', '期限', '进展'],
              current.map(taskRow),
            ),
          ]),
      { type: 'signature' },
    ],
    date: localDateOf(now),
  });
}
