import type { Calendar } from '../../../../kernel/calendar.ts';
import { countClock, type ClockState } from '../../../../kernel/case-clocks.ts';
import { colourOf, remainingDays } from '../../../../kernel/clock-colours.ts';
import type { OrganisationSnapshot } from '../../../petitions/index.ts';
import { answerableLetter, isEnded, type Ladder, type Letter } from '../case.ts';
import { answerClock } from '../clocks.ts';
import type { LetterDue, LettersLine } from '../view.ts';

export const namedIn = (organisation: OrganisationSnapshot) => (id: string) => ({
  id,
  name: organisation.find(id)?.name ?? id,
});

/** A clock as lists show it. */
export function dueOf(clock: ClockState, calendar: Calendar, now: number): LetterDue {
  const { dueDate, dueAt, startedAt, stoppedAt } = countClock(clock, calendar);
  return {
    dueDate,
    remainingDays: remainingDays(now, dueDate),
    colour: colourOf(startedAt, dueAt, now, undefined, stoppedAt ?? undefined),
    source: clock.ownSource ?? '',
  };
}

/** Letters that a reader sees: of the others only those that have reached somebody. */
export const seenLetters = ({ letters }: Ladder, ofOffice: boolean): readonly Letter[] =>
  ofOffice ? letters : letters.filter(({ servedOn }) => servedOn !== null);

export function lineOf(
  ladder: Ladder,
  matter: { readonly number: string; readonly title: string },
  reader: {
    readonly ofOffice: boolean;
    readonly organisation: OrganisationSnapshot;
    readonly calendar: Calendar;
    readonly now: number;
  },
): LettersLine {
  const { ofOffice, organisation, calendar, now } = reader;
  const newest = seenLetters(ladder, ofOffice).at(-1);
  const awaited = isEnded(ladder) ? undefined : answerableLetter(ladder);
  const clock = awaited === undefined ? undefined : answerClock(ladder, awaited.paperId);
  return {
    id: ladder.id,
    status: ladder.status,
    petition: { id: ladder.petitionId, ...matter },
    unit: namedIn(organisation)(ladder.unit),
    step: newest?.step ?? 0,
    name: ladder.steps[newest?.step ?? 0]?.name ?? '',
    due: clock === undefined ? null : dueOf(clock, calendar, now),
    openedAt: ladder.openedAt,
  };
}
