import { useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from 'react-router';
import type { ProceedingLine } from '../../src/capabilities/hearings-mediation/view.ts';
import { api } from '../shell/api.ts';
import { MissingPage } from '../shell/broken-page.tsx';
import { usePageTitle } from '../shell/page-title.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { beginForms } from './forms.ts';
import { proceedingsKey } from './proceedings-panel.tsx';
import { TypedForm } from './typed-form.tsx';

type Kind = ProceedingLine['kind'];

const isKind = (kind: string | undefined): kind is Kind => kind !== undefined && kind in beginForms;

/** Begins a hearing, mediation, re-evaluation or deliberation on a petition. */
export function BeginProceedingPage() {
  const { id = '', kind } = useParams();
  const { hearings: say } = useWords();
  const navigate = useNavigate();
  const client = useQueryClient();
  const title = isKind(kind) ? fill(say.beginKind, { kind: say.kind[kind] }) : say.title;
  usePageTitle(title);
  if (!isKind(kind)) return <MissingPage />;
  return (
    <>
      <div className="page-head">
        <h1>{title}</h1>
      </div>
      <section className="panel narrow-form">
        <TypedForm
          fields={beginForms[kind]}
          label={say.begin}
          send={(input, key) =>
            api.post<{ id: string }>(`/petitions/${id}/${kind}s`, input, { key })
          }
          onLeave={() => void navigate(`/petitions/${id}`)}
          onDone={(done) => {
            void client.invalidateQueries({ queryKey: proceedingsKey(id) });
            void client.invalidateQueries({ queryKey: ['list'] });
            void navigate(`/petitions/${id}/proceedings/${done.id}`);
          }}
        />
      </section>
    </>
  );
}
