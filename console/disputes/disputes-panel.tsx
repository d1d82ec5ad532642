import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { BesidePetition, MatchView } from '../../src/capabilities/disputes/matches/view.ts';
import { api } from '../shell/api.ts';
import { formatMoment } from '../shell/format.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useSubmission } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { useNamed } from './use-settings.ts';

const keyOf = (petitionId: string) => ['disputes-beside', petitionId] as const;

/** The dispute that a petition grew out of, and earlier ones that people judge. */
export function DisputesPanel({ petitionId }: { readonly petitionId: string }) {
  const { disputes: say } = useWords();
  const named = useNamed();
  const { data } = useQuery({
    queryKey: keyOf(petitionId),
    queryFn: ({ signal }) =>
      api.get<BesidePetition>(`/petitions/${petitionId}/disputes`, { signal }),
  });
  if (data === undefined || (data.origin === null && data.matches.length === 0)) return null;
  const { origin, matches } = data;
  const others = matches.filter(({ verdict }) => verdict !== 'origin');
  return (
    <section className="panel" aria-labelledby="disputes">
      <h2 id="disputes">{say.panel.title}</h2>
      {origin !== null && (
        <p>
          {fill(say.panel.origin, {
            day: formatMoment(origin.recordedAt).slice(0, 10),
            unit: origin.recordedBy,
            kind: named(origin.kind),
          })}{' '}
          {origin.id !== null && <Link to={`/disputes/${origin.id}`}>{say.panel.open}</Link>}
        </p>
      )}
      {others.length > 0 && (
        <>
          <h3>{say.panel.matches}</h3>
          <p className="quiet">{say.panel.matchesHelp}</p>
          <ul className="plain-list">
            {others.map((match) => (
              <Match key={match.disputeId} {...{ match, petitionId }} mayJudge={data.mayJudge} />
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function Match(props: {
  readonly match: MatchView;
  readonly petitionId: string;
  readonly mayJudge: boolean;
}) {
  const { match, petitionId } = props;
  const { disputes: say } = useWords();
  const named = useNamed();
  const client = useQueryClient();
  const { submit, busy, error } = useSubmission((verdict: string, key: string) =>
    api.post(
      `/petitions/${petitionId}/disputes/${match.disputeId}/judgement`,
      { verdict },
      { key },
    ),
  );
  const judge = async (verdict: 'confirmed' | 'rejected') => {
    if ((await submit(verdict)) !== null) {
      await client.invalidateQueries({ queryKey: keyOf(petitionId) });
    }
  };
  return (
    <li>
      <Link to={`/disputes/${match.disputeId}`}>{match.about}</Link>
      <p>
        {named(match.kind)} · {match.region} · {say.status[match.status]} ·{' '}
        <span className="figure">{formatMoment(match.recordedAt).slice(0, 10)}</span>
      </p>
      <p className="quiet">
        {fill(say.panel.score, { score: match.score })}：
        {match.likenesses.map((each) => say.panel.likeness[each]).join('、')}
      </p>
      <p>
        <span className="tag">{say.panel.verdict[match.verdict]}</span>{' '}
        {match.judgedBy !== '' && (
          <span className="quiet">{fill(say.panel.judged, { name: match.judgedBy })}</span>
        )}
      </p>
      {error !== null && <ProblemNote error={error} />}
      {props.mayJudge && (
        <div className="row">
          {match.verdict !== 'confirmed' && (
            <Button disabled={busy} onClick={() => void judge('confirmed')}>
              {say.panel.confirm}
            </Button>
          )}
          {match.verdict !== 'rejected' && (
            <Button disabled={busy} onClick={() => void judge('rejected')}>
              {say.panel.reject}
            </Button>
          )}
        </div>
      )}
    </li>
  );
}
