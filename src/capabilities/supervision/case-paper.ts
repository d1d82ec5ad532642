import type { StaffActor } from '../../kernel/actor.ts';
import type { FlowPaper } from '../../kernel/paper-flow.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { SealedText } from '../../kernel/sealed.ts';
import type { ServiceGiven } from '../../kernel/service-ways.ts';
import { CommandRefused, scopeOf, setStreams } from '../../platform/database/index.ts';
import { openItems } from '../../platform/vault/index.ts';
import {
  findTemplateTexts,
  paperDocumentSchema,
  type PaperDocument,
  type TemplatedKind,
} from '../papers/index.ts';
import {
  documentItem,
  openPetitionItems,
  recordAccess,
  sealDocument,
  type CaseComposing,
  type CasePaperSource,
  type CaseState,
  type PetitionDeps,
  type Wording,
} from '../petitions/index.ts';
import { openCaseFolder, type CaseReading } from './case-folder.ts';

/** A record of this capability whose papers go out. */
export interface WithPapers extends CaseState {
  readonly papers: readonly FlowPaper<TemplatedKind>[];
}

type DocumentOf<State> = (
  source: CasePaperSource & { readonly state: State },
  wording: Wording,
) => PaperDocument;

/** Number, code and the fixed words of a paper, as the other papers of the office get them. */
export async function sealCasePaper<State extends WithPapers>(
  deps: PetitionDeps,
  paperId: string,
  with_: CaseComposing<State>,
  documentOf: DocumentOf<State>,
) {
  const { tx, state, petition, organisation, now, sealer, key, actor } = with_;
  const paper = state?.papers.find(({ id }) => id === paperId);
  if (state === null || paper === undefined) throw new CommandRefused(refuse('paper-unknown'));
  const signer = actor.kind === 'staff' ? `staff:${actor.userId}` : null;
  const own = await openItems(tx, deps, state.id, key);
  const theirs = await openPetitionItems(tx, deps, petition.id);
  await setStreams(tx, [state.id, petition.id]);
  return sealDocument(tx, deps, {
    streamId: state.id,
    paper,
    accusation: false,
    sealer,
    organisation,
    now,
    compose: (given, wording) =>
      documentOf(
        {
          petition,
          state,
          paper: { ...paper, signedBy: paper.signedBy ?? signer },
          opened: new Map([...theirs, ...own]),
          organisation,
          calendar: deps.calendar(),
          now,
          ...given,
        },
        wording,
      ),
  });
}

/**
 * The content of a paper: as it was sealed, and before that a preview by the same composition, for
 * the office that writes it.
 * @returns null when there is no such paper for this reader
 */
export function openCasePaper<State extends WithPapers>(
  deps: PetitionDeps,
  actor: StaffActor,
  kind: CaseReading<State> & { readonly documentOf: DocumentOf<State> },
  id: string,
  paperId: string,
): Promise<PaperDocument | null> {
  return deps.db.withActor(scopeOf(actor), 'write', async (tx) => {
    const opened = await openCaseFolder(tx, deps, actor, kind, id);
    const paper = opened?.state.papers.find((each) => each.id === paperId);
    if (opened === null || paper === undefined) return null;
    const own = actor.readingUnits.includes(paper.issuer);
    // What has not reached anybody is the office's own.
    if (!own && paper.stage !== 'served') return null;
    const sealed = opened.items.get(documentItem(paperId));
    const document =
      sealed === undefined
        ? kind.documentOf(
            {
              petition: opened.folder.petition,
              state: opened.state,
              paper,
              opened: new Map([...opened.folder.words.all(), ...opened.items]),
              organisation: await deps.organisation(tx),
              calendar: deps.calendar(opened.state.calendarVersion),
              now: tx.openedAt.getTime(),
              number: null,
              verify: null,
            },
            await findTemplateTexts(tx, paper.issuer, paper.kind),
          )
        : paperDocumentSchema.parse(sealed);
    const { petitionId } = opened.state;
    await setStreams(tx, [petitionId]);
    await recordAccess(tx, actor, petitionId, `paper:${paperId}`);
    return document;
  });
}

/** What is typed of a service. */
export interface ServiceTyped {
  readonly proof?: string | undefined;
  readonly mailNumber?: string | undefined;
}

const isGiven = (text: string | undefined): text is string => (text ?? '').trim() !== '';

/** Words of the proof with the number of the letter, sealed together; nothing where nothing was given. */
export function proofOf<State extends CaseState>(
  { proof, mailNumber }: ServiceTyped,
  { words, sealer }: CaseComposing<State>,
  limit: number,
): SealedText | null {
  const facts = isGiven(mailNumber) ? { mailNumber: mailNumber.trim() } : {};
  if (isGiven(proof)) return words(proof, 'proof', limit, facts);
  return isGiven(mailNumber) ? sealer.text('', facts) : null;
}

/** G-2: what the rule must know of a service stands open. */
export const givenOf = ({ mailNumber }: ServiceTyped): ServiceGiven => ({
  mailNumber: isGiven(mailNumber),
  witness: false,
  place: false,
});
