import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../shell/api.ts';
import { Field } from '../shell/field.tsx';
import { RowListFile, RowListSend } from '../shell/row-list.tsx';
import { TextArea } from '../shell/text-area.tsx';
import { Tick } from '../shell/tick.tsx';
import { useRowList } from '../shell/use-row-list.ts';
import { useWords } from '../shell/words-context.tsx';

/** A part answers within a second or two, so that the count moves while somebody waits. */
const partSize = 50;

interface Listed {
  readonly row: number;
  readonly number: string;
}

interface Answered extends Listed {
  readonly outcome: 'joined' | 'member' | 'refused';
  readonly detail: string | null;
}

/** One number a line, or divided by commas; a number itself may hold spaces. */
const pasted = (text: string): readonly Listed[] =>
  text
    .split(/[\n,，;；、\t]/)
    .map((number) => number.trim())
    .filter((number) => number !== '')
    .map((number, at) => ({ row: at + 1, number: number.slice(0, 60) }));

/** A whole list joins the group: pasted, or read from a sheet; what is wrong is told by its row. */
export function GroupList({ id }: { readonly id: string }) {
  const say = useWords().petition.group.join;
  const client = useQueryClient();
  const [text, setText] = useState('');
  const [consent, setConsent] = useState(false);
  const [reason, setReason] = useState('');
  const list = useRowList<Listed, Answered>({
    readFile: async (form) =>
      (await api.post<{ members: Listed[] }>('/groups/read-list', form)).members,
    typed: pasted(text),
    partSize,
    sendPart: (members, key) =>
      api.post(`/groups/${id}/members`, { members, consent, reason }, { key }),
    onEnd: () => void client.invalidateQueries({ queryKey: ['group', id] }),
  });
  return (
    <details className="panel gap-top">
      <summary>{say.title}</summary>
      <p className="quiet form-help">{say.intro}</p>
      <Field label={say.numbers} help={say.numbersHelp}>
        {(aria) => (
          <TextArea
            aria={aria}
            value={text}
            rows={4}
            onChange={(next) => {
              setText(next);
              list.onTyped();
            }}
          />
        )}
      </Field>
      <RowListFile list={list} say={say} counted={['joined', 'member']} />
      <Field label={say.reason} help={say.reasonHelp}>
        {(aria) => <TextArea aria={aria} value={reason} rows={2} onChange={setReason} />}
      </Field>
      <Tick checked={consent} onChange={setConsent}>
        {say.consent}
      </Tick>
      <RowListSend
        list={list}
        say={say}
        columns={{ row: say.row, number: say.number, why: say.why }}
        nameOf={({ number }) => number}
      />
    </details>
  );
}
