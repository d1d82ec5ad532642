import { z } from 'zod';

/** Ways in which a message leaves. `outbox` means: none is configured, people read it there. */
export const channels = ['sms', 'email', 'in-app', 'webhook', 'outbox'] as const;
export type Channel = (typeof channels)[number];

export const messageStatuses = ['queued', 'sent', 'failed', 'dead', 'held'] as const;
/** queued: never tried; failed: will be tried again; dead: given up; held: waits for a person. */
export type MessageStatus = (typeof messageStatuses)[number];

export const templateNames = [
  'registered',
  'triaged',
  'accepted',
  'redirected',
  'not-accepted',
  'extended',
  'opinion-issued',
  'supplement-asked',
  'paper-ready',
  'withdrawn',
  'code-word',
  'code-replaced',
  'clocks-recounted',
  'rating-open',
  'rating-reminder',
  'returned',
  'raised',
  'lowered',
  'contest-received',
  'contest-decided',
  'round-opened',
  'proceeding-news',
  'task-for-staff',
  'accusation-post-given',
  'accusation-account-opened',
  'answered',
  'simple-started',
  'simple-ended',
  'honoured',
  'urgent-reported',
  'meeting-news',
  'way-out-news',
  'commitment-made',
  'commitment-reported',
  'commitment-fulfilled',
  'commitment-changed',
  'commitment-due',
  'commitment-overdue',
  'commitment-for-staff',
  'commitment-overdue-staff',
  'reception-subscribe',
  'reception-announced',
  'reception-moved',
  'reception-cancelled',
  'ticket-moved',
  'inspection-for-staff',
  'milestone-for-staff',
  'milestone-overdue-staff',
  'recommendation-for-staff',
  'policy-repaired',
  'meeting-called',
  'meeting-changed',
  'meeting-minutes',
] as const;
export type TemplateName = (typeof templateNames)[number];

const date = z.iso.date();
/** A name of an office or unit; never so many digits that it could be a number of a person. */
const unitName = z
  .string()
  .min(1)
  .max(60)
  // eslint-disable-next-line no-control-regex
  .regex(/^(?!.*\d{7})[^\u0000-\u001f\u007f{}<>@]+$/);
/** An address without query and fragment, so that no code can stand in it. */
const plainUrl = z
  .url({ protocol: /^https?$/ })
  .max(200)
  .regex(/^[^?#@\s]+$/);

/**
 * All that may fill a template: number, dates, names of offices and units, an address. There is
 * no place for a person's words (P-3).
 */
export const messageParamsSchema = z.strictObject({
  number: z
    .string()
    .regex(/^[A-Za-z0-9-]{4,40}$/)
    .optional(),
  office: unitName.optional(),
  holder: unitName.optional(),
  /** A colleague's name, in messages to staff about an account. */
  person: unitName.optional(),
  due: date.optional(),
  until: date.optional(),
  url: plainUrl.optional(),
  /** Where whoever reads it stops further messages. */
  stop: plainUrl.optional(),
});
export type MessageParams = z.infer<typeof messageParamsSchema>;

/** One line of the outbox page. */
export const outboxItemSchema = z
  .object({
    id: z.string().meta({ description: 'Stream and message id, joined by a dot' }),
    template: z.enum(templateNames),
    language: z.enum(['zh-CN', 'en']),
    number: z.string().meta({ description: 'Of the petition; empty where there is none' }),
    text: z.string().meta({ description: 'The whole text as it is sent' }),
    url: z.string().nullable().meta({ description: 'Where the record stands that it tells of' }),
    recipient: z.enum(['petitioner', 'staff', 'system']),
    channel: z.enum(channels).nullable(),
    status: z.enum(messageStatuses),
    urgent: z.boolean(),
    attempts: z.number().int(),
    nextAttemptAt: z.iso.datetime({ offset: true }).nullable(),
    lastError: z.string().nullable(),
    receipt: z.string().nullable(),
    createdAt: z.iso.datetime({ offset: true }),
    sentAt: z.iso.datetime({ offset: true }).nullable(),
    mayResend: z.boolean(),
  })
  .meta({ id: 'OutboxItem' });
export type OutboxItem = z.infer<typeof outboxItemSchema>;

export const outboxPageSchema = z
  .object({
    items: z.array(outboxItemSchema),
    next: z.string().nullable().meta({ description: 'Give it as `after` to read on' }),
  })
  .meta({ id: 'OutboxPage' });
export type OutboxPage = z.infer<typeof outboxPageSchema>;

/** What the program tells a unit or one person of it, newest first. */
export const inboxSchema = z.object({ items: z.array(outboxItemSchema) }).meta({ id: 'Inbox' });
export type Inbox = z.infer<typeof inboxSchema>;

export const inboxQuerySchema = z.object({
  limit: z.coerce.number().int().min(1).max(100).default(50),
});

export const outboxQuerySchema = z.object({
  status: z.enum(messageStatuses).optional(),
  after: z
    .string()
    .regex(/^\d{1,16}\.[0-9a-f-]{36}$/)
    .optional(),
  limit: z.coerce.number().int().min(1).max(100).default(50),
});
export type OutboxQuery = z.infer<typeof outboxQuerySchema>;
