import { useMutation } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { api } from '../shell/api.ts';
import { Choice } from '../shell/choice.tsx';
import { DateField } from '../shell/date-field.tsx';
import { todayInShanghai } from '../shell/date-typing.ts';
import { Field } from '../shell/field.tsx';
import { ProblemNote } from '../shell/problem-note.tsx';
import { newKey } from '../shell/use-submission.ts';
import { useWords } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import type { Step, Waits } from './waiting-papers.ts';

interface ItemResult {
  readonly petitionId: string;
  readonly paperId: string;
  readonly done: boolean;
  readonly detail: string | null;
}

/** Ways in which many papers are served alike; the others need facts of each. */
const together = ['hand', 'electronic', 'announcement'] as const;

/** The step on all ticked papers; service also needs its way, day and proof. */
export function BatchBar(props: {
  readonly step: Step;
  readonly chosen: readonly Waits[];
  readonly onDone: () => void;
}) {
  const { papers: say, terms, fields } = useWords();
  const { step, chosen } = props;
  const [way, setWay] = useState<string>('hand');
  const [servedOn, setServedOn] = useState(todayInShanghai(Date.now()));
  const [proof, setProof] = useState('');
  const [place, setPlace] = useState('');
  const [sent, setSent] = useState<readonly Waits[]>([]);
  const run = useMutation({
    mutationFn: () => {
      setSent(chosen);
      const papers = chosen.map(({ petition, paper }) => ({
        petitionId: petition.id,
        paperId: paper.id,
        ...(petition.case === null ? {} : { case: petition.case }),
      }));
      const service =
        step === 'servePaper'
          ? {
              way,
              servedOn,
              ...(proof === '' ? {} : { proof }),
              ...(way === 'announcement' ? { place } : {}),
            }
          : {};
      return api.post<{ results: ItemResult[] }>(
        '/papers/batch',
        { step, papers, ...service },
        { key: newKey() },
      );
    },
    onSuccess: props.onDone,
  });
  const failed = run.data?.results.filter((each) => !each.done) ?? [];
  const done = (run.data?.results.length ?? 0) - failed.length;
  return (
    <div className="no-print">
      {chosen.length > 0 && step === 'servePaper' && (
        <div className="panel columns">
          <Field label={fields.label.serviceWay}>
            {(aria) => (
              <Choice
                aria={aria}
                value={way}
                options={together.map((each) => ({
                  value: each,
                  label: terms.serviceWay[each],
                }))}
                onChange={setWay}
              />
            )}
          </Field>
          <Field label={fields.label.servedOn}>
            {(aria) => <DateField aria={aria} value={servedOn} onChange={setServedOn} />}
          </Field>
          {way === 'announcement' && (
            <Field label={fields.label.publishedIn}>
              {(aria) => (
                <Input {...aria} value={place} onChange={(event) => setPlace(event.target.value)} />
              )}
            </Field>
          )}
          <Field label={fields.label.proof} help={fields.help.proof}>
            {(aria) => (
              <Input {...aria} value={proof} onChange={(event) => setProof(event.target.value)} />
            )}
          </Field>
        </div>
      )}
      <div className="row batch-bar">
        <Button
          type="primary"
          disabled={chosen.length === 0}
          loading={run.isPending}
          onClick={() => run.mutate()}
        >
          {fill(say.run, { count: chosen.length, step: say.step[step] })}
        </Button>
        <span role="status">
          {run.data !== undefined && done > 0 && fill(say.done, { count: done })}{' '}
          {failed.length > 0 && fill(say.failed, { count: failed.length })}
        </span>
      </div>
      {run.isError && <ProblemNote error={run.error} />}
      {failed.length > 0 && (
        <ul className="plain-list problem-list">
          {failed.map(({ paperId, detail }) => {
            const item = sent.find(({ paper }) => paper.id === paperId);
            return (
              <li key={paperId}>
                {item !== undefined &&
                  `${terms.paperKind[item.paper.kind]} · ${item.petition.title}`}
                {detail !== null && ` — ${detail}`}
              </li>
            );
          })}
        </ul>
      )}
    </div>
  );
}
