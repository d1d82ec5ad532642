import type { ReactElement } from 'react';
import { dayInWords } from '../../../../portal/dates.ts';
import { Notice } from '../../../../portal/components.tsx';
import { Layout } from '../../../../portal/layout.tsx';
import type { Reading } from '../../../../portal/page.tsx';
import { sayer } from '../../../../portal/words/index.ts';
import type { DrawList, DrawView } from '../view.ts';
import type { Redrawn } from '../queries/index.ts';
import { drawPageWords } from './words.ts';

/** All draws, newest first. */
export const DrawsPage = ({
  reading,
  items,
}: {
  readonly reading: Reading;
  readonly items: DrawList['items'];
}): ReactElement => {
  const tell = sayer(drawPageWords, reading.language);
  const day = (date: string): string => dayInWords(date.slice(0, 10), reading.language);
  return (
    <Layout reading={reading} title={tell('list.title')} back="/">
      <h1>{tell('list.title')}</h1>
      <p>{tell('list.lead')}</p>
      {items.length === 0 && <p>{tell('list.none')}</p>}
      <ul>
        {items.map(({ id, theme, office, drawn }) => (
          <li key={id}>
            <a href={`/draws/${id}`}>{theme}</a> · {office.name} ·{' '}
            {drawn === null ? tell('list.waiting') : tell('list.drawn', { day: day(drawn.on) })}
          </li>
        ))}
      </ul>
    </Layout>
  );
};

const script = `import hashlib, json, sys, urllib.request
draw = json.load(urllib.request.urlopen(sys.argv[1]))
sha256 = lambda text: hashlib.sha256(text.encode()).hexdigest()
assert sha256("\\n".join(draw["entries"])) == draw["listHash"]
seed = draw["drawn"]["seed"]
order = sorted(draw["entries"], key=lambda entry: sha256(seed + "\\n" + entry))
print("\\n".join(order[: draw["take"]]))`;

const Codes = ({ codes }: { readonly codes: readonly string[] }): ReactElement => (
  <ul>
    {codes.map((code) => (
      <li key={code}>
        <code>{code}</code>
      </li>
    ))}
  </ul>
);

/** One draw with all that anybody needs to do it again; `again` is what somebody just drew here. */
export const DrawPage = ({
  reading,
  draw,
  again,
  seed,
}: {
  readonly reading: Reading;
  readonly draw: DrawView;
  readonly again: Redrawn | null;
  readonly seed: string;
}): ReactElement => {
  const tell = sayer(drawPageWords, reading.language);
  const day = (date: string): string => dayInWords(date.slice(0, 10), reading.language);
  const { source, drawn } = draw;
  const facts: readonly (readonly [string, string])[] = [
    [tell('one.office'), draw.office.name],
    [tell('one.frozen'), day(draw.frozenAt)],
    [tell('one.size'), String(draw.entries.length)],
    [tell('one.take'), String(draw.take)],
    [
      tell('one.source'),
      source.kind === 'server'
        ? tell('one.sourceServer')
        : tell('one.sourcePublic', { day: day(source.from), text: source.text }),
    ],
  ];
  return (
    <Layout reading={reading} title={tell('one.title')} back="/draws">
      <h1>{draw.theme}</h1>
      <dl>
        {facts.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{tell('one.hash')}</dt>
          <dd>
            <code>{draw.listHash}</code>
            <br />
            {tell('one.hashHelp')}
          </dd>
        </div>
      </dl>
      <h2>{tell('one.result')}</h2>
      {drawn === null ? (
        <p>{tell('one.notYet')}</p>
      ) : (
        <>
          <p>
            {tell('one.seed')} <code>{drawn.seed}</code>
          </p>
          <Codes codes={drawn.result} />
        </>
      )}
      <h2>{tell('one.how')}</h2>
      <ol>
        <li>{tell('one.how1')}</li>
        <li>{tell('one.how2')}</li>
        <li>{tell('one.how3')}</li>
      </ol>
      <h2 id="again">{tell('again.title')}</h2>
      {again !== null && (
        <Notice kind={again.sameList && again.sameResult !== false ? 'info' : 'warn'} live>
          <p>
            {again.sameResult === null
              ? tell('again.open')
              : tell(again.sameResult ? 'again.same' : 'again.other')}
          </p>
          <p>{tell(again.sameList ? 'again.listSame' : 'again.listOther')}</p>
          <Codes codes={again.result} />
        </Notice>
      )}
      <p>{tell('again.lead')}</p>
      <form method="get" action={`/draws/${draw.id}`}>
        <p>
          <label id="seed-label" htmlFor="seed">
            {tell('again.seed')}
          </label>
          <input
            id="seed"
            name="seed"
            type="text"
            maxLength={200}
            defaultValue={seed}
            aria-labelledby="seed-label"
          />
        </p>
        <p>
          <button className="button" type="submit">
            {tell('again.press')}
          </button>
        </p>
      </form>
      <details>
        <summary>{tell('again.by')}</summary>
        <p>{tell('again.byLead')}</p>
        <p>
          {script.split('\n').map((line) => (
            <span key={line}>
              <code>{line}</code>
              <br />
            </span>
          ))}
        </p>
      </details>
      <details>
        <summary>{tell('one.entries')}</summary>
        <p>{tell('one.entriesHelp')}</p>
        <Codes codes={draw.entries} />
      </details>
      {draw.excluded.length > 0 && (
        <details>
          <summary>{tell('one.excluded')}</summary>
          <ul>
            {draw.excluded.map(({ entry, reason }) => (
              <li key={entry}>
                <code>{entry}</code> {tell(`one.reason.${reason}`)}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p>
        <a className="quiet" href={`/api/v1/public/draws/${draw.id}`}>
          {tell('one.machine')}
        </a>
      </p>
    </Layout>
  );
};
