import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import { api } from '../shell/api.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { useOfficers } from '../shell/reference-data.ts';
import { useSession } from '../shell/session.tsx';
import { ShortForm } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { planFields, planInput } from './plan-fields.ts';
import { visitsKey } from './visits-panel.tsx';

/** Plans a visit at the home of whoever wrote a petition. */
export function PlanVisitPage() {
  const { id = '' } = useParams();
  const { visits: say } = useWords();
  const { unit, userId } = useSession();
  const colleagues = useOfficers(unit?.id ?? null);
  const navigate = useNavigate();
  const client = useQueryClient();
  usePageTitle(say.plan.title);
  return (
    <>
      <div className="page-head">
        <h1>{say.plan.title}</h1>
      </div>
      <section className="panel narrow-form">
        <ShortForm
          draft={`home-visit:${id}`}
          fields={planFields(say, colleagues, { me: userId, visit: null })}
          label={say.plan.title}
          send={(typed, key) =>
            api.post<{ id: string }>(`/petitions/${id}/home-visits`, planInput(typed), { key })
          }
          onLeave={() => void navigate(`/petitions/${id}`)}
          onDone={(done) => {
            void client.invalidateQueries({ queryKey: visitsKey(id) });
            void client.invalidateQueries({ queryKey: ['list'] });
            void navigate(`/visits/${done.id}`);
          }}
        />
      </section>
    </>
  );
}
