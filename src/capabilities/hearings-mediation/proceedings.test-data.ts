import { addDays, localDateOf, type LocalDate } from '../../kernel/local-date.ts';
import { newId } from '../../platform/vault/index.ts';
import { must, openCounty, staff, type County } from '../petitions/queries/county.test-data.ts';
import type { NewMember, StepInput, StepType } from './contract.ts';
import { beginProceeding, listMember, openProceeding, stepProceeding } from './index.ts';
import type { ProceedingKind } from './terms.ts';

export const day = 86_400_000;

/** The unit that handles the petition and conducts what is held about it. */
export const handler = staff('housing');

type Actor = Parameters<typeof stepProceeding>[5]['actor'];

/** A petition that is being handled, a roster, and short ways to begin and step. */
export interface Ground {
  readonly county: County;
  readonly petitionId: string;
  /** Ids of the roster by name. */
  readonly members: ReadonlyMap<string, string>;
  readonly today: (plus?: number) => LocalDate;
  readonly begin: <K extends ProceedingKind>(
    kind: K,
    input: Parameters<typeof beginProceeding<K>>[3],
  ) => Promise<string>;
  readonly step: <K extends ProceedingKind, T extends StepType<K>>(
    id: string,
    kind: K,
    type: T,
    input: StepInput<K, T>,
    actor?: Actor,
  ) => ReturnType<typeof stepProceeding>;
  readonly view: (
    id: string,
    actor?: Parameters<typeof openProceeding>[1],
  ) => Promise<NonNullable<Awaited<ReturnType<typeof openProceeding>>>>;
}

const roster: readonly (readonly [string, Partial<NewMember>])[] = [
  ['代表甲', {}],
  ['代表乙', {}],
  ['代表丙', {}],
  ['代表丁', {}],
  ['律师戊', { kinds: ['lawyer'], profession: '律师' }],
  ['律师己', { kinds: ['lawyer'], profession: '律师' }],
  ['住建局庚', { affiliation: 'housing' }],
  ['王小明', {}],
  ['离任辛', { to: '2025-12-31' }],
  ['外县壬', { regionCode: '430500', kinds: ['expert'], profession: '建筑工程' }],
];

/** Opens a county in which the housing bureau handles a petition; close its county afterwards. */
export async function openGround(): Promise<Ground> {
  const county = await openCounty();
  const petitionId = (await county.register()).id;
  await county.run(staff('office'), petitionId, 'refer', { to: 'housing' });
  await county.issue('office', petitionId);
  await county.run(handler, petitionId, 'accept', {});
  await county.issue('housing', petitionId);
  const members = new Map<string, string>();
  for (const [name, more] of roster) {
    const member: NewMember = {
      name,
      kinds: ['deputy'],
      profession: '',
      regionCode: '430121',
      from: '2025-01-01',
      ...more,
    };
    const options = { actor: staff('office'), commandKey: newId() };
    members.set(name, must(await listMember(county.deps, member, options)).id);
  }
  return {
    county,
    petitionId,
    members,
    today: (plus = 0) => addDays(localDateOf(county.at.now), plus),
    begin: async (kind, input) => {
      const options = { actor: handler, commandKey: newId() };
      return must(await beginProceeding(county.deps, petitionId, kind, input, options)).id;
    },
    step: (id, kind, type, input, actor = handler) =>
      stepProceeding(county.deps, { petitionId, id }, kind, type, input, {
        actor,
        commandId: newId(),
        uploadOwner: 'staff:housing',
      }),
    view: async (id, actor = handler) => {
      const found = await openProceeding(county.deps, actor, petitionId, id, county.at.now);
      if (found === null) throw new Error('not found');
      return found;
    },
  };
}
