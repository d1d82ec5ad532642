import type { Result } from '../../kernel/result.ts';
import { refuse, type Refusal } from '../../kernel/refusals.ts';
import type { z } from 'zod';
import type { PaperDocument } from './document.ts';
import { templatedKinds, type TemplatedKind } from './kinds.ts';
import { checkSlotText, placeholdersOf, type Slots } from './slots.ts';
import { buildPaper, type PaperFrame, type Template } from './template.ts';
import { templates, type Templates } from './templates/all.ts';

/** What a caller gives for a paper of a kind. */
export type PaperData<Kind extends TemplatedKind> = z.input<Templates[Kind]['data']>;

/**
 * Makes the content of a paper. Pure.
 *
 * @param kind one of the templated kinds
 * @param data the kind's own data, days as `YYYY-MM-DD`
 * @param frame issuer, number, date of issue, verification and copies; no date: a draft
 * @param overrides the office's own wording by slot, as `findTemplateTexts` returns it
 * @returns a checked document, to be sealed by the caller and given to `renderPaper`
 * @throws ZodError on data that does not fit: the caller decides what a paper says, so that is a bug
 */
export function composePaper<Kind extends TemplatedKind>(
  kind: Kind,
  data: PaperData<Kind>,
  frame: PaperFrame,
  overrides: Slots = {},
): PaperDocument {
  return buildPaper(templateOf(kind), data, frame, overrides);
}

/** One changeable passage of a template. */
export type SlotEntry = {
  readonly slot: string;
  readonly text: string;
  readonly placeholders: readonly string[];
};

/** The changeable passages of a kind with their default text and placeholders. */
export function slotsOf(kind: TemplatedKind): SlotEntry[] {
  return Object.entries(templateOf(kind).slots).map(([slot, text]) => ({
    slot,
    text,
    placeholders: placeholdersOf(text),
  }));
}

/**
 * Checks an office's own text for a slot.
 *
 * @returns the trimmed text
 * Refusals: paper-slot-unknown, paper-text-empty, paper-text-too-long, paper-text-braces,
 * paper-placeholder-unknown, paper-placeholder-missing.
 */
export function checkTemplateText(
  kind: TemplatedKind,
  slot: string,
  text: string,
): Result<string, Refusal> {
  const slots = templateOf(kind).slots;
  const original = Object.hasOwn(slots, slot) ? slots[slot] : undefined;
  if (original === undefined) {
    return refuse('paper-slot-unknown', { kind: templatedKinds[kind].title.zh, slot });
  }
  return checkSlotText(original, text);
}

/** Each kind's own types matter only to its caller; from here on a template is data and slots. */
function templateOf(kind: TemplatedKind): Template<z.ZodType, string> {
  return templates[kind] as unknown as Template<z.ZodType, string>;
}
