import { z } from 'zod';
import { PERIOD_IDS, type PeriodId } from '../../../kernel/periods.ts';
import { findingKinds } from '../inspections/inspection.ts';
import { checks, endCauses, grounds, itemStatuses } from './case.ts';
import { itemSteps } from './contract.ts';

const named = z.object({ id: z.string(), name: z.string() });
const moment = z.number().meta({ description: 'Epoch milliseconds' });
const written = z.object({ at: moment, by: z.string(), words: z.string() });
const steps = z.object({ due: z.int(), kept: z.int() });
const share = z.number().meta({ description: 'From 0 to 1' });

export const itemLineSchema = z
  .object({
    id: z.uuid(),
    check: z.enum(checks),
    status: z.enum(itemStatuses),
    petition: z.object({ id: z.uuid(), number: z.string(), title: z.string() }).nullable(),
    unit: named,
    office: named,
    raisedAt: moment,
    dueDate: z.string(),
    overdue: z.boolean(),
  })
  .meta({ id: 'SupervisionItemLine' });

export const itemPageSchema = z.object({
  items: z.array(itemLineSchema),
  next: z.string().nullable(),
  mayOrder: z.boolean(),
});

const at = moment;
const evidence = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('clock'),
      period: z.enum(PERIOD_IDS as readonly [PeriodId, ...PeriodId[]]),
      clock: z.string(),
      startedAt: moment,
      dueDate: z.string(),
      dueAt: moment,
    }),
    z.object({ kind: z.literal('relapse'), at }),
    z.object({ kind: z.literal('repeat'), by: z.uuid(), number: z.string().nullable(), at }),
    z.object({ kind: z.literal('rating'), level: z.string(), at }),
    z.object({ kind: z.literal('follow-up'), at }),
    z.object({ kind: z.literal('promise'), commitmentId: z.uuid(), dueDate: z.string() }),
    z.object({ kind: z.literal('denied'), commitmentId: z.uuid(), at }),
    z.object({ kind: z.literal('unsolved'), demandId: z.string(), at }),
    z.object({ kind: z.literal('ground'), ground: z.enum(grounds), words: z.string() }),
    z.object({
      kind: z.literal('finding'),
      inspectionId: z.uuid(),
      findingId: z.uuid(),
      found: z.enum(findingKinds),
      correctBy: z.string().nullable(),
      words: z.string(),
    }),
    z.object({
      kind: z.literal('peers'),
      from: z.string(),
      to: z.string(),
      unitKind: z.string(),
      level: z.string(),
      own: steps,
      peers: z.int(),
      pooled: steps,
      ownRate: share,
      upperBound: share,
      pooledRate: share,
      parameters: z.object({
        windowDays: z.int(),
        minimumSteps: z.int(),
        minimumPeers: z.int(),
        z: z.number(),
        margin: share,
        source: z.object({ zh: z.string(), en: z.string() }),
        certainty: z.enum(['seen', 'secondary', 'practice']),
      }),
    }),
  ])
  .meta({ id: 'SupervisionEvidence' });

export const itemViewSchema = itemLineSchema
  .extend({
    version: z.int(),
    openedAt: moment,
    raised: z.array(moment),
    orderedBy: z.string(),
    occurrences: z.array(
      z.object({
        number: z.int(),
        foundAt: moment,
        evidence,
        ended: z.object({ cause: z.enum(endCauses), at: moment }).nullable(),
      }),
    ),
    answers: z.array(written.extend({ late: z.boolean() })),
    returned: z.array(written.extend({ dueDate: z.string() })),
    closings: z.array(written),
    steps: z.array(z.enum(itemSteps)),
  })
  .meta({ id: 'SupervisionItem' });
