import { setStream, type Tx } from '../../platform/database/index.ts';
import { slotsOf } from './compose.ts';
import type { PaperTemplates } from './contract.ts';
import { templatedKinds, type PaperKind, type PaperStage, type TemplatedKind } from './kinds.ts';
import type { Slots } from './slots.ts';
import { findPaper } from './store.ts';
import { findByVerifyCode } from './verification-store.ts';
import { parseVerifyCode } from './verify-code.ts';
import { findAllTemplateTexts, findTemplateTexts } from './wording-store.ts';

/** What anybody who holds a paper may learn of it: that it is genuine, not what it says. */
export type VerifiedPaper = {
  readonly kind: PaperKind;
  readonly number: string | null;
  readonly unitId: string;
  readonly issuedOn: string | null;
  readonly stage: PaperStage;
  /** Of the PDF as issued, to compare a file with. */
  readonly sha256: string;
};

/**
 * Verifies a paper by the code printed on it (G-1, W-2). Opens the paper's stream for one row and
 * closes it again, so call it in a transaction that has no stream open.
 *
 * @param typed the code as typed or scanned, in any case and grouping
 * @returns undefined when no issued paper bears it: a wrong form and an unknown code look the same
 */
export async function verifyPaper(tx: Tx, typed: string): Promise<VerifiedPaper | undefined> {
  const code = parseVerifyCode(typed);
  if (code === undefined) return undefined;
  const entry = await findByVerifyCode(tx, code);
  if (entry === undefined) return undefined;
  await setStream(tx, entry.streamId);
  const paper = await findPaper(tx, entry.streamId, entry.paperId);
  await setStream(tx, '');
  if (paper === undefined) return undefined;
  const { kind, number, unitId, issuedOn, stage } = paper;
  return { kind, number, unitId, issuedOn, stage, sha256: entry.sha256 };
}

/** The changeable passages of every kind with a unit's own wording beside the default. */
export async function readTemplates(tx: Tx, unitId: string): Promise<PaperTemplates> {
  const own = await findAllTemplateTexts(tx, unitId);
  const ownText = (kind: string, slot: string): string | null =>
    own.find((row) => row.kind === kind && row.slot === slot)?.text ?? null;
  const kinds = Object.keys(templatedKinds) as TemplatedKind[];
  return {
    items: kinds.map((kind) => ({
      kind,
      title: templatedKinds[kind].title,
      slots: slotsOf(kind).map(({ slot, text, placeholders }) => ({
        slot,
        text,
        own: ownText(kind, slot),
        placeholders: [...placeholders],
      })),
    })),
  };
}

/** A unit's own wording of one kind. */
export const readWording = (tx: Tx, unitId: string, kind: TemplatedKind): Promise<Slots> =>
  findTemplateTexts(tx, unitId, kind);
