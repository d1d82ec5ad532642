import type { PetitionEventType, RecordedPetitionEvent } from '../events.ts';
import type { Petition } from '../petition.ts';
import type { TimelineEntry } from '../view.ts';
import type { Folder } from './folder.ts';
import { factsOfEvents, type EventFacts, type Names } from './timeline-facts.ts';

/** For whom the story is told. */
export interface Listener {
  readonly names: Names;
  /** `task`: only what concerns these sub-tasks. */
  readonly tasks: ReadonlySet<string> | null;
}

/** The compiler cannot see that an event meets its own entry; the table proves it. */
function factsOf(event: RecordedPetitionEvent, petition: Petition, names: Names): EventFacts {
  const facts = factsOfEvents[event.type] as (
    data: RecordedPetitionEvent['data'],
    petition: Petition,
    names: Names,
  ) => EventFacts;
  return facts(event.data, petition, names);
}

/** `staff:…` by name; the petitioner and the system by a word that the catalogue translates. */
function actorName(actor: string, names: Names): string {
  const [kind = '', id = ''] = actor.split(':');
  return kind === 'staff' ? names.user(id) : kind;
}

/** Every event with actor, unit and time, oldest first (P-16). */
export function tellStory(folder: Folder, { names, tasks }: Listener): TimelineEntry[] {
  const { petition, words } = folder;
  return folder.events
    .filter((event) => tasks === null || concerns(event, tasks))
    .map((event) => {
      const { facts, text, shown } = factsOf(event, petition, names);
      return {
        seq: event.seq,
        at: event.at,
        type: event.type,
        actor: actorName(event.actor, names),
        unit: event.unitId === null ? '' : names.unit(event.unitId),
        facts,
        text: words.text(text),
        public: shown !== 'office',
      };
    });
}

const concerns = (event: RecordedPetitionEvent, tasks: ReadonlySet<string>): boolean =>
  (event.type === 'TaskGiven' || event.type === 'TaskDone') && tasks.has(event.data.taskId);

/** Facts that are the office's own business even where the line is public. */
const officeFacts = new Set(['officer', 'way', 'signed', 'level', 'later']);

/**
 * The public part (P-16): units stand for the people in them, and words are shown that were
 * written for the petitioner, newest first.
 */
export function tellPublicStory(folder: Folder, names: Names): TimelineEntry[] {
  const { petition, words } = folder;
  return folder.events
    .map((event): TimelineEntry | null => {
      const { facts, text, shown } = factsOf(event, petition, names);
      if (shown === 'office') return null;
      const kept = Object.entries(facts).filter(([name]) => !officeFacts.has(name));
      return {
        seq: event.seq,
        at: event.at,
        type: event.type satisfies PetitionEventType,
        actor: event.actor.startsWith('staff:') ? '' : actorName(event.actor, names),
        unit: event.unitId === null ? '' : names.unit(event.unitId),
        facts: Object.fromEntries(kept),
        text: shown === 'words' ? words.text(text) : null,
        public: true,
      };
    })
    .filter((entry) => entry !== null)
    .toReversed();
}
