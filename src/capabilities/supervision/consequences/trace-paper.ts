import { localDateOf } from '../../../kernel/local-date.ts';
import { displayPetitionNumber } from '../../../kernel/petition-number.ts';
import { getPeriod } from '../../../kernel/periods.ts';
import { articleOf, paperDocumentSchema, type PaperDocument } from '../../papers/index.ts';
import { printedDay } from '../../petitions/index.ts';
import { deedWords, periodWords, stateWords } from './trace-words.ts';
import type { TraceBack, TraceClock, TraceSpell } from './view.ts';

const dayOf = (moment: number): string => printedDay(localDateOf(moment));

const periodName = ({ period }: TraceClock): string =>
  periodWords[period] ?? articleOf(getPeriod(period).basis);

const lateness = ({ state, lateDays }: TraceClock): string =>
  lateDays === 0 ? stateWords[state] : `${stateWords[state]}（逾期${lateDays}日）`;

/** One unit's time with it: who was in charge, what was done, what ran out. */
function spellLines(spell: TraceSpell, clocks: readonly TraceClock[], at: number): string {
  const until = spell.to === null ? '至今' : `至${dayOf(spell.to)}`;
  const officers =
    spell.officers.length === 0
      ? '未记载承办人'
      : spell.officers.map(({ name, from }) => `${name}（${dayOf(from)}起）`).join('、');
  const undone = clocks.filter(({ key }) => spell.undone.includes(key));
  const left =
    undone.length === 0
      ? '期间没有逾期。'
      : `期间逾期：${undone.map((clock) => `${periodName(clock)}${lateness(clock)}`).join('；')}。`;
  return `${at}．${spell.unit.name}，${dayOf(spell.from)}${until}，承办人：${officers}。${left}`;
}

/** What was done, day by day; steps of the program itself are nobody's deed. */
const deedRows = (spells: readonly TraceSpell[]) =>
  spells
    .flatMap(({ deeds }) => deeds)
    .filter(({ type, by }) => by === 'staff' && deedWords[type] !== undefined)
    .map(({ at, type, unit, person }) => ({
      cells: [dayOf(at), deedWords[type] ?? '', unit, person],
    }));

/**
 * The paper of a trace-back (G-1): who held the matter when, the clocks, the deeds. It names no
 * petitioner and draws no conclusion. Pure.
 * @param issuer name of the unit that asks for it
 * @param now epoch ms
 */
export function tracePaperOf(trace: TraceBack, issuer: string, now: number): PaperDocument {
  const { spells, clocks, petition } = trace;
  const deeds = deedRows(spells).slice(0, 500);
  return paperDocumentSchema.parse({
    kind: 'trace-back',
    form: 'plain',
    issuer: { name: issuer, sealName: issuer },
    title: '信访事项责任倒查表',
    date: localDateOf(now),
    blocks: [
      {
        type: 'paragraph',
        text: `登记编号${displayPetitionNumber(petition.number)}的信访事项，办理过程由系统记录生成，截至${dayOf(now)}。本表只列事实，不作结论。`,
      },
      { type: 'heading', level: 1, text: '经办单位' },
      ...spells.slice(0, 300).map((spell, at) => ({
        type: 'paragraph' as const,
        text: spellLines(spell, clocks, at + 1),
      })),
      ...(clocks.length === 0
        ? []
        : [
            {
              type: 'figures' as const,
              caption: '各项期限',
              columns: ['期限', '起算', '到期', '完成', '责任单位', '承办人', '结果'].map(
                (head) => ({
                  head,
                  align: 'left' as const,
                }),
              ),
              rows: clocks.slice(0, 500).map((clock) => ({
                cells: [
                  periodName(clock),
                  dayOf(clock.startedAt),
                  printedDay(clock.dueDate),
                  clock.endedAt === null ? '—' : dayOf(clock.endedAt),
                  clock.unit.name,
                  clock.person || '—',
                  lateness(clock),
                ],
              })),
            },
          ]),
      ...(deeds.length === 0
        ? []
        : [
            {
              type: 'figures' as const,
              caption: '办理经过',
              columns: ['日期', '事项', '单位', '人员'].map((head) => ({
                head,
                align: 'left' as const,
              })),
              rows: deeds,
            },
          ]),
      { type: 'signature' },
    ],
  });
}
