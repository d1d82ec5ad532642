import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useState } from 'react';
import type { PaperDocument } from '../../src/capabilities/papers/document.ts';
import { PaperSheet } from '../petitions/page/paper-preview.tsx';
import { api } from '../shell/api.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';

/** An invented paper with what is typed, as it goes; the printed page is one press away. */
export function WordingPreview(props: {
  readonly kind: string;
  readonly title: string;
  readonly typed: Readonly<Record<string, string>>;
}) {
  const { wording: say } = useWords();
  const { kind, typed } = props;
  const [settled, setSettled] = useState(typed);
  useEffect(() => {
    const timer = window.setTimeout(() => setSettled(typed), 500);
    return () => window.clearTimeout(timer);
  }, [typed]);
  const query = useQuery({
    queryKey: ['paper-templates', kind, 'preview', settled],
    queryFn: ({ signal }) =>
      api.post<PaperDocument>(
        `/paper-templates/${kind}/preview?format=document`,
        { slots: settled },
        { signal },
      ),
    placeholderData: (before) => before,
    retry: false,
  });
  const print = useMutation({
    mutationFn: () => api.file(`/paper-templates/${kind}/preview`, { slots: typed }),
    onSuccess: (pdf) => {
      const address = URL.createObjectURL(pdf);
      const link = document.createElement('a');
      link.href = address;
      link.download = `${props.title}.pdf`;
      link.click();
      URL.revokeObjectURL(address);
    },
  });
  return (
    <section className="panel wording-preview" aria-labelledby="wording-preview">
      <div className="row">
        <h2 id="wording-preview">{say.preview}</h2>
        <Button size="small" loading={print.isPending} onClick={() => print.mutate()}>
          {say.pdf}
        </Button>
      </div>
      <p className="quiet">{say.previewHelp}</p>
      {print.isError && <ProblemNote error={print.error} />}
      {query.isError && <ProblemNote error={query.error} />}
      {query.data === undefined && !query.isError && <Waiting lines={10} />}
      {query.data !== undefined && <PaperSheet paper={query.data} />}
    </section>
  );
}
