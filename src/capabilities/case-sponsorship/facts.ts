import type { FactSource } from '../../kernel/facts.ts';
import { localDateOf } from '../../kernel/local-date.ts';
import type { Backlog } from './backlog.ts';
import type { RecordedBacklogEvent } from './events.ts';
import { evolveBacklog } from './evolve.ts';

/** What backlog cases give to statistics (T-1, S-6). */
export const backlogFacts: FactSource<Backlog, RecordedBacklogEvent> = {
  id: 'case-sponsorship',
  version: 2,
  streams: ['backlog'],
  kinds: {
    'backlog-case': { zh: '交办的积案（数值 1 为已化解）', en: 'backlog case (value 1: resolved)' },
    'backlog-open': { zh: '未化解的积案', en: 'backlog case that is open' },
  },
  evolve: evolveBacklog,
  about: ({ petitionId }) => petitionId,
  dims: ({ unit, leaderId }) => ({ unit, leader: leaderId }),
  facts: ({ assignedAt, status }) => {
    const day = localDateOf(assignedAt);
    return [
      { kind: 'backlog-case', day, value: status === 'closed' ? 1 : 0 },
      ...(status === 'closed' ? [] : [{ kind: 'backlog-open', day }]),
    ];
  },
};
