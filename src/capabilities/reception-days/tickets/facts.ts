import type { FactSource, StatedFact } from '../../../kernel/facts.ts';
import { addDays, localDateOf, type LocalDate } from '../../../kernel/local-date.ts';
import type { RecordedTicketEvent } from './events.ts';
import { evolve } from './evolve.ts';
import type { Ticket } from './ticket.ts';

/** A ticket with the days on which its matters were noted and instructed; its state keeps no days. */
interface Told {
  readonly ticket: Ticket;
  readonly noted: ReadonlyMap<string, LocalDate>;
  readonly instructed: ReadonlyMap<string, LocalDate>;
}

const withFirst = <K>(map: ReadonlyMap<K, LocalDate>, key: K, day: LocalDate) =>
  map.has(key) ? map : new Map([...map, [key, day]]);

function told(id: string, before: Told | null, event: RecordedTicketEvent): Told | null {
  const ticket = evolve(id, before?.ticket ?? null, event);
  if (ticket === null) return null;
  const day = localDateOf(event.at);
  const noted = before?.noted ?? new Map<string, LocalDate>();
  const instructed = before?.instructed ?? new Map<string, LocalDate>();
  return {
    ticket,
    noted: event.type === 'MatterNoted' ? withFirst(noted, event.data.petitionId, day) : noted,
    instructed:
      event.type === 'MatterInstructed'
        ? withFirst(instructed, event.data.petitionId, day)
        : instructed,
  };
}

/** Minutes from coming to the hall until being heard. */
const waited = ({ arrivedAt, talkBeganAt }: Ticket): number =>
  Math.max(0, Math.floor(((talkBeganAt ?? 0) - (arrivedAt ?? talkBeganAt ?? 0)) / 60_000));

function factsOf({ ticket, noted, instructed }: Told): readonly StatedFact[] {
  const facts: StatedFact[] = [];
  const { talkBeganAt, talkEndedAt, persons, matters, settledAtOnce } = ticket;
  if (talkBeganAt !== null) {
    facts.push({ kind: 'reception-wait', day: localDateOf(talkBeganAt), value: waited(ticket) });
  }
  for (const { petitionId, how } of matters) {
    const day = noted.get(petitionId);
    if (day === undefined) continue;
    facts.push({ kind: 'reception-matter', key: petitionId, day, detail: how });
    const due = addDays(day, 1);
    const given = instructed.get(petitionId);
    facts.push({
      kind: 'reception-matter-given',
      key: petitionId,
      day: due,
      value: given !== undefined && given <= due ? 1 : 0,
    });
  }
  if (talkEndedAt !== null) {
    facts.push({
      kind: 'reception-heard',
      day: localDateOf(talkEndedAt),
      value: persons,
      detail: settledAtOnce ? 'settled' : 'open',
    });
  }
  return facts;
}

/**
 * What the halls give to statistics (T-1). They stand at the office that received and never at the
 * unit that somebody came about: a conversation may turn out to be an accusation (L-5).
 */
export const ticketFacts: FactSource<Told, RecordedTicketEvent> = {
  id: 'reception-tickets',
  version: 2,
  streams: ['reception-ticket'],
  kinds: {
    'reception-wait': {
      zh: '开始接谈（数值为等候分钟）',
      en: 'talk begun (value: minutes waited)',
    },
    'reception-matter': { zh: '接谈登记或并入的事项', en: 'matter that a talk came to' },
    'reception-matter-given': {
      zh: '接谈事项次日前交到单位（数值 1 为已交办并定期限）',
      en: 'matter of a talk, by the next day (value 1: given unit and date)',
    },
    'reception-heard': {
      zh: '谈完的来访（数值为人次）',
      en: 'batch that was heard (value: persons)',
    },
  },
  evolve: told,
  dims: ({ ticket }) => ({
    office: ticket.office,
    unit: ticket.office,
    topic: ticket.topic,
    channel: 'reception-day',
    visit: ticket.persons >= 5 ? 'group' : 'single',
  }),
  facts: factsOf,
};
