import type { ClockView } from '../../src/capabilities/petitions/view.ts';
import { ColourMark } from '../shell/colour-mark.tsx';
import { formatDay, formatMoment, formatRemaining } from '../shell/format.ts';
import { useSpeech } from '../shell/words-context.tsx';
import { fill, type Words } from '../words/words.ts';

/** Share of the period that is over, 0 to 1. */
export function elapsedShare(clock: Pick<ClockView, 'startedAt' | 'dueAt'>, now: number): number {
  const whole = clock.dueAt - clock.startedAt;
  if (whole <= 0) return 1;
  return Math.min(1, Math.max(0, (now - clock.startedAt) / whole));
}

/** A right that was not used in time is over; nobody is late with it. */
const isPast = ({ right, remainingDays }: ClockView): boolean => right && remainingDays < 0;

/** A local clock bears the name of its profile (P-9). */
export const clockName = (
  { period, profile }: Pick<ClockView, 'period' | 'profile'>,
  { terms }: Words,
): string => (profile === null ? terms.period[period] : `${terms.period[period]}（${profile}）`);

/** The clock that matters now, as a bar with its date. */
export function ClockBar({ clock }: { readonly clock: ClockView }) {
  const { words, language } = useSpeech();
  const { petition, shell } = words;
  const past = isPast(clock);
  const share = Math.round(elapsedShare(clock, Date.now()) * 100);
  const label = fill(petition.clockBar, {
    period: clockName(clock, words),
    date: clock.hours ? formatMoment(clock.dueAt) : formatDay(clock.dueDate, language),
  });
  return (
    <div className={`clock-bar clock-${past ? 'past' : clock.colour}`}>
      <div className="clock-words">
        {past ? (
          <span className="quiet">{shell.time.past}</span>
        ) : (
          <ColourMark colour={clock.colour} text={formatRemaining(clock.remainingDays, words)} />
        )}
        <span title={formatMoment(clock.dueAt)}>{label}</span>
        {clock.provisional && (
          <abbr title={shell.time.provisionalHelp}>{shell.time.provisional}</abbr>
        )}
      </div>
      <div
        className="clock-track"
        role="meter"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
      >
        <div className="clock-fill" style={{ width: `${share}%` }} />
      </div>
    </div>
  );
}
