import { expect } from 'vitest';
import type { StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf } from '../../../kernel/local-date.ts';
import { newId } from '../../../platform/vault/index.ts';
import { must, staff, type County } from '../../petitions/queries/county.test-data.ts';
import {
  openInspection,
  openProgramme,
  planInspection,
  planProgramme,
  stepInspection,
  stepProgramme,
} from '../index.ts';
import {
  inspectionStepSchemas,
  planInspectionSchema,
  programmeSchema,
  programmeStepSchemas,
  type InspectionStep,
  type ProgrammeStep,
} from './contract.ts';

export const supervisor: StaffActor = {
  ...staff('office', 'office-supervisor'),
  roles: ['supervisor'],
};
export const head: StaffActor = { ...staff('office', 'office-boss'), roles: ['office-head'] };
export const housing = staff('housing');
/** People as teams name them. */
export const people = (called: string) =>
  ({
    supervisor: { userId: supervisor.userId, units: ['office'] },
    mole: { userId: 'housing-mole', units: ['housing'] },
    police: { userId: 'transport-police', units: ['transport'] },
  })[called];

/** Who sends a step, each time under a new key. */
export const by = (actor: StaffActor, more: object = {}) => ({
  actor,
  commandId: newId(),
  uploadOwner: 'test',
  ...more,
});

/** Programmes and inspections of a county of the tests, by their real commands. */
export function inspectionRoom(county: () => County) {
  const inDays = (days: number) => addDays(localDateOf(county().at.now), days);
  const programmeInput = (more: object = {}) =>
    programmeSchema.parse({
      theme: '房屋质量专项督查',
      basis: '《信访工作条例》第四十条',
      from: inDays(0),
      to: inDays(60),
      focus: '受理是否及时',
      teams: '第一督查组：supervisor、police\n第二督查组：mole',
      rounds: `第一轮 ${inDays(0)} ${inDays(20)}`,
      ...more,
    });

  const onProgramme = async (
    id: string,
    type: ProgrammeStep,
    input: object = {},
    actor = supervisor,
  ): Promise<string> => {
    const typed = programmeStepSchemas[type].parse(input);
    const done = await stepProgramme(county().deps, id, type, typed as never, people, by(actor));
    return done.ok ? 'done' : done.refusal.code;
  };

  const view = async (id: string) => {
    const found = await openProgramme(county().deps, supervisor, id, county().at.now);
    if (found === null) throw new Error('no programme');
    return found;
  };

  /** A programme that somebody else has approved. */
  async function programme(): Promise<string> {
    const { id } = must(
      await planProgramme(county().deps, programmeInput(), people, by(supervisor)),
    );
    expect(await onProgramme(id, 'approveProgramme', {}, head)).toBe('done');
    return id;
  }

  async function inspection(more: object = {}): Promise<string> {
    const id = await programme();
    const { teams } = await view(id);
    const input = planInspectionSchema.parse({
      team: teams[0]?.id,
      unit: 'housing',
      way: 'unannounced',
      on: inDays(0),
      task: '查看台账',
      ...more,
    });
    return must(await planInspection(county().deps, id, input, by(supervisor))).id;
  }

  const step = async (
    id: string,
    type: InspectionStep,
    input: object = {},
    actor = supervisor,
  ): Promise<string> => {
    const typed = inspectionStepSchemas[type].parse(input);
    const done = await stepInspection(county().deps, id, type, typed as never, by(actor));
    return done.ok ? 'done' : done.refusal.code;
  };

  const see = (id: string, actor: StaffActor) =>
    openInspection(county().deps, actor, id, county().at.now);

  const finding = (more: object = {}) => ({
    kind: 'delay',
    text: '两个月未到现场',
    demand: '到现场查清',
    dueOn: inDays(10),
    ...more,
  });

  return { inDays, programmeInput, onProgramme, view, programme, inspection, step, see, finding };
}
