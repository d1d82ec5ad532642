import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { formatMoment } from '../../shell/format.ts';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';

type Report = PetitionView['urgentReports'][number];

/** Who was told of an urgent matter, when each confirmed, and what each answered (P-17). */
export function UrgentPanel({ petition }: { readonly petition: PetitionView }) {
  const { petition: say } = useWords();
  if (petition.urgentReports.length === 0) return null;
  return (
    <section className="panel">
      <h2>{say.urgent.title}</h2>
      {petition.urgentReports.toReversed().map((report) => (
        <ReportTable key={report.id} report={report} />
      ))}
    </section>
  );
}

function ReportTable({ report }: { readonly report: Report }) {
  const { petition: say, terms } = useWords();
  const { urgent } = say;
  const name = fill(report.later ? urgent.later : urgent.first, {
    level: terms.urgentLevel[report.level],
  });
  return (
    <article>
      <p>
        <strong className="urgent">{name}</strong>{' '}
        <span className="quiet">{formatMoment(report.at)}</span>
      </p>
      <p className="letter-text">{report.text}</p>
      <table className="lines" aria-label={name}>
        <thead>
          <tr>
            <th scope="col">{urgent.unit}</th>
            <th scope="col">{urgent.capacity}</th>
            <th scope="col">{urgent.receipt}</th>
            <th scope="col">{urgent.reply}</th>
          </tr>
        </thead>
        <tbody>
          {report.addressees.map(({ unit, capacity, receivedAt, repliedAt, reply }) => (
            <tr key={unit.id}>
              <th scope="row">{unit.name}</th>
              <td>{terms.capacity[capacity]}</td>
              <td>
                {receivedAt === null
                  ? urgent.notReceived
                  : fill(urgent.received, { date: formatMoment(receivedAt) })}
              </td>
              <td>
                {repliedAt === null
                  ? report.later
                    ? '—'
                    : urgent.notReplied
                  : fill(urgent.replied, { date: formatMoment(repliedAt) })}
                {reply !== null && <p className="letter-text">{reply}</p>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
