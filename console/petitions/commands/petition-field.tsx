import { useQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useEffect, useState } from 'react';
import type { Page, PetitionLine } from '../../../src/capabilities/petitions/view.ts';
import { displayPetitionNumber } from '../../../src/kernel/petition-number.ts';
import { api, queryOf } from '../../shell/api.ts';
import type { FieldAria } from '../../shell/field.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { Tick } from '../../shell/tick.tsx';

/** Another petition, found by number or words. */
export function PetitionField(props: {
  readonly aria: FieldAria;
  readonly value: string;
  readonly not: string;
  readonly onChange: (value: string) => void;
}) {
  const { terms, shell } = useWords();
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
  const lines = found.data?.items.filter(({ id }) => id !== props.not) ?? [];
  return (
    <div>
      <Input
        {...props.aria}
        value={text}
        onChange={(event) => setText(event.target.value)}
        autoComplete="off"
      />
      <div role="status">
        {wanted.length >= 2 && found.isSuccess && lines.length === 0 && (
          <span className="quiet">{shell.form.notFound}</span>
        )}
      </div>
      {lines.map((line) => (
        <Tick
          key={line.id}
          type="radio"
          name={props.aria.id}
          checked={props.value === line.id}
          onChange={() => props.onChange(line.id)}
        >
          <span>
            {line.title}
            <span className="line-sub figure">
              {displayPetitionNumber(line.number)} · {terms.status[line.status]} ·{' '}
              {line.holder.name}
            </span>
          </span>
        </Tick>
      ))}
    </div>
  );
}
