import type {
  RatingValueView,
  RatingView,
} from '../../../src/capabilities/petitions/afterwards/view.ts';
import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { formatDay, formatMoment } from '../../shell/format.ts';
import { useSpeech } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';

/** What the petitioner said of office and unit, apart from what staff recorded (P-10, P-11). */
export function RatingPanel({ petition }: { readonly petition: PetitionView }) {
  const { words } = useSpeech();
  const { afterwards: say } = words;
  const rating = petition.afterwards?.rating ?? null;
  const excluded = petition.afterwards?.ratingExcluded ?? null;
  if (rating === null && excluded === null) return null;
  return (
    <section className="panel">
      <h2>{say.panel.rating}</h2>
      {rating === null ? (
        excluded !== null && <p className="quiet">{say.exclusion[excluded]}</p>
      ) : (
        <Rated rating={rating} />
      )}
    </section>
  );
}

function Rated({ rating }: { readonly rating: RatingView }) {
  const { words, language } = useSpeech();
  const { panel } = words.afterwards;
  const { current, first, until, noted, scale } = rating;
  const bad = current !== null && (current.office.bad || current.unit.bad);
  return (
    <>
      {current === null && <p>{until === null ? panel.lapsed : panel.silent}</p>}
      {current !== null && (
        <>
          <Value value={current} rating={rating} title={panel.now} />
          {bad && <p className="warning">{noted ? panel.noted : panel.notNoted}</p>}
          {first !== null && first.at !== current.at && (
            <Value value={first} rating={rating} title={panel.first} />
          )}
        </>
      )}
      {until !== null && (
        <p className="quiet">{fill(panel.until, { date: formatDay(until, language) })}</p>
      )}
      <p className="quiet">
        {fill(panel.scale, { source: language === 'en' ? scale.source.en : scale.source.zh })}
      </p>
    </>
  );
}

function Value(props: {
  readonly value: RatingValueView;
  readonly rating: RatingView;
  readonly title: string;
}) {
  const { words, language } = useSpeech();
  const { panel, solved } = words.afterwards;
  const { value, rating } = props;
  const word = (level: RatingValueView['office']): string =>
    language === 'en' ? level.en : level.zh;
  const facts: readonly (readonly [string, string])[] = [
    [`${panel.office} ${rating.office.name}`, word(value.office)],
    [`${panel.unit} ${rating.unit.name}`, word(value.unit)],
    ...value.demands.map(
      (demand, at) => [fill(panel.demand, { n: at + 1 }), solved[demand.solved]] as const,
    ),
  ];
  return (
    <>
      <h3>{fill(props.title, { date: formatMoment(value.at).slice(0, 10) })}</h3>
      <dl className="strip-facts">
        {facts.map(([name, said]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {value.reason !== null && <p className="letter-text">{value.reason}</p>}
    </>
  );
}
