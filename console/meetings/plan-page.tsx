import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { optionsOf, usePeople } from '../case-sponsorship/people.ts';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { ShortForm } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { planFields, planInput } from './meeting-fields.ts';
import { meetingsKey } from './meetings-panel.tsx';

/** Convenes a three-party meeting on a petition (S-4). */
export function PlanMeetingPage() {
  const { id = '' } = useParams();
  const { meetings: say } = useWords();
  const people = usePeople();
  const navigate = useNavigate();
  const client = useQueryClient();
  usePageTitle(say.plan.title);
  const choices = { leaders: optionsOf(people, true), staff: optionsOf(people, false) };
  return (
    <>
      <div className="page-head">
        <h1>{say.plan.title}</h1>
      </div>
      <p className="quiet">{say.plan.intro}</p>
      <section className="panel narrow-form">
        <ShortForm
          draft={`three-party-meeting:${id}`}
          fields={planFields(say, choices)}
          label={say.plan.title}
          send={(typed, key) =>
            api.post<{ id: string }>(`/petitions/${id}/meetings`, planInput(typed, people), { key })
          }
          onLeave={() => void navigate(`/petitions/${id}`)}
          onDone={(done) => {
            void client.invalidateQueries({ queryKey: meetingsKey(id) });
            void client.invalidateQueries({ queryKey: ['list'] });
            void navigate(`/meetings/${done.id}`);
          }}
        />
      </section>
    </>
  );
}
