import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import type { Page, PetitionLine, PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { displayPetitionNumber } from '../../../src/kernel/petition-number.ts';
import { api, queryOf } from '../../shell/api.ts';
import type { FieldAria } from '../../shell/field.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { Tick } from '../../shell/tick.tsx';
import { suggestedMark } from './values.ts';

interface Props {
  readonly aria: FieldAria;
  readonly value: string;
  readonly petition: Pick<PetitionView, 'id' | 'title' | 'text'>;
  /** Shows what the program takes for alike before anything is typed. */
  readonly suggests: boolean;
  readonly onChange: (value: string) => void;
}

/** Another petition, found by number or words, or among the ones that look alike. */
export function PetitionField(props: Props) {
  const { petition, suggests } = props;
  const { shell } = useWords();
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setWanted(text.trim()), 300);
    return () => window.clearTimeout(timer);
  }, [text]);
  const found = useQuery({
    queryKey: ['find', wanted],
    queryFn: ({ signal }) =>
      api.get<Page<PetitionLine>>(`/search${queryOf({ q: wanted, limit: 8 })}`, { signal }),
    enabled: wanted.length >= 2,
  });
  const alike = useQuery({
    queryKey: ['similar', petition.id],
    queryFn: ({ signal }) =>
      api.post<{ items: PetitionLine[] }>(
        '/similar',
        { text: `${petition.title}\n${petition.text}`.slice(0, 2000) },
        { signal },
      ),
    enabled: suggests,
    staleTime: 60_000,
  });
  const searching = wanted.length >= 2;
  const others = (lines: readonly PetitionLine[] | undefined) =>
    (lines ?? []).filter(({ id }) => id !== petition.id);
  const lines = searching ? others(found.data?.items) : others(alike.data?.items).slice(0, 8);
  return (
    <div>
      <Input
        {...props.aria}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoComplete="off"
      />
      <div role="status">
        {searching && found.isSuccess && lines.length === 0 && (
          <span className="quiet">{shell.form.notFound}</span>
        )}
      </div>
      {lines.map((line) => (
        <Found
          key={line.id}
          line={line}
          name={props.aria.id}
          value={searching ? line.id : `${suggestedMark}${line.id}`}
          chosen={props.value}
          onChange={props.onChange}
        />
      ))}
    </div>
  );
}

function Found(props: {
  readonly line: PetitionLine;
  readonly name: string;
  readonly value: string;
  readonly chosen: string;
  readonly onChange: (value: string) => void;
}) {
  const { terms } = useWords();
  const { line } = props;
  return (
    <Tick
      type="radio"
      name={props.name}
      checked={props.chosen === props.value}
      onChange={() => props.onChange(props.value)}
    >
      <span>
        {line.title}
        <span className="line-sub figure">
          {displayPetitionNumber(line.number)} · {terms.status[line.status]} · {line.holder.name}
        </span>
      </span>
    </Tick>
  );
}
