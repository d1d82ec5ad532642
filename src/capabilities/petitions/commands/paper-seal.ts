import { randomBytes } from 'node:crypto';
import type { FlowPaper } from '../../../kernel/paper-flow.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { localDateOf, yearOf } from '../../../kernel/local-date.ts';
import { CommandRefused, type Tx } from '../../../platform/database/index.ts';
import { openItems, type CaseKey, type Sealer } from '../../../platform/vault/index.ts';
import {
  documentNumber,
  findTemplateTexts,
  insertPaper,
  registerOf,
  takeNumber,
  verifyCodeFrom,
  type PaperDocument,
  type TemplatedKind,
} from '../../papers/index.ts';
import type { Command } from '../command.ts';
import { documentOf, type CasePaperSource } from '../paper-content/index.ts';
import { findPaper, isAccusation } from '../petition.ts';
import type { OrganisationSnapshot, PetitionDeps } from './deps.ts';
import type { Locked } from './locked.ts';
import { reviewBodiesFor } from './review-bodies.ts';

/** What a unit says in its own words in a kind of paper, by slot. */
export type Wording = Awaited<ReturnType<typeof findTemplateTexts>>;

interface Sealing {
  readonly type: 'sealPaper' | 'issuePaper';
  readonly paperId: string;
  readonly opened: Locked;
  readonly sealer: Sealer;
  readonly key: CaseKey;
  /** Who signs when check, signature and seal are one step. */
  readonly signer: string | null;
}

/** Sealed item under which the finished paper lies. */
export const documentItem = (paperId: string): string => `paper:${paperId}`;

/** A paper of any record that is to be given its number and code. */
export interface PaperSealing {
  readonly streamId: string;
  readonly paper: FlowPaper<TemplatedKind>;
  /** Papers of accusations have registers of their own (L-5). */
  readonly accusation: boolean;
  readonly sealer: Sealer;
  readonly organisation: OrganisationSnapshot;
  /** Epoch ms. */
  readonly now: number;
  /** Writes the paper, once number and code are known. */
  readonly compose: (
    given: Pick<CasePaperSource, 'number' | 'verify'>,
    wording: Wording,
  ) => PaperDocument | Promise<PaperDocument>;
}

/**
 * Gives a paper its number and code, and fixes what it says: the document is sealed, and the
 * event carries its hash, before anything is printed (G-1).
 * @throws CommandRefused `paper-stage` when it is sealed already or void
 */
export async function sealDocument(tx: Tx, deps: PetitionDeps, sealing: PaperSealing) {
  const { paper, streamId, sealer, organisation, now } = sealing;
  const paperId = paper.id;
  if (paper.stage === 'sealed' || paper.stage === 'served' || paper.stage === 'void') {
    throw new CommandRefused(refuse('paper-stage', { stage: paper.stage }));
  }
  const today = localDateOf(now);
  const register = registerOf(paper.kind, sealing.accusation);
  // In one packet, the number last: from there on other papers of the register wait.
  const [wording, value] = await Promise.all([
    findTemplateTexts(tx, paper.issuer, paper.kind),
    register === undefined ? null : takeNumber(tx, paper.issuer, yearOf(today), register),
  ]);
  const number =
    register === undefined || value === null
      ? ''
      : documentNumber(organisation.paperWordOf(paper.issuer), register, yearOf(today), value);
  const verifyCode = verifyCodeFrom(randomBytes(12));
  const numbered = number === '' ? null : number;
  const document = await sealing.compose(
    {
      number: numbered,
      verify: { url: `${deps.publicUrl}/verify/${verifyCode}`, code: verifyCode },
    },
    wording,
  );
  insertPaper(tx, {
    streamId,
    paperId,
    kind: paper.kind,
    stage: 'sealed',
    unitId: paper.issuer,
    createdAt: new Date(now),
    number: numbered,
    issuedOn: today,
    verifyCode,
  });
  return { paperId, number, verifyCode, document: sealer.item(document, documentItem(paperId)) };
}

/** The seal of a petition's own paper. */
export async function composeSeal(tx: Tx, deps: PetitionDeps, sealing: Sealing): Promise<Command> {
  const { paperId, opened, sealer, key } = sealing;
  const { petition, organisation, now } = opened;
  const paper = findPaper(petition, paperId);
  if (paper === undefined) throw new CommandRefused(refuse('paper-unknown'));
  const reviewBodies = await reviewBodiesFor(tx, deps, paper, now);
  const items = openItems(tx, deps, petition.id, key);
  const [sealed] = await Promise.all([
    sealDocument(tx, deps, {
      streamId: petition.id,
      paper,
      accusation: isAccusation(petition),
      sealer,
      organisation,
      now,
      compose: async (given, wording) =>
        documentOf(
          {
            petition,
            paper: { ...paper, signedBy: paper.signedBy ?? sealing.signer },
            opened: await items,
            organisation,
            calendar: deps.calendar(),
            now,
            reviewBodies,
            ...given,
          },
          wording,
        ),
    }),
    items,
  ]);
  return { type: sealing.type, ...sealed };
}
