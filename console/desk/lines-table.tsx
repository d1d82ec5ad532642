import { Link } from 'react-router';
import type { PetitionLine } from '../../src/capabilities/petitions/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { ColourMark } from '../shell/colour-mark.tsx';
import { dayOf, formatDay, formatRemaining, formatShortDay } from '../shell/format.ts';
import { useSpeech, useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { addressOf, keyOf } from './line-place.ts';

interface Props {
  readonly lines: readonly PetitionLine[];
  readonly selected: string | null;
  readonly picked: ReadonlySet<string>;
  readonly onSelect: (id: string) => void;
  readonly onToggle: (id: string) => void;
  readonly onPickAll: (all: boolean) => void;
}

/** Dense rows with a fixed head; a click shows the petition beside, Enter opens it. */
export function LinesTable(props: Props) {
  const { desk } = useWords();
  const all = props.lines.every((line) => props.picked.has(keyOf(line)));
  return (
    <table className="lines">
      <thead>
        <tr>
          <th scope="col" className="col-pick">
            <input
              type="checkbox"
              aria-label={desk.selectAll}
              checked={all}
              onChange={(event) => props.onPickAll(event.target.checked)}
            />
          </th>
          <th scope="col" className="col-due">
            {desk.column.due}
          </th>
          <th scope="col">{desk.column.matter}</th>
          <th scope="col" className="col-task">
            {desk.column.task}
          </th>
        </tr>
      </thead>
      <tbody>
        {props.lines.map((line) => (
          <Line key={keyOf(line)} line={line} {...props} />
        ))}
      </tbody>
    </table>
  );
}

function Line({ line, selected, picked, onSelect, onToggle }: Props & { line: PetitionLine }) {
  const { words, language } = useSpeech();
  const { desk, terms, shell } = words;
  const { clock } = line;
  const key = keyOf(line);
  const current = key === selected;
  return (
    <tr
      id={`line-${key}`}
      className={current ? 'line line-current' : 'line'}
      aria-current={current ? 'true' : undefined}
      onClick={() => onSelect(key)}
    >
      <td className="col-pick">
        <input
          type="checkbox"
          checked={picked.has(key)}
          aria-label={fill(desk.selectOne, { number: line.number })}
          onClick={(event) => event.stopPropagation()}
          onChange={() => onToggle(key)}
        />
      </td>
      <td className="col-due">
        {clock === null ? (
          <span className="quiet">{desk.noClock}</span>
        ) : (
          <span title={formatDay(clock.dueDate, language)}>
            <ColourMark colour={clock.colour} />
            <span className="line-sub figure">
              {formatShortDay(clock.dueDate, dayOf(Date.now()))}{' '}
              {formatRemaining(clock.remainingDays, words)}
              {clock.provisional && ` · ${shell.time.provisional}`}
            </span>
          </span>
        )}
      </td>
      <td>
        <Link to={addressOf(line)} className="line-title">
          {line.title}
        </Link>
        <span className="line-sub">
          <span className="figure">{displayPetitionNumber(line.number)}</span>
          {' · '}
          {line.petitioner === '' ? desk.anonymous : line.petitioner}
          {' · '}
          {terms.channel[line.channel]}
          {' · '}
          {fill(shell.time.daysSince, { days: line.daysSinceRegistration })}
          {line.urgency !== 'ordinary' && (
            <strong className="urgent"> · {terms.urgency[line.urgency]}</strong>
          )}
        </span>
      </td>
      <td className="col-task">
        {line.tasks.length > 0
          ? line.tasks.map((task) => terms.task[task]).join('、')
          : terms.status[line.status]}
        <span className="line-sub">{line.holder.name}</span>
      </td>
    </tr>
  );
}
