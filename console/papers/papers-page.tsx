import { useQueryClient } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { displayPetitionNumber } from '../../src/kernel/petition-number.ts';
import { paperAddress } from '../petitions/page/papers-panel.tsx';
import { stepAddress } from '../petitions/steps.ts';
import { ColourMark } from '../shell/colour-mark.tsx';
import { formatRemaining } from '../shell/format.ts';
import { usePageTitle } from '../shell/page-title.ts';
import { Waiting } from '../shell/waiting.tsx';
import { useWords } from '../shell/words-context.tsx';
import { fill, keysOf } from '../words/words.ts';
import { ProblemNote } from '../shell/problem-note.tsx';
import { BatchBar } from './batch-bar.tsx';
import { useWaitingPapers } from './waiting-papers.ts';

/** Papers awaiting my step, and the step on many at once (P-4a). */
export function PapersPage() {
  const words = useWords();
  const { papers: say, terms, petition: petitionWords } = words;
  usePageTitle(say.title);
  const [params, setParams] = useSearchParams();
  const step = keysOf(say.step).find((each) => each === params.get('step')) ?? 'checkPaper';
  const query = useWaitingPapers(step);
  const items = query.data?.pages.flatMap((page) => page.items) ?? [];
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set());
  const client = useQueryClient();
  const chosen = items.filter(({ paper }) => picked.has(paper.id));
  const name = say.step[step];
  return (
    <>
      <div className="page-head">
        <h1>{say.title}</h1>
      </div>
      <div className="tabs" role="group" aria-label={say.steps}>
        {keysOf(say.step).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={each === step}
            onClick={() => {
              setPicked(new Set());
              setParams({ step: each }, { replace: true });
            }}
          >
            {say.step[each]}
          </button>
        ))}
      </div>
      <BatchBar
        key={step}
        step={step}
        chosen={chosen}
        onDone={() => {
          setPicked(new Set());
          void client.invalidateQueries({ queryKey: ['list'] });
          void client.invalidateQueries({ queryKey: ['petition'] });
          void client.invalidateQueries({ queryKey: ['review'] });
        }}
      />
      {query.isError && <ProblemNote error={query.error} onRetry={() => void query.refetch()} />}
      {query.isPending && <Waiting lines={8} />}
      {query.isSuccess && !query.hasNextPage && items.length === 0 && (
        <div className="empty panel">
          <p className="empty-title">{fill(say.empty, { step: name })}</p>
          <p>{say.emptyHelp}</p>
        </div>
      )}
      {items.length > 0 && (
        <div
          className="table-scroll"
          tabIndex={0}
          role="group"
          aria-label={fill(say.table, { step: name })}
        >
          <table className="table">
            <thead>
              <tr>
                <th scope="col" className="col-pick">
                  <input
                    type="checkbox"
                    aria-label={words.desk.selectAll}
                    checked={chosen.length === items.length}
                    onChange={(event) =>
                      setPicked(
                        event.target.checked
                          ? new Set(items.map(({ paper }) => paper.id))
                          : new Set(),
                      )
                    }
                  />
                </th>
                <th scope="col">{say.kind}</th>
                <th scope="col">{say.petition}</th>
                <th scope="col">{say.draftedBy}</th>
                <th scope="col">{say.due}</th>
                <th scope="col">{petitionWords.otherSteps}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ paper, petition }) => (
                <tr key={paper.id}>
                  <td className="col-pick">
                    <input
                      type="checkbox"
                      aria-label={fill(say.selectOne, {
                        kind: terms.paperKind[paper.kind],
                        number: petition.number,
                      })}
                      checked={picked.has(paper.id)}
                      onChange={() =>
                        setPicked((before) => {
                          const next = new Set(before);
                          if (!next.delete(paper.id)) next.add(paper.id);
                          return next;
                        })
                      }
                    />
                  </td>
                  <td>
                    <a
                      href={
                        petition.case?.kind === 'review'
                          ? `/api/v1/reviews/${petition.case.id}/papers/${paper.id}?format=pdf`
                          : paperAddress(petition.id, paper.id, 'pdf')
                      }
                      target="_blank"
                      rel="noreferrer"
                    >
                      {terms.paperKind[paper.kind]}
                    </a>
                    <span className="line-sub">
                      {paper.issuer.name} ·{' '}
                      {paper.internal && paper.stage === 'sealed'
                        ? petitionWords.paper.arrived
                        : terms.paperStage[paper.stage]}
                    </span>
                  </td>
                  <td>
                    <Link to={`/petitions/${petition.id}`}>{petition.title}</Link>
                    <span className="line-sub figure">
                      {displayPetitionNumber(petition.number)}
                    </span>
                  </td>
                  <td>{paper.draftedBy}</td>
                  <td className="nowrap">
                    {petition.clock !== null && (
                      <ColourMark
                        colour={petition.clock.colour}
                        text={formatRemaining(petition.clock.remainingDays, words)}
                      />
                    )}
                  </td>
                  <td>
                    <span className="row">
                      {paper.steps.map((each) => (
                        <Link
                          key={each}
                          to={
                            petition.case?.kind === 'review'
                              ? `/reviews/${petition.case.id}?do=${each}&paper=${paper.id}`
                              : stepAddress(petition, each, paper.id)
                          }
                        >
                          {words.commands.name[each]}
                        </Link>
                      ))}
                    </span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {query.hasNextPage && (
        <Button loading={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {words.shell.action.loadMore}
        </Button>
      )}
    </>
  );
}
