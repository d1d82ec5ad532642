import { Link } from 'react-router';
import type { Cell, MeasureEntry } from '../../src/capabilities/statistics/contract.ts';
import { useSpeech } from '../shell/words-context.tsx';
import { fill } from '../words/words.ts';
import { behindAddress, type Asked } from './address.ts';
import { changeOf, formatValue, nameIn, sayCell } from './figures.ts';

const marks = { up: '▲', down: '▼', same: '＝' } as const;

/** One measure: its figure, how it moved, and how it is made; each number opens its list. */
export function Tile(props: {
  readonly measure: MeasureEntry;
  readonly cell: Cell | undefined;
  readonly asked: Asked;
}) {
  const { language, words } = useSpeech();
  const say = words.statistics;
  const { measure, cell, asked } = props;
  const name = nameIn(measure.name, language);
  const figure = sayCell(cell, measure.unit, language, say);
  const open = cell !== undefined && !cell.hidden && cell.value !== null;
  const change = cell === undefined ? null : changeOf(cell, cell.before, measure, language, say);
  const behind = (part: 'numerator' | 'denominator') =>
    behindAddress(asked, { measure: measure.id, part });
  return (
    <li className="tile panel">
      <h3 id={`tile-${measure.id}`}>{name}</h3>
      <p className="tile-figure figure">
        {open ? (
          <Link to={behind('numerator')} aria-label={fill(say.openList, { name, figure })}>
            {figure}
          </Link>
        ) : (
          figure
        )}
        {open && <span className="tile-unit">{wordOf(say.unit, measure.unit)}</span>}
      </p>
      {change !== null && (
        <p className={`tile-change ${goodClass(change.good)}`}>
          <span aria-hidden="true">{marks[change.way]}</span> {change.sentence}
        </p>
      )}
      {measure.target !== null && (
        <p className="quiet">
          {fill(say.target, { value: formatValue(measure.target.value, measure.unit, language) })}
        </p>
      )}
      {open && measure.denominator !== null && (
        <p className="figure tile-parts">
          <Link to={behind('numerator')}>
            {fill(say.numerator, { count: cell.numerator ?? 0 })}
          </Link>
          {' ÷ '}
          <Link to={behind('denominator')}>
            {fill(say.denominator, { count: cell.denominator ?? 0 })}
          </Link>
        </p>
      )}
      <p className="quiet tile-formula">{nameIn(measure.formula, language)}</p>
    </li>
  );
}

/** A share says its unit by itself. */
const wordOf = (units: Readonly<Record<string, string>>, unit: string): string => units[unit] ?? '';

const goodClass = (good: boolean | null): string =>
  good === null ? '' : good ? 'tile-good' : 'tile-bad';
