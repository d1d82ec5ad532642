import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Progress } from 'antd';
import { useState } from 'react';
import { api } from '../shell/api.ts';
import { Field } from '../shell/field.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import type { ExportView } from '../../src/capabilities/desk/contract.ts';
import { useWords } from '../shell/words-context.tsx';
import { ExportList } from './export-list.tsx';
import type { ListName, ListQuery } from './lists.ts';
import { Tick } from '../shell/tick.tsx';

/** Nothing more will happen to it by itself. */
const ended: readonly ExportView['state'][] = ['ready', 'refused', 'failed'];

/** The list as XLSX: the reason is recorded, the work goes on without this window. */
export function ExportDialog(props: {
  readonly list: ListName;
  readonly query: ListQuery;
  readonly onClose: () => void;
}) {
  const { desk, shell } = useWords();
  const [reason, setReason] = useState('');
  const [personal, setPersonal] = useState(false);
  const start = useMutation({
    mutationFn: () =>
      api.post<{ id: string }>('/exports', {
        list: props.list,
        query: props.query,
        reason,
        personal,
      }),
  });
  const id = start.data?.id;
  const progress = useQuery({
    queryKey: ['export', id],
    queryFn: ({ signal }) => api.get<ExportView>(`/exports/${id}`, { signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) =>
      state.data !== undefined && ended.includes(state.data.state) ? false : 1000,
  });
  const state = progress.data?.state;
  return (
    <Modal open title={desk.export.title} footer={null} onCancel={props.onClose} width={480}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          start.mutate();
        }}
      >
        {start.isError && <ProblemNote error={start.error} />}
        {progress.isError && <ProblemNote error={progress.error} />}
        {id === undefined ? (
          <>
            <Field label={desk.export.reason} help={desk.export.reasonHelp} required>
              {(aria) => (
                <Input
                  {...aria}
                  value={reason}
                  onChange={(event) => setReason(event.target.value)}
                  maxLength={500}
                  minLength={5}
                  required
                />
              )}
            </Field>
            <div className="field">
              <Tick checked={personal} onChange={(on) => setPersonal(on)}>
                {desk.export.personal}
              </Tick>
            </div>
            <Button type="primary" htmlType="submit" loading={start.isPending}>
              {desk.export.start}
            </Button>
          </>
        ) : (
          <div aria-live="polite">
            <Progress
              percent={state === 'ready' ? 100 : Math.round((progress.data?.progress ?? 0) * 100)}
              aria-label={desk.export.progress}
            />
            <p>
              {desk.export.state[state ?? 'queued']}{' '}
              {state === 'ready' && (
                <a href={progress.data?.downloadUrl ?? `/api/v1/exports/${id}/file`} download>
                  {desk.export.file}
                </a>
              )}
            </p>
            <Button onClick={props.onClose}>{shell.action.close}</Button>
          </div>
        )}
      </form>
      <ExportList />
    </Modal>
  );
}
