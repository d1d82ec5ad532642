import { useQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import type { MeetingsOfPetition } from '../../src/capabilities/case-sponsorship/meetings/view.ts';
import { api } from '../shell/api.ts';
import { useWords } from '../shell/words-context.tsx';

export const meetingsKey = (petitionId: string) => ['three-party-meetings', petitionId] as const;

/** The three-party meetings on a petition, and the way to one; nothing where neither is. */
export function MeetingsPanel({ petitionId }: { readonly petitionId: string }) {
  const { meetings: say } = useWords();
  const { data } = useQuery({
    queryKey: meetingsKey(petitionId),
    queryFn: ({ signal }) =>
      api.get<MeetingsOfPetition>(`/petitions/${petitionId}/meetings`, { signal }),
  });
  if (data === undefined || (data.items.length === 0 && !data.mayPlan)) return null;
  return (
    <section className="panel" aria-labelledby="meetings">
      <h2 id="meetings">{say.panel.title}</h2>
      {data.items.length === 0 && <p className="quiet">{say.panel.none}</p>}
      <ul className="plain-list">
        {data.items.map((meeting) => (
          <li key={meeting.id}>
            <Link to={`/meetings/${meeting.id}`} className="figure">
              {meeting.on} {meeting.time}
            </Link>{' '}
            {meeting.unit.name} · {say.status[meeting.status]}
          </li>
        ))}
      </ul>
      {data.mayPlan && (
        <p>
          <Link to={`/petitions/${petitionId}/meetings/new`}>{say.panel.plan}</Link>
        </p>
      )}
    </section>
  );
}
