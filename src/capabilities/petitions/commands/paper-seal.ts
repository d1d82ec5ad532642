import { randomBytes } from 'node:crypto';
import { refuse } from '../../../kernel/refusals.ts';
import { localDateOf, yearOf } from '../../../kernel/local-date.ts';
import { CommandRefused, type Tx } from '../../../platform/database/index.ts';
import { type CaseKey, openItems, type Sealer } from '../../../platform/vault/index.ts';
import {
  documentNumber,
  insertPaper,
  recordIssue,
  findTemplateTexts,
  registerOf,
  takeNumber,
  verifyCodeFrom,
} from '../../papers/index.ts';
import type { Command } from '../command.ts';
import { documentOf, type PaperSource } from '../paper-content/index.ts';
import { findPaper, isAccusation } from '../petition.ts';
import type { PetitionDeps } from './deps.ts';
import { type Locked } from './locked.ts';

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

/**
 * Gives a paper its number and code, and fixes what it says: the document is sealed, and the
 * event carries its hash, before anything is printed (G-1).
 */
export async function composeSeal(tx: Tx, deps: PetitionDeps, sealing: Sealing): Promise<Command> {
  const { paperId, opened, sealer, key } = sealing;
  const { petition, organisation, now } = opened;
  const paper = findPaper(petition, paperId);
  if (paper === undefined) throw new CommandRefused(refuse('paper-unknown'));
  if (paper.stage === 'sealed' || paper.stage === 'served' || paper.stage === 'void') {
    throw new CommandRefused(refuse('paper-stage', { stage: paper.stage }));
  }
  const today = localDateOf(now);
  const register = registerOf(paper.kind, isAccusation(petition));
  const number =
    register === undefined
      ? ''
      : documentNumber(
          organisation.paperWordOf(paper.issuer),
          register,
          yearOf(today),
          await takeNumber(tx, paper.issuer, yearOf(today), register),
        );
  const verifyCode = verifyCodeFrom(randomBytes(12));
  const source: PaperSource = {
    petition,
    paper: { ...paper, signedBy: paper.signedBy ?? sealing.signer },
    opened: await openItems(tx, deps, petition.id, key),
    organisation,
    calendar: deps.calendar(),
    now,
    number: number === '' ? null : number,
    verify: { url: `${deps.publicUrl}/verify/${verifyCode}`, code: verifyCode },
  };
  const document = documentOf(source, await findTemplateTexts(tx, paper.issuer, paper.kind));
  await insertPaper(tx, {
    streamId: petition.id,
    paperId,
    kind: paper.kind,
    stage: 'sealed',
    unitId: paper.issuer,
    createdAt: new Date(now),
  });
  await recordIssue(tx, {
    streamId: petition.id,
    paperId,
    number: number === '' ? null : number,
    issuedOn: today,
    verifyCode,
  });
  return {
    type: sealing.type,
    paperId,
    number,
    verifyCode,
    document: sealer.item(document, documentItem(paperId)),
  };
}
