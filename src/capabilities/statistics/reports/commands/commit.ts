import { actorId } from '../../../../kernel/actor.ts';
import { unitOf, type Tx } from '../../../../platform/database/index.ts';
import { appendEvents, type StreamHead } from '../../../../platform/record/index.ts';
import type { StaffActor } from '../../../../kernel/actor.ts';
import { reportEventVersion, reportStreamKind, type ReportEvent } from '../events.ts';
import { evolveReport } from '../evolve.ts';
import type { Report } from '../report.ts';
import { writeReport } from '../store.ts';
import { upcast } from '../upcast.ts';
import type { ReportDeps } from './deps.ts';

/** The reading of the law that decisions are made by; a new reading gets a new name. */
const rulesVersion = 'regulation-2022-05-01';

export interface Commit {
  readonly streamId: string;
  readonly head: StreamHead | null;
  readonly before: Report | null;
  readonly events: readonly ReportEvent[];
  readonly actor: StaffActor;
  readonly commandId: string;
  readonly bodyHash: Buffer;
  readonly at: number;
}

/** Writes the events of one command and the row that lists read. */
export async function commitReport(tx: Tx, deps: ReportDeps, commit: Commit): Promise<Report> {
  const { streamId, actor } = commit;
  const recorded = await appendEvents(tx, {
    streamId,
    kind: reportStreamKind,
    head: commit.head,
    events: commit.events.map(({ type, data }) => ({
      type,
      typeVersion: reportEventVersion,
      data,
    })),
    stamp: {
      actor: actorId(actor),
      unitId: unitOf(actor),
      calendarVersion: deps.calendar().version,
      rulesVersion,
      commandId: commit.commandId,
    },
    at: commit.at,
    bodyHash: commit.bodyHash,
  });
  const after = recorded
    .map(upcast)
    .reduce<Report | null>((report, event) => evolveReport(streamId, report, event), commit.before);
  if (after === null) throw new Error('A command without events leaves no report');
  writeReport(tx, after);
  return after;
}
