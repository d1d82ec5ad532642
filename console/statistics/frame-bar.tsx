import { Button } from 'antd';
import { useSearchParams } from 'react-router';
import { Choice } from '../shell/choice.tsx';
import { DateField } from '../shell/date-field.tsx';
import { useCategories, useRegions, useUnits } from '../shell/reference-data.ts';
import { useWords } from '../shell/words-context.tsx';
import { keysOf } from '../words/words.ts';
import type { Asked } from './address.ts';
import type { Face } from './groups.ts';

/** Period, comparison, day of knowledge and narrowing: all in the address bar. */
export function FrameBar(props: {
  readonly asked: Asked;
  readonly face: Face;
  readonly change: (values: Asked) => void;
}) {
  const { statistics: say, terms, desk } = useWords();
  const { asked, face, change } = props;
  const ofPlace = face !== 'unit';
  const regions = useRegions(ofPlace);
  const units = useUnits(ofPlace);
  const topics = useCategories();
  const days = asked['preset'] === undefined;
  const narrowed = ['asOf', 'region', 'unit', 'topic', 'channel'].some((name) => asked[name]);
  const pick = (name: string, label: string, options: { value: string; label: string }[]) => (
    <Choice
      compact
      label={label}
      empty={desk.filter.any}
      value={asked[name] ?? ''}
      options={options}
      onChange={(value) => change({ [name]: value })}
    />
  );
  return (
    <form
      className="filters"
      role="search"
      aria-label={say.frame.label}
      onSubmit={(event) => event.preventDefault()}
    >
      <Choice
        compact
        label={say.frame.preset}
        value={asked['preset'] ?? ''}
        options={[
          ...(days ? [{ value: '', label: say.frame.days }] : []),
          ...keysOf(say.preset).map((value) => ({ value, label: say.preset[value] })),
        ]}
        onChange={(preset) => change({ preset, from: '', to: '' })}
      />
      <DaySpan asked={asked} change={change} />
      <Choice
        compact
        label={say.frame.compare}
        empty={say.frame.compareNone}
        value={asked['compare'] ?? ''}
        options={keysOf(say.compare).map((value) => ({ value, label: say.compare[value] }))}
        onChange={(compare) => change({ compare })}
      />
      <DateField
        compact
        label={say.frame.asOf}
        value={asked['asOf'] ?? ''}
        onChange={(asOf) => change({ asOf: isDay(asOf) ? asOf : '' })}
      />
      {ofPlace &&
        pick(
          'region',
          desk.filter.region,
          regions.map(({ code, name }) => ({ value: code, label: name })),
        )}
      {ofPlace &&
        pick(
          'unit',
          say.frame.unit,
          units.map(({ id, name }) => ({ value: id, label: name })),
        )}
      {pick(
        'topic',
        say.frame.topic,
        topics
          .filter(({ level }) => level < 3)
          .map(({ code, name }) => ({ value: code, label: name })),
      )}
      {pick(
        'channel',
        desk.filter.channel,
        keysOf(terms.channel).map((value) => ({ value, label: terms.channel[value] })),
      )}
      {narrowed && (
        <Button
          size="small"
          onClick={() => change({ asOf: '', region: '', unit: '', topic: '', channel: '' })}
        >
          {desk.filter.reset}
        </Button>
      )}
    </form>
  );
}

const isDay = (text: string): boolean => text === '' || /^\d{4}-\d{2}-\d{2}$/.test(text);

/** From one day to another instead of a named period; half a span stands in the address and waits. */
export function DaySpan(props: {
  readonly asked: Asked;
  readonly change: (values: Asked) => void;
}) {
  const { statistics } = useWords();
  const [params] = useSearchParams();
  const set = (name: 'from' | 'to') => (value: string) => {
    if (isDay(value)) props.change({ [name]: value });
  };
  return (
    <>
      {(['from', 'to'] as const).map((name) => (
        <DateField
          key={name}
          compact
          label={statistics.frame[name]}
          value={params.get(name) ?? ''}
          onChange={set(name)}
        />
      ))}
    </>
  );
}
