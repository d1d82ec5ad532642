import { Input } from 'antd';
import { flushSync } from 'react-dom';
import { useWords } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';

/** One line for each demand; Enter adds the next, an empty last line is left out. */
export function DemandsFields(props: {
  readonly demands: readonly string[];
  readonly onChange: (demands: readonly string[]) => void;
}) {
  const { registration: say, fields } = useWords();
  const { demands, onChange } = props;
  // At once: the next key may come before the browser has drawn the new line.
  const settle = (next: readonly string[], at: number) => {
    flushSync(() => onChange(next));
    document.getElementById(`demand-${at}`)?.focus();
  };
  return (
    <fieldset className="fieldset">
      <legend>{fields.label.demands}</legend>
      {demands.map((demand, at) => (
        // Demands have no identity before they are registered.
        // eslint-disable-next-line react/no-array-index-key
        <div key={at} className="demand-line">
          <Input
            id={`demand-${at}`}
            value={demand}
            aria-label={fill(say.demand, { n: at + 1 })}
            aria-describedby="demands-help"
            onChange={(event) =>
              onChange(demands.map((each, place) => (place === at ? event.target.value : each)))
            }
            onPaste={(event) => {
              // A list from Word or Excel becomes a demand a line.
              const lines = event.clipboardData
                .getData('text/plain')
                .split(/\r?\n/)
                .map((line) => line.trim())
                .filter((line) => line !== '');
              if (lines.length < 2) return;
              event.preventDefault();
              onChange([...demands.slice(0, at), ...lines, ...demands.slice(at + 1)]);
            }}
            onKeyDown={(event) => {
              if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return;
              if (event.key === 'Enter') {
                event.preventDefault();
                settle([...demands.slice(0, at + 1), '', ...demands.slice(at + 1)], at + 1);
              } else if (event.key === 'Backspace' && demand === '' && demands.length > 1) {
                event.preventDefault();
                settle(
                  demands.filter((_, place) => place !== at),
                  Math.max(0, at - 1),
                );
              }
            }}
          />
        </div>
      ))}
      <p id="demands-help" className="field-help">
        {say.demandHelp}
      </p>
    </fieldset>
  );
}
