import { useRef } from 'react';
import { useWords } from '../../shell/words-context.tsx';
import { keysOf } from '../../words/words.ts';

/** Keys in the order of the list: the common ones come first. */
const keys = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '0', '-'];

/** How it came in: one key chooses and goes on to the first field. */
export function ChannelChoice(props: {
  readonly value: string;
  readonly error?: string | undefined;
  readonly onChange: (value: string) => void;
  readonly onChosen: () => void;
}) {
  const { registration, terms } = useWords();
  const box = useRef<HTMLDivElement>(null);
  const channels = keysOf(terms.channel);
  return (
    <div
      ref={box}
      role="radiogroup"
      aria-label={registration.sections.how}
      aria-describedby="channel-help"
      className="channels"
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        const chosen = channels[keys.indexOf(event.key)];
        if (chosen !== undefined) {
          event.preventDefault();
          props.onChange(chosen);
          props.onChosen();
        } else if (event.key === 'Enter' && props.value !== '') {
          event.preventDefault();
          props.onChosen();
        }
      }}
    >
      {channels.map((channel, at) => (
        <label key={channel} className="channel">
          <input
            id={at === 0 ? 'registration-channel' : undefined}
            type="radio"
            aria-label={terms.channel[channel]}
            name="channel"
            value={channel}
            checked={props.value === channel}
            autoFocus={at === 0 && props.value === ''}
            onChange={() => props.onChange(channel)}
          />
          <kbd aria-hidden="true">{keys[at]}</kbd>
          {terms.channel[channel]}
        </label>
      ))}
      <span id="channel-help" className="field-help">
        {registration.channelHelp}
      </span>
      {props.error !== undefined && <span className="field-error">{props.error}</span>}
    </div>
  );
}
