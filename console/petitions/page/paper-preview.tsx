import { useQuery } from '@tanstack/react-query';
import type { Block, PaperDocument } from '../../../src/capabilities/papers/document.ts';
import { api } from '../../shell/api.ts';
import { formatDay } from '../../shell/format.ts';
import { ProblemNote } from '../../shell/problem-note.tsx';
import { Waiting } from '../../shell/waiting.tsx';

/** What a paper says, to be read before it is checked, signed or sealed. */
export function PaperPreview(props: { readonly petitionId: string; readonly paperId: string }) {
  const { petitionId, paperId } = props;
  const query = useQuery({
    queryKey: ['petition', petitionId, 'paper', paperId],
    queryFn: ({ signal }) =>
      api.get<PaperDocument>(`/petitions/${petitionId}/papers/${paperId}?format=preview`, {
        signal,
      }),
  });
  if (query.isError) return <ProblemNote error={query.error} />;
  if (query.data === undefined) return <Waiting lines={10} />;
  return <PaperSheet paper={query.data} />;
}

/** The words of a paper in their order, without the layout of the printed page. */
export function PaperSheet({ paper }: { readonly paper: PaperDocument }) {
  return (
    <article className="paper-sheet" lang="zh-CN">
      <p className="paper-number">{paper.number}</p>
      <h3 className="paper-title">{paper.title}</h3>
      {paper.addressee !== undefined && <p>{paper.addressee}</p>}
      {paper.blocks.map((block, at) => (
        // The blocks of a paper stand in their order and have no other name.
        // eslint-disable-next-line react/no-array-index-key
        <PaperBlock key={at} block={block} />
      ))}
      <p className="paper-sign">
        {paper.issuer.name}
        {paper.date !== undefined && <span>{formatDay(paper.date, 'zh-CN')}</span>}
      </p>
    </article>
  );
}

function PaperBlock({ block }: { readonly block: Block }) {
  switch (block.type) {
    case 'paragraph':
      return <p className={block.indent ? 'paper-indent' : ''}>{block.text}</p>;
    case 'heading':
      return <h4>{block.text}</h4>;
    case 'demands':
      return (
        <ol>
          {block.items.map((item) => (
            <li key={item}>{item}</li>
          ))}
        </ol>
      );
    case 'table':
      return (
        <dl className="facts">
          {block.rows.map(({ label, value }) => (
            <div key={label} style={{ display: 'contents' }}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      );
    case 'figures':
      return (
        <table className="table">
          <caption>{block.caption}</caption>
          <thead>
            <tr>
              {block.columns.map(({ head }) => (
                <th key={head} scope="col">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {block.rows.map(({ cells }) => (
              <tr key={cells[0]}>
                {cells.map((cell, at) => (
                  <td key={at}>{cell}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      );
    // The table beside it says the same.
    case 'chart':
    case 'signature':
      return null;
  }
}
