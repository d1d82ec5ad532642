import { PassThrough } from 'node:stream';
import ExcelJS from 'exceljs';
import { displayPetitionNumber } from '../../../kernel/petition-number.ts';
import type { Language } from '../../../platform/http/index.ts';
import { neutralise } from '../../desk/index.ts';
import type { Post } from './posts.ts';
import type { SponsoredLine } from './view.ts';

const words = {
  sheet: { zh: '包案台账', en: 'Cases under a leader' },
  number: { zh: '信访编号', en: 'Number' },
  region: { zh: '事项所在地', en: 'Place' },
  leader: { zh: '包案领导', en: 'Leader in charge' },
  unit: { zh: '责任单位', en: 'Responsible unit' },
  status: { zh: '状态', en: 'Status' },
  next: { zh: '下一节点', en: 'Next step' },
  overdue: { zh: '逾期', en: 'Overdue' },
  yes: { zh: '是', en: 'yes' },
  proposed: { zh: '待领导答复', en: 'waiting for the leader' },
  open: { zh: '包案中', en: 'open' },
  ending: { zh: '待核实', en: 'to be verified' },
  ended: { zh: '已办结', en: 'ended' },
  declined: { zh: '领导未接受', en: 'declined' },
  given: { zh: '办理中', en: 'under way' },
  reported: { zh: '已报办结', en: 'reported' },
  accepted: { zh: '已完成', en: 'done' },
  withdrawn: { zh: '已收回', en: 'withdrawn' },
} as const;

const columns = ['number', 'region', 'leader', 'unit', 'status', 'next', 'overdue'] as const;

/**
 * The ledger as a sheet: numbers, posts and dates. Titles, and who holds a post, are left out, so that
 * no second person has to allow it (L-4 is about people).
 */
export async function ledgerSheet(
  lines: readonly SponsoredLine[],
  posts: readonly Post[],
  language: Language,
): Promise<Buffer> {
  const say = (key: keyof typeof words): string =>
    language === 'zh-CN' ? words[key].zh : words[key].en;
  const out = new PassThrough();
  const parts: Buffer[] = [];
  out.on('data', (part: Buffer) => parts.push(part));
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ stream: out });
  const sheet = book.addWorksheet(say('sheet'), { views: [{ state: 'frozen', ySplit: 1 }] });
  const own = columns.map((key) => ({ header: say(key), key, width: 20 }));
  const around = posts.map(({ code, label }) => ({
    header: neutralise(language === 'zh-CN' ? label.zh : label.en),
    key: `post-${code}`,
    width: 22,
  }));
  sheet.columns = [...own, ...around].map((column) => ({ ...column, style: { numFmt: '@' } }));
  for (const line of lines) {
    const row: Record<string, string> = {
      number: displayPetitionNumber(line.petition.number),
      region: line.region.name,
      leader: neutralise(line.leader.name),
      unit: line.unit.name,
      status: say(line.status),
      next: line.next?.date ?? '',
      overdue: line.overdue ? say('yes') : '',
    };
    for (const { post, status, dueDate } of line.posts) {
      row[`post-${post}`] = `${say(status)} ${dueDate}`;
    }
    sheet.addRow(row).commit();
  }
  sheet.commit();
  await book.commit();
  return Buffer.concat(parts);
}
