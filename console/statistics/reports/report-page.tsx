import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import type { ReportView } from '../../../src/capabilities/statistics/reports/contract.ts';
import { api } from '../../shell/api.ts';
import { formatMoment } from '../../shell/format.ts';
import { usePageTitle } from '../../shell/page-title.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { useSpeech, useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';
import { nameIn } from '../figures.ts';
import { LaidFigures } from './laid-figures.tsx';
import { ReportSteps } from './report-steps.tsx';
import { SectionText } from './section-text.tsx';

const keyOf = (id: string) => ['report', id] as const;

/** One report as it will be printed, and what can be done to it (T-3). */
export function ReportPage() {
  const { id = '' } = useParams();
  const { language, words } = useSpeech();
  const query = useQuery({
    queryKey: keyOf(id),
    queryFn: ({ signal }) => api.get<ReportView>(`/reports/${id}`, { signal }),
  });
  const title = query.data === undefined ? words.reports.title : nameIn(query.data.title, language);
  usePageTitle(title);
  if (query.isError) {
    return (
      <>
        <h1 className="unseen">{title}</h1>
        <ProblemNote error={query.error} onRetry={() => void query.refetch()} />
      </>
    );
  }
  if (query.data === undefined) return <Waiting lines={12} />;
  return <Opened key={query.data.id} report={query.data} title={title} />;
}

function Opened({ report, title }: { readonly report: ReportView; readonly title: string }) {
  const { language, words } = useSpeech();
  const say = words.reports;
  const client = useQueryClient();
  const [saved, setSaved] = useState('');
  // What was left empty is in a draft to be written, and is not printed.
  const shown = report.sections.filter(
    ({ text, tables }) => report.status === 'draft' || text !== '' || tables.length > 0,
  );
  const refresh = () => {
    void client.invalidateQueries({ queryKey: keyOf(report.id) });
    void client.invalidateQueries({ queryKey: ['list', 'reports'] });
  };
  return (
    <div className="report">
      <div className="page-head">
        <h1>{title}</h1>
        <nav className="head-links no-print" aria-label={say.title}>
          <a href={`/api/v1/reports/${report.id}/paper.pdf`}>{say.pdf}</a>
          <a href={`/api/v1/reports/${report.id}/paper.docx`}>{say.docx}</a>
          <Link to="/statistics/reports">{say.title}</Link>
        </nav>
      </div>
      <ReportState report={report} />
      <ReportSteps report={report} onDone={refresh} />
      <p role="status" className="quiet">
        {saved === '' ? '' : fill(say.saved, { heading: saved })}
      </p>
      {shown.map((section) => (
        <section key={section.id} className="panel" aria-labelledby={`section-${section.id}`}>
          <h2 id={`section-${section.id}`}>{nameIn(section.heading, language)}</h2>
          <SectionText
            report={report}
            section={section}
            onSaved={(heading) => {
              setSaved(heading);
              refresh();
            }}
          />
          {section.tables.map((table) => (
            <LaidFigures key={table.caption.zh} table={table} figures={report.figures} />
          ))}
        </section>
      ))}
      <History report={report} />
    </div>
  );
}

function ReportState({ report }: { readonly report: ReportView }) {
  const { reports: say } = useWords();
  const { from, until, to, asOf, finalAt } = report;
  return (
    <>
      <p>
        <strong className={report.status === 'draft' ? 'report-draft' : undefined}>
          {finalAt === null ? say.draftMark : fill(say.finalMark, { at: formatMoment(finalAt) })}
        </strong>{' '}
        {fill(say.edition, { edition: report.edition })}
      </p>
      <p className="quiet">
        {fill(say.basis, { from, until, asOf })} {until < to ? `${say.running} ` : ''}
        {say.noAccusations}
      </p>
      {report.corrects !== null && (
        <p>
          {fill(say.corrects, { reason: report.reason ?? '' })}{' '}
          <Link to={`/statistics/reports/${report.corrects}`}>{say.correctsLink}</Link>
        </p>
      )}
      {report.correctedBy !== null && (
        <p>
          {say.correctedBy}{' '}
          <Link to={`/statistics/reports/${report.correctedBy}`}>{say.correctedByLink}</Link>
        </p>
      )}
    </>
  );
}

function History({ report }: { readonly report: ReportView }) {
  const { reports: say } = useWords();
  return (
    <section className="panel" aria-labelledby="history">
      <h2 id="history">{say.history}</h2>
      <ul className="plain-list">
        {report.deeds.map(({ what, at, by }, place) => (
          <li key={place}>
            <span className="figure">{formatMoment(at)}</span> {by.name} {say.deed[what]}
          </li>
        ))}
      </ul>
      <p className="quiet report-digest">
        {say.digest} SHA-256 {report.digest}
      </p>
    </section>
  );
}
