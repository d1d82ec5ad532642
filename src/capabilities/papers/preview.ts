import { ok, type Result } from '../../kernel/result.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import { checkTemplateText, composePaper } from './compose.ts';
import type { PaperDocument } from './document.ts';
import type { TemplatedKind } from './kinds.ts';
import { renderPaper } from './render.ts';
import { sampleData, sampleFrame } from './samples.ts';
import type { Slots } from './slots.ts';

/**
 * An invented paper of a kind with an office's wording (G-1), as it is composed.
 * @param own wording that is kept
 * @param tried wording that is not kept yet and stands before the kept one; checked here
 * Refusals: those of `checkTemplateText`.
 */
export function composePreview(
  kind: TemplatedKind,
  own: Slots,
  tried: Slots,
): Result<PaperDocument, Refusal> {
  const slots = new Map(Object.entries(own));
  for (const [slot, text] of Object.entries(tried)) {
    const checked = checkTemplateText(kind, slot, text);
    if (!checked.ok) return checked;
    slots.set(slot, checked.value);
  }
  return ok(composePaper(kind, sampleData[kind], sampleFrame, Object.fromEntries(slots)));
}

/**
 * The same as PDF.
 * @param officeFonts folder with the office's own fonts
 * Refusals: those of `composePreview`.
 */
export async function previewPaper(
  kind: TemplatedKind,
  own: Slots,
  tried: Slots,
  officeFonts?: string,
): Promise<Result<Uint8Array, Refusal>> {
  const composed = composePreview(kind, own, tried);
  if (!composed.ok) return composed;
  return ok((await renderPaper(composed.value, 'pdf', officeFonts)).bytes);
}
