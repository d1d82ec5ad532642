import { Link, useParams } from 'react-router';
import type {
  TraceBack,
  TraceSpell,
} from '../../src/capabilities/supervision/consequences/view.ts';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { formatMoment } from '../shell/format.ts';
import { OpenedRecord } from '../shell/opened-record.tsx';
import { PlainTable } from '../shell/plain-table.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, wordFor } from '../words/words.ts';

/** Who held a matter when, and what each did and left undone; the look is recorded. */
export function TraceBackPage() {
  const { id = '' } = useParams();
  const { traceBack: say } = useWords();
  return (
    <OpenedRecord<TraceBack>
      queryKey={['trace-back', id]}
      path={`/petitions/${id}/trace-back`}
      title={say.title}
      titleOf={() => say.title}
    >
      {(trace) => (
        <>
          <div className="page-head">
            <h1>{say.title}</h1>
            <nav className="head-links" aria-label={say.title}>
              <Link to={`/petitions/${id}`}>{displayPetitionNumber(trace.petition.number)}</Link>
              <a
                href={`/api/v1/petitions/${id}/trace-back/paper?format=pdf`}
                target="_blank"
                rel="noreferrer"
              >
                {say.paper}
              </a>
            </nav>
          </div>
          <p className="quiet">{say.intro}</p>
          {trace.spells.map((spell) => (
            <Spell key={`${spell.unit.id}:${spell.from}`} spell={spell} trace={trace} />
          ))}
          <Clocks trace={trace} />
        </>
      )}
    </OpenedRecord>
  );
}

function Spell({ spell, trace }: { readonly spell: TraceSpell; readonly trace: TraceBack }) {
  const { traceBack: say, terms, events } = useWords();
  const heading = `spell-${spell.unit.id}-${spell.from}`;
  const undone = trace.clocks.filter(({ key }) => spell.undone.includes(key));
  return (
    <section className="panel" aria-labelledby={heading}>
      <h2 id={heading}>{spell.unit.name}</h2>
      <p className="figure">
        {formatMoment(spell.from)} – {spell.to === null ? say.still : formatMoment(spell.to)}
      </p>
      <p>
        {spell.officers.length === 0
          ? say.noOfficer
          : spell.officers
              .map(({ name, from }) => fill(say.officer, { name, from: formatMoment(from) }))
              .join(say.and)}
      </p>
      {undone.length > 0 && (
        <ul className="plain-list">
          {undone.map((clock) => (
            <li key={clock.key} className="strong">
              {fill(say.undone, {
                period: wordFor(terms.period, clock.period),
                day: clock.dueDate,
                days: clock.lateDays,
              })}
            </li>
          ))}
        </ul>
      )}
      <ol className="plain-list">
        {spell.deeds.map(({ seq, at, type, unit, person, by }) => (
          <li key={seq}>
            <span className="figure">{formatMoment(at)}</span> {wordFor(events.type, type)} {unit}{' '}
            {by === 'petitioner' ? say.petitioner : person}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Clocks({ trace }: { readonly trace: TraceBack }) {
  const { traceBack: say, terms } = useWords();
  return (
    <section className="panel" aria-labelledby="clocks">
      <h2 id="clocks">{say.clocks}</h2>
      <PlainTable label={say.clocks} columns={say.column}>
        {trace.clocks.map((clock) => (
          <tr key={clock.key}>
            <td>{wordFor(terms.period, clock.period)}</td>
            <td className="figure">{formatMoment(clock.startedAt)}</td>
            <td className="figure">{clock.dueDate}</td>
            <td className="figure">{clock.endedAt === null ? '' : formatMoment(clock.endedAt)}</td>
            <td>{clock.unit.name}</td>
            <td>{clock.person}</td>
            <td>
              {say.state[clock.state]}{' '}
              {clock.lateDays > 0 && fill(say.lateDays, { days: clock.lateDays })}
            </td>
          </tr>
        ))}
      </PlainTable>
    </section>
  );
}
