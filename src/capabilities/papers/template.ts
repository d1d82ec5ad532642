import { z } from 'zod';
import {
  localDateSchema,
  paperDocumentSchema,
  type PaperDocument,
  type PaperDocumentInput,
} from './document.ts';
import { templatedKinds, type TemplatedKind } from './kinds.ts';
import { fillSlot, type Slots } from './slots.ts';

/** What every paper has whatever its kind. Without a date it is a draft. */
export const frameSchema = z.strictObject({
  issuer: z.strictObject({
    name: z.string().trim().min(1).max(200),
    sealName: z.string().trim().min(1).max(200),
    /** How the body speaks of itself: 我局, 我委, 我单位. */
    we: z.string().trim().min(1).max(10).default('我单位'),
  }),
  number: z.string().trim().min(1).max(100).optional(),
  date: localDateSchema.optional(),
  verify: z.strictObject({ url: z.url().max(300), code: z.string().min(1).max(60) }).optional(),
  copies: z.array(z.string().trim().min(1).max(200)).max(50).default([]),
  draftMark: z.boolean().default(false),
});
export type PaperFrame = z.input<typeof frameSchema>;

/** Fills a slot's text, the office's own or the default. */
export type Say<Slot extends string> = (
  slot: Slot,
  values?: Readonly<Record<string, string | number>>,
) => string;

export type Content = {
  readonly title: string;
  readonly addressee?: string;
  readonly blocks: PaperDocumentInput['blocks'];
  readonly attachments?: readonly string[];
  /** 抄送, beside those of the frame. */
  readonly copies?: readonly string[];
  readonly compact?: boolean;
  /** The QR code opens this page instead of the check of the paper. */
  readonly progressUrl?: string;
};

/** A template: the data of its kind, its texts, and how the two make a paper. Pure. */
export type Template<Data extends z.ZodType, Slot extends string> = {
  readonly kind: TemplatedKind;
  readonly data: Data;
  readonly slots: Readonly<Record<Slot, string>>;
  /** True: the paper speaks to several people. */
  readonly plural?: (data: z.output<Data>) => boolean;
  readonly build: (data: z.output<Data>, say: Say<Slot>) => Content;
};

/** Keeps the types of data and slots together. */
export function defineTemplate<Data extends z.ZodType, Slot extends string>(
  template: Template<Data, Slot>,
): Template<Data, Slot> {
  return template;
}

/** Data and frame through a template into a checked document. Throws on wrong data: a bug. */
export function buildPaper<Data extends z.ZodType, Slot extends string>(
  template: Template<Data, Slot>,
  data: unknown,
  frameInput: PaperFrame,
  overrides: Slots = {},
): PaperDocument {
  const frame = frameSchema.parse(frameInput);
  const checked = template.data.parse(data);
  const common = {
    you: template.plural?.(checked) === true ? '你们' : '你',
    we: frame.issuer.we,
    issuer: frame.issuer.name,
  };
  const say: Say<Slot> = (slot, values = {}) =>
    fillSlot(overrides[slot] ?? template.slots[slot], { ...common, ...values });
  const content = template.build(checked, say);
  return paperDocumentSchema.parse({
    kind: template.kind,
    form: templatedKinds[template.kind].form,
    issuer: { name: frame.issuer.name, sealName: frame.issuer.sealName },
    // A receipt or a form is known by the petition's number alone.
    number: templatedKinds[template.kind].number === null ? undefined : frame.number,
    title: content.title,
    addressee: content.addressee,
    blocks: content.blocks,
    date: frame.date,
    attachments: content.attachments ?? [],
    copies: [...(content.copies ?? []), ...frame.copies],
    verify:
      content.progressUrl === undefined
        ? frame.verify
        : { url: content.progressUrl, code: frame.verify?.code, opens: 'progress' },
    compact: content.compact ?? false,
    draftMark: frame.draftMark,
  });
}
