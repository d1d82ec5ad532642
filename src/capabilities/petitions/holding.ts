import type { PetitionEventOf } from './events.ts';
import { agendaSucceeded } from './agenda.ts';
import { raisingsSucceeded } from './raised.ts';
import { reportsSucceeded } from './urgent.ts';
import type { ConclusionForm, Link, Petition, Status } from './petition.ts';

export const unique = (units: readonly string[]): string[] => [...new Set(units)];

const owed = (link: Link): boolean => !link.returned;

/** The link whose giver awaits a conclusion report: the last one under an assignment. */
export function reportLinkOf(chain: readonly Link[]): number | null {
  if (!chain.some((link) => link.mode === 'assign' && owed(link))) return null;
  return chain.findLastIndex(
    (link) => owed(link) && (link.mode === 'assign' || link.mode === 'pass-down'),
  );
}

const withoutReport: readonly ConclusionForm[] = ['merged', 'split', 'withdrawn', 'handed-over'];

/** Conclusions that leave nothing to report: the matter goes on elsewhere or is over. */
export const isWithoutReport = (form: ConclusionForm): boolean => withoutReport.includes(form);

/** Where the unit that now returns it got it from the office: that link and all below it. */
export const linkBack = (chain: readonly Link[], office: string): number => {
  const found = chain.findLastIndex((link) => link.from === office);
  return found < 0 ? chain.length : found;
};

/** Those links are undone when the office agrees to the return; the links above go on. */
export const undone = (chain: readonly Link[], office: string): readonly Link[] => {
  const first = linkBack(chain, office);
  return chain.map((link, index) => (index >= first ? { ...link, returned: true } : link));
};

/** A petition in other hands; passing down keeps where it stands. */
export function handed(
  petition: Petition,
  data: PetitionEventOf<'PetitionHanded'>['data'],
  at: number,
): Petition {
  const status: Status =
    data.mode === 'hand-over'
      ? 'handed-over'
      : data.mode === 'pass-down'
        ? petition.status
        : data.toOffice
          ? 'registered'
          : 'referred';
  return {
    ...petition,
    status,
    office: data.toOffice ? data.to : petition.office,
    holder: data.to,
    chain: [
      ...petition.chain,
      {
        from: petition.holder,
        to: data.to,
        mode: data.mode,
        at,
        dueDate: data.dueDate,
        returned: false,
      },
    ],
    readers: unique([...petition.readers, data.to]),
    awaitingReceipt: data.mode === 'hand-over',
  };
}

/**
 * A body gave back what was handed over to it; it counts as a return (Reg. 24). Records of before
 * that was counted carry no `superior` at all.
 */
export function returnedHandOver(
  petition: Petition,
  { returnTo, superior }: PetitionEventOf<'HandOverReturned'>['data'],
): Pick<Petition, 'status' | 'holder' | 'chain' | 'returnedBy' | 'superior' | 'readers'> {
  return {
    status: superior == null ? 'registered' : 'adjudication',
    holder: superior ?? returnTo,
    chain: undone(petition.chain, returnTo),
    returnedBy:
      superior === undefined
        ? petition.returnedBy
        : unique([...petition.returnedBy, petition.holder]),
    superior: superior ?? petition.superior,
    readers: unique([...petition.readers, ...(superior == null ? [] : [superior])]),
  };
}

const succeedLink = (link: Link, units: { readonly from: string; readonly to: string }): Link =>
  link.mode !== 'assign' && link.mode !== 'pass-down'
    ? link
    : {
        ...link,
        from: link.from === units.from ? units.to : link.from,
        to: link.to === units.from ? units.to : link.to,
      };

const inherited = (
  barred: readonly string[],
  units: { readonly from: string; readonly to: string },
): readonly string[] => (barred.includes(units.from) ? unique([...barred, units.to]) : barred);

/** O-1: a unit's successor stands wherever the unit had something to do. */
export function succeeded(
  petition: Petition,
  data: PetitionEventOf<'HolderSucceeded'>['data'],
): Petition {
  return {
    ...petition,
    holder: petition.holder === data.from ? data.to : petition.holder,
    office: petition.office === data.from ? data.to : petition.office,
    superior: petition.superior === data.from ? data.to : petition.superior,
    // What bars a unit bars its successor: an accusation against it, and what it returned.
    accusedUnits: inherited(petition.accusedUnits, data),
    returnedBy: inherited(petition.returnedBy, data),
    // A report climbs the links of an assignment: at each end somebody must still be there.
    chain: petition.chain.map((link) => succeedLink(link, data)),
    readers: unique([...petition.readers, data.to]),
    ...raisingsSucceeded(petition, data),
    ...agendaSucceeded(petition, data),
    urgentReports: reportsSucceeded(petition.urgentReports, data),
    tasks: petition.tasks.map((task) =>
      task.unit === data.from && task.doneAt === null ? { ...task, unit: data.to } : task,
    ),
    papers: petition.papers.map((paper) =>
      paper.issuer === data.from && ['drafted', 'checked', 'signed', 'sealed'].includes(paper.stage)
        ? { ...paper, issuer: data.to }
        : paper,
    ),
  };
}
