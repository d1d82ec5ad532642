import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { limits } from '../../src/capabilities/case-sponsorship/ways-out/limits.ts';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { ShortForm } from '../shell/short-form.tsx';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import { RowButtons, useRows } from './rows.tsx';
import { chooseFields, chooseInput } from './way-fields.ts';
import { useWaysOf } from './ways-panel.tsx';

/** Chooses one of the three ways out for a petition or one of its demands (S-5). */
export function ChooseWayPage() {
  const { id = '' } = useParams();
  const { waysOut: say } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const [params, setParams] = useSearchParams();
  const way = keysOf(say.way).find((each) => each === params.get('way')) ?? 'policy';
  const steps = useRows('steps', {
    least: 1,
    most: limits.steps,
    draft: `way-out:${id}:policy`,
    fields: ['step', 'due', 'expert', 'expertUnit', 'expertField'],
  });
  const { data } = useWaysOf(id);
  usePageTitle(say.choose.title);
  return (
    <>
      <div className="page-head">
        <h1>{say.choose.title}</h1>
      </div>
      <section className="panel narrow-form">
        <Choice
          label={say.choose.ways}
          value={way}
          options={keysOf(say.way).map((value) => ({ value, label: say.way[value] }))}
          onChange={(value) =>
            setParams(
              (before) => {
                const after = new URLSearchParams(before);
                after.set('way', value);
                return after;
              },
              { replace: true },
            )
          }
        />
        <p className="quiet">{say.wayHelp[way]}</p>
        {way === 'aid' && <p className="quiet">{say.choose.free}</p>}
        {way === 'policy' && <RowButtons rows={steps} />}
        <ShortForm
          key={way}
          draft={`way-out:${id}:${way}`}
          fields={chooseFields(way, say, { demands: data?.demands ?? [] }, steps.count)}
          label={say.choose.title}
          send={(typed, key) =>
            api.post<{ id: string }>(
              `/petitions/${id}/ways-out`,
              chooseInput(way, typed, steps.count),
              { key },
            )
          }
          onLeave={() => void navigate(`/petitions/${id}`)}
          onDone={(done) => {
            void client.invalidateQueries({ queryKey: ['ways-out', id] });
            void client.invalidateQueries({ queryKey: ['list'] });
            void navigate(`/ways-out/${done.id}`);
          }}
        />
      </section>
    </>
  );
}
