import { useQuery } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { VisitView } from '../../../src/capabilities/case-sponsorship/visits/view.ts';
import { api } from '../../shell/api.ts';
import { useFieldWork } from '../../shell/offline/field-context.ts';
import { KeptFile } from '../../shell/offline/kept-file.tsx';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { useWords } from '../../shell/words-context.tsx';
import type { VisitFieldRecord } from './notes.ts';
import type { Notes } from './use-notes.ts';

function Theirs({ view }: { readonly view: VisitView }) {
  const { visits: say } = useWords();
  return (
    <>
      <p>
        <strong>{say.status[view.status]}</strong>
      </p>
      <p>
        {view.day} {view.time ?? say.anyTime} · {view.place}
      </p>
      <p>{view.purpose}</p>
      {view.record !== null && (
        <>
          <p>
            {view.record.by} · {view.record.visitedOn}
          </p>
          <p className="words">{view.record.words}</p>
        </>
      )}
    </>
  );
}

function Mine({ notes, record }: { readonly notes: Notes; readonly record: VisitFieldRecord }) {
  const { visits: say } = useWords();
  const { body, files } = record;
  if (body === null) return null;
  return (
    <>
      <p>
        <strong>{say.outcome[body.outcome]}</strong> · {body.visitedOn}
      </p>
      <p>
        {body.talks
          .map(({ partner, name }) => [say.partner[partner], name].filter(Boolean).join(' '))
          .join('、')}
      </p>
      <p className="words">{body.words}</p>
      {body.promise.text !== '' && (
        <p>
          {say.promise}: {body.promise.text} {body.promise.dueDate}
        </p>
      )}
      <ul className="field-shots">
        {files.map((file) => (
          <li key={file.id}>
            <KeptFile store={notes.store} file={file} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Somebody changed the visit meanwhile: both sides, and the person decides (S-3). */
export function Conflict(props: { readonly notes: Notes; readonly record: VisitFieldRecord }) {
  const { notes, record } = props;
  const { offline } = useWords();
  const { session } = useFieldWork();
  const [asking, setAsking] = useState(false);
  const id = record.about ?? '';
  const query = useQuery({
    queryKey: ['home-visit', id],
    queryFn: ({ signal }) => api.get<VisitView>(`/home-visits/${id}`, { signal, open: true }),
    enabled: session !== null,
    staleTime: 0,
  });
  const view = query.data;
  const keep = async (as: 'record' | 'addition', version: number) => {
    notes.change((body) => ({ ...body, as, version }));
    await notes.setState('waiting');
  };
  return (
    <section aria-labelledby="conflict" className="field-form">
      <h2 id="conflict">{offline.conflict.title}</h2>
      <p role="alert">{offline.conflict.lead}</p>
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      <div className="sides">
        <section aria-label={offline.conflict.theirs}>
          <h3>{offline.conflict.theirs}</h3>
          {view !== undefined && <Theirs view={view} />}
        </section>
        <section aria-label={offline.conflict.mine}>
          <h3>{offline.conflict.mine}</h3>
          <Mine notes={notes} record={record} />
        </section>
      </div>
      {view !== undefined && (
        <Button
          type="primary"
          size="large"
          block
          onClick={() => void keep(view.status === 'planned' ? 'record' : 'addition', view.version)}
        >
          {view.status === 'planned' ? offline.conflict.asRecord : offline.conflict.addition}
        </Button>
      )}
      <Button size="large" block onClick={() => setAsking(true)}>
        {offline.conflict.discard}
      </Button>
      <Modal
        open={asking}
        title={offline.conflict.discard}
        okText={offline.conflict.discard}
        okButtonProps={{ danger: true }}
        onOk={() => {
          setAsking(false);
          void notes.discard();
        }}
        onCancel={() => setAsking(false)}
      >
        {offline.record.discardAsk}
      </Modal>
    </section>
  );
}
