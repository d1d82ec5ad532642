import { Select } from 'antd';
import type { FieldAria } from './field.tsx';
import { useWords } from './words-context.tsx';

interface Option {
  readonly value: string;
  readonly label: string;
}

const matches = (text: string, option: { label?: unknown; value?: unknown } | undefined) =>
  `${String(option?.label)} ${String(option?.value)}`.toLowerCase().includes(text.toLowerCase());

/** A long list that one types into: units, places, people. */
export function SearchSelect(props: {
  readonly aria: FieldAria;
  readonly value: string;
  readonly options: readonly Option[];
  readonly onChange: (value: string) => void;
}) {
  const { form } = useWords().shell;
  return (
    <Select
      {...props.aria}
      showSearch={{ filterOption: matches }}
      allowClear
      style={{ width: '100%' }}
      placeholder={form.typeToSearch}
      notFoundContent={form.notFound}
      value={props.value === '' ? null : props.value}
      options={[...props.options]}
      onChange={(value: string | null | undefined) => props.onChange(value ?? '')}
    />
  );
}

/** The same for several at once. */
export function SearchSelectMany(props: {
  readonly aria: FieldAria;
  readonly value: readonly string[];
  readonly options: readonly Option[];
  readonly onChange: (value: string[]) => void;
}) {
  const { form } = useWords().shell;
  return (
    <Select
      {...props.aria}
      mode="multiple"
      showSearch={{ filterOption: matches }}
      style={{ width: '100%' }}
      placeholder={form.typeToSearch}
      notFoundContent={form.notFound}
      value={[...props.value]}
      options={[...props.options]}
      onChange={(value: string[]) => props.onChange(value)}
    />
  );
}
