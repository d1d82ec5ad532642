import { Input } from 'antd';
import { fill } from '../words/words.ts';
import type { FieldAria } from './field.tsx';
import { useWords } from './words-context.tsx';

/** Characters as people count them: 𠮷 and a family emoji are one each. */
export const countCharacters = (text: string): number =>
  [...new Intl.Segmenter('zh', { granularity: 'grapheme' }).segment(text)].length;

/** A text that grows; the count appears when it nears its limit, and never cuts what is pasted. */
export function TextArea(props: {
  readonly aria: FieldAria;
  readonly value: string;
  readonly limit?: number | undefined;
  readonly rows?: number;
  readonly onChange: (value: string) => void;
}) {
  const { form } = useWords().shell;
  const { limit, value } = props;
  const near = limit !== undefined && value.length > limit * 0.8;
  const count = near ? countCharacters(value) : 0;
  return (
    <>
      <Input.TextArea
        {...props.aria}
        autoSize={{ minRows: props.rows ?? 3, maxRows: 18 }}
        value={value}
        onChange={(event) => props.onChange(event.target.value)}
      />
      {near && (
        <span className={count > limit ? 'count warning' : 'count'} role="status">
          {fill(form.characters, { count, limit })}
        </span>
      )}
    </>
  );
}
