import { z } from 'zod';
import { ticketLimits as limits } from './limits.ts';
import { staffCauses, ticketWays } from './terms.ts';

const groupId = z.uuid();
const words = (most: number) => z.string().max(most);

/** The number of a desk's own supply, printed before the server knew of it. */
export const numberSchema = z.object({
  series: z.string().regex(/^[A-Z]{1,2}$/),
  count: z.int().min(1).max(99_999),
});

/** What is asked when somebody takes a ticket; everything but the way may be left out. */
export const takeSchema = z.object({
  way: z.enum(ticketWays),
  /** Left out: the server numbers it. */
  number: numberSchema.optional(),
  /** Milliseconds since it was printed, where the network was down: the door's clock may be wrong. */
  ago: z.int().min(0).max(86_400_000).optional(),
  persons: z.int().min(1).max(limits.persons).default(1),
  name: words(limits.name).optional(),
  telephone: words(limits.telephone).optional(),
  /** Reg. 20: who speaks for a group, five at most; the others are its members. */
  representatives: z.array(words(limits.name)).max(limits.representatives).default([]),
  note: words(limits.note).optional(),
  topic: words(64).optional(),
  unit: words(64).optional(),
});
export type TakeInput = z.infer<typeof takeSchema>;

const reason = z.string().trim().min(1).max(limits.reason);
const nothing = z.object({});

/** What comes in with each step that staff take; the holder's `cancel` comes with the code. */
export const ticketStepSchemas = {
  arrive: nothing,
  describe: z.object({
    persons: z.int().min(1).max(limits.persons),
    topic: words(64).nullable(),
    unit: words(64).nullable(),
  }),
  send: z.object({ groupId: groupId.nullable(), reason }),
  call: z.object({ groupId }),
  callAgain: nothing,
  telephone: nothing,
  putBack: nothing,
  beginTalk: nothing,
  noteMatter: z.object({ petitionId: z.uuid(), how: z.enum(['registered', 'joined']) }),
  /** `settledAtOnce`: the matter was settled there and then, and whoever brought it says so too. */
  endTalk: z.object({ settledAtOnce: z.boolean().default(false) }),
  carryOver: z.object({
    cause: z.enum(staffCauses),
    on: z.iso.date(),
    /** Another reception day; left out, the hall sits again. */
    dayId: z.uuid().optional(),
  }),
} as const;

export type StaffStepType = keyof typeof ticketStepSchemas;
export type StaffStepInput<T extends StaffStepType> = z.infer<(typeof ticketStepSchemas)[T]>;

export const staffStepTypes = Object.keys(ticketStepSchemas) as readonly StaffStepType[];

/** what a leader instructs about a matter that was heard, and by when. */
export const instructionSchema = z.object({
  petitionId: z.uuid(),
  text: z.string().trim().min(1).max(limits.instruction),
  unit: words(64),
  dueDate: z.iso.date(),
  /** Told to the petitioner, who confirms it; or kept inside. */
  promisedTo: z.enum(['petitioner', 'office']).default('petitioner'),
  /** The leader who answers for it; left out, whoever writes it. */
  responsible: words(limits.name).optional(),
});
export type InstructionInput = z.infer<typeof instructionSchema>;
