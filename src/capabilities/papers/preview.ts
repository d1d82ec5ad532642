import { ok, type Result } from '../../kernel/result.ts';
import type { Refusal } from '../../kernel/refusals.ts';
import { checkTemplateText, composePaper } from './compose.ts';
import type { TemplatedKind } from './kinds.ts';
import { renderPaper } from './render.ts';
import { sampleData, sampleFrame } from './samples.ts';
import type { Slots } from './slots.ts';

/**
 * An invented paper of a kind as PDF, with an office's wording (G-1).
 * @param own wording that is kept
 * @param tried wording that is not kept yet and stands before the kept one; checked here
 * @param officeFonts folder with the office's own fonts
 * Refusals: those of `checkTemplateText`.
 */
export async function previewPaper(
  kind: TemplatedKind,
  own: Slots,
  tried: Slots,
  officeFonts?: string,
): Promise<Result<Uint8Array, Refusal>> {
  const slots = new Map(Object.entries(own));
  for (const [slot, text] of Object.entries(tried)) {
    const checked = checkTemplateText(kind, slot, text);
    if (!checked.ok) return checked;
    slots.set(slot, checked.value);
  }
  const document = composePaper(kind, sampleData[kind], sampleFrame, Object.fromEntries(slots));
  return ok((await renderPaper(document, 'pdf', officeFonts)).bytes);
}
