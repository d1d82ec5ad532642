import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Input, Modal, Progress } from 'antd';
import { useState } from 'react';
import { api } from '../shell/api.ts';
import { Field } from '../shell/field.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { useWords } from '../shell/words-context.tsx';
import type { ListName, ListQuery } from './lists.ts';

interface ExportState {
  readonly state: string;
  readonly progress: number;
  readonly downloadUrl?: string;
}

/** Progress as a share or as percent, whichever way the server counts. */
const percentOf = (progress: number): number =>
  Math.round(progress <= 1 ? progress * 100 : progress);

/** The list as XLSX: the reason is recorded, the work goes on without this window. */
export function ExportDialog(props: {
  readonly list: ListName;
  readonly query: ListQuery;
  readonly onClose: () => void;
}) {
  const { desk, shell } = useWords();
  const [reason, setReason] = useState('');
  const start = useMutation({
    mutationFn: () =>
      api.post<{ id: string }>('/exports', { list: props.list, query: props.query, reason }),
  });
  const id = start.data?.id;
  const progress = useQuery({
    queryKey: ['export', id],
    queryFn: ({ signal }) => api.get<ExportState>(`/exports/${id}`, { signal }),
    enabled: id !== undefined,
    refetchInterval: ({ state }) =>
      state.data?.state === 'done' || state.data?.state === 'failed' ? false : 1000,
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
                  maxLength={200}
                  required
                />
              )}
            </Field>
            <Button type="primary" htmlType="submit" loading={start.isPending}>
              {desk.export.start}
            </Button>
          </>
        ) : (
          <div aria-live="polite">
            <Progress
              percent={state === 'done' ? 100 : percentOf(progress.data?.progress ?? 0)}
              aria-label={desk.export.progress}
            />
            {state === 'done' && (
              <p>
                {desk.export.done}{' '}
                <a href={progress.data?.downloadUrl ?? `/api/v1/exports/${id}/file`} download>
                  {desk.export.file}
                </a>
              </p>
            )}
            {state === 'failed' && <p>{desk.export.failed}</p>}
            {state !== 'done' && state !== 'failed' && <p>{desk.export.running}</p>}
            <Button onClick={props.onClose}>{shell.action.close}</Button>
          </div>
        )}
      </form>
    </Modal>
  );
}
