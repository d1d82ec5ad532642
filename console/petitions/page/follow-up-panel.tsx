import type { PetitionView } from '../../../src/capabilities/petitions/view.ts';
import { formatMoment } from '../../shell/format.ts';
import { useSpeech } from '../../shell/words-context.tsx';
import { fill } from '../../words/words.ts';

/** The call or visit after the conclusion: who makes it, how often it failed, what came of it. */
export function FollowUpPanel({ petition }: { readonly petition: PetitionView }) {
  const { words } = useSpeech();
  const { panel, followUpResult } = words.afterwards;
  const followUp = petition.afterwards?.followUp ?? null;
  if (followUp === null) return null;
  const { unit, tries, doneAt, result } = followUp;
  return (
    <section className="panel">
      <h2>{panel.followUp}</h2>
      <p>
        {doneAt === null || result === null
          ? fill(panel.followUpDue, { unit: unit.name })
          : fill(panel.followUpDone, {
              date: formatMoment(doneAt).slice(0, 10),
              result: followUpResult[result],
            })}
      </p>
      {tries > 0 && <p className="quiet">{fill(panel.followUpTries, { count: tries })}</p>}
    </section>
  );
}
