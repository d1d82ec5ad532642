import { Button, Input } from 'antd';
import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { limits } from '../../../src/capabilities/petitions/limits.ts';
import { Choice } from '../../shell/choice.tsx';
import { Field, type FieldAria } from '../../shell/field.tsx';
import { TextArea } from '../../shell/text-area.tsx';
import { useWords } from '../../shell/words-context.tsx';
import { fill, keysOf } from '../../words/words.ts';
import type { Part } from './values.ts';
import { Tick } from '../../shell/tick.tsx';

/** Where each demand and each attachment goes when a petition is split. */
export function PartsField(props: {
  readonly aria: FieldAria;
  readonly value: readonly Part[];
  readonly petition: PetitionView;
  readonly onChange: (value: readonly Part[]) => void;
}) {
  const { fields, terms, shell } = useWords();
  const { value: parts, petition, onChange } = props;
  const change = (at: number, next: Partial<Part>) =>
    onChange(parts.map((part, place) => (place === at ? { ...part, ...next } : part)));
  // An item lies in one part only: taking it here takes it away there.
  const give = (at: number, list: 'demandIds' | 'attachmentIds', id: string, on: boolean) =>
    onChange(
      parts.map((part, place) => {
        const rest = part[list].filter((each) => each !== id);
        return { ...part, [list]: place === at && on ? [...rest, id] : rest };
      }),
    );
  return (
    <div id={props.aria.id} tabIndex={-1}>
      {parts.map((part, at) => (
        // Parts have no identity of their own before they are made.
        // eslint-disable-next-line react/no-array-index-key
        <fieldset key={at} className="sub-form">
          <legend>{fill(fields.part, { n: at + 1 })}</legend>
          <Field label={fields.partTitle} required>
            {(aria) => (
              <Input
                {...aria}
                value={part.title}
                onChange={(event) => change(at, { title: event.target.value })}
              />
            )}
          </Field>
          <Field label={fields.label.purpose} required>
            {(aria) => (
              <Choice
                aria={aria}
                empty={shell.form.noChoice}
                value={part.purpose}
                options={keysOf(terms.purpose).map((each) => ({
                  value: each,
                  label: terms.purpose[each],
                }))}
                onChange={(purpose) => change(at, { purpose })}
              />
            )}
          </Field>
          <Ticks
            label={fields.partDemands}
            items={petition.demands.map(({ id, text }) => ({ id, label: text }))}
            chosen={part.demandIds}
            onChange={(id, on) => give(at, 'demandIds', id, on)}
          />
          <Field label={fields.partNewDemand} help={fields.partNewDemandHelp} optional>
            {(aria) => (
              <TextArea
                aria={aria}
                rows={1}
                limit={limits.demand}
                value={part.newDemand ?? ''}
                onChange={(newDemand) => change(at, { newDemand })}
              />
            )}
          </Field>
          {petition.attachments.length > 0 && (
            <Ticks
              label={fields.partAttachments}
              items={petition.attachments.map(({ id, name }) => ({ id, label: name }))}
              chosen={part.attachmentIds}
              onChange={(id, on) => give(at, 'attachmentIds', id, on)}
            />
          )}
          {parts.length > 2 && (
            <Button size="small" onClick={() => onChange(parts.filter((_, place) => place !== at))}>
              {fields.removePart}
            </Button>
          )}
        </fieldset>
      ))}
      <Button
        onClick={() =>
          onChange([
            ...parts,
            { title: '', purpose: petition.purpose ?? '', demandIds: [], attachmentIds: [] },
          ])
        }
      >
        {fields.addPart}
      </Button>
    </div>
  );
}

function Ticks(props: {
  readonly label: string;
  readonly items: readonly { readonly id: string; readonly label: string }[];
  readonly chosen: readonly string[];
  readonly onChange: (id: string, on: boolean) => void;
}) {
  return (
    <fieldset className="fieldset">
      <legend>{props.label}</legend>
      {props.items.map(({ id, label }) => (
        <div key={id}>
          <Tick checked={props.chosen.includes(id)} onChange={(on) => props.onChange(id, on)}>
            {label}
          </Tick>
        </div>
      ))}
    </fieldset>
  );
}
