import { addDays } from '../../../kernel/local-date.ts';
import { getPeriod } from '../../../kernel/periods.ts';
import type { PaperData } from '../../papers/index.ts';
import { countClock } from '../../../kernel/case-clocks.ts';
import { clockOf, common, dayOf, placeOf, readOr, today } from './facts.ts';
import type { PaperSource } from './source.ts';

const longest = 300;
const most = 60;

const pieces = (line: string): string[] => {
  const characters = Array.from(line);
  return Array.from({ length: Math.ceil(characters.length / longest) }, (_, index) =>
    characters.slice(index * longest, (index + 1) * longest).join(''),
  );
};

/** What is asked for, one line each as the officer wrote it; nothing of it is lost. */
function materialsOf(source: PaperSource): { name: string }[] {
  const lines = readOr(source, source.paper.text)
    .split('\n')
    .map((line) => line.replace(/^\s*(?:\d{1,2}[.、．)）]|[-·•])\s*/u, '').trim())
    .map((line) => line.replace(/[。；;]+$/u, ''))
    .filter((line) => line !== '')
    .flatMap(pieces);
  const fitting = lines.length <= most ? lines : pieces(lines.join('；'));
  return fitting.map((name) => ({ name }));
}

export const oneTimeNotice = (source: PaperSource): PaperData<'one-time-notice'> => ({
  ...common(source),
  materials: materialsOf(source),
  place: placeOf(source),
});

export function supplementRequest(source: PaperSource): PaperData<'supplement-request'> {
  const { petition, paper, calendar } = source;
  const asked = petition.clocks.filter(({ period }) => period === 'supplement');
  const clock = asked.findLast(({ startedAt }) => startedAt === paper.draftedAt) ?? asked.at(-1);
  const days = Number(getPeriod('supplement').amount);
  return {
    ...common(source),
    materials: materialsOf(source),
    wantedBy:
      clock === undefined
        ? addDays(dayOf(paper.draftedAt), days)
        : countClock(clock, calendar).dueDate,
  };
}

/** Reg. 34: the day before and the day after the extension, both by the calendar. */
export function extension(source: PaperSource): PaperData<'extension'> {
  const { paper, calendar } = source;
  const clock = clockOf(source, 'handling');
  const days = paper.effect?.kind === 'extend' ? paper.effect.days : 1;
  const dueAfter = (extensionDays: number) =>
    clock === undefined
      ? addDays(today(source), extensionDays)
      : countClock({ ...clock, extensionDays }, calendar).dueDate;
  return {
    ...common(source),
    acceptedOn: dayOf(clock?.startedAt ?? paper.draftedAt),
    dueOn: dueAfter(0),
    days,
    extendedTo: dueAfter(days),
    reason: readOr(source, paper.text),
  };
}
