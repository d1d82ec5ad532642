import type { DayLine } from '../../../src/kernel/clocks.ts';
import type { LocalDate } from '../../../src/kernel/local-date.ts';
import { useWords } from '../../shell/words-context.tsx';
import { fill, keysOf } from '../../words/words.ts';
import { weeksOf } from './calendar-weeks.ts';

/** Each day of a period in a small calendar: counted with its number, or skipped with the reason. */
export function DaysTable(props: {
  readonly caption: string;
  readonly days: readonly DayLine[];
  readonly dueDate: string;
}) {
  const { petition: say } = useWords();
  const { weekdays } = say.clock;
  return (
    <table className="days">
      <caption className="unseen">{props.caption}</caption>
      <thead>
        <tr>
          {keysOf(weekdays).map((day) => (
            <th key={day} scope="col">
              {weekdays[day]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(props.days).map((week) => (
          <tr key={week.find((day) => day !== null)?.date}>
            {week.map((day, at) =>
              day === null ? (
                // eslint-disable-next-line react/no-array-index-key
                <td key={at} className="day-out" />
              ) : (
                <Day key={day.date} day={day} due={day.date === (props.dueDate as LocalDate)} />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Day({ day, due }: { readonly day: DayLine; readonly due: boolean }) {
  const { terms, petition: say, shell } = useWords();
  const [, month = '', date = ''] = day.date.split('-');
  const why = day.note ?? terms.day[day.reason];
  const title = [
    day.date,
    terms.day[day.reason],
    day.note,
    day.extended ? say.clock.extended : undefined,
    day.provisional ? shell.time.provisional : undefined,
  ]
    .filter((part) => part !== undefined)
    .join(' · ');
  const shown = date === '01' ? `${Number(month)}/${Number(date)}` : String(Number(date));
  return (
    <td
      className={`${day.counted ? 'day-counted' : 'day-skipped'} ${due ? 'day-due' : ''}`}
      title={title}
    >
      {shown}
      {day.ordinal !== undefined && (
        <span className="day-ordinal">{fill('{n}', { n: day.ordinal })}</span>
      )}
      {(!day.counted || day.reason === 'make-up') && <span className="day-why">{why}</span>}
      <span className="unseen">
        {due ? say.clock.due : ''} {day.counted ? terms.day.counted : ''}
        {day.provisional ? shell.time.provisional : ''}
      </span>
    </td>
  );
}
