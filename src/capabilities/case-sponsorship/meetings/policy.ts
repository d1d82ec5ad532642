import type { Actor } from '../../../kernel/actor.ts';
import { isGranted, type Jurisdiction, type Verb } from '../../../kernel/permissions.ts';
import type { Meeting } from './case.ts';
import type { MeetingCommandType } from './command.ts';

type PeoplesCommand = Exclude<
  MeetingCommandType,
  'succeedUnit' | 'recordRendering' | 'answerMinutes'
>;

/** Which verb of the permission table a step of people needs. */
const verbs: Readonly<Record<PeoplesCommand, Verb>> = {
  planMeeting: 'meeting.hold',
  postponeMeeting: 'meeting.hold',
  cancelMeeting: 'meeting.hold',
  recordMeeting: 'meeting.hold',
  issueMinutes: 'meeting.issue',
};

type Place = Pick<Meeting, 'unit' | 'office' | 'participants'>;

/** Units that read a meeting, besides whoever may not read its petition. */
export const readersOf = ({ unit, office, participants }: Place): readonly string[] => [
  ...new Set([
    unit,
    office,
    ...participants.flatMap((each) => (each.unit === null ? [] : [each.unit])),
  ]),
];

/** The petitioner reads of the own meeting; staff of the units at the table. */
export function isMeetingVisible(actor: Actor, meeting: Place & Pick<Meeting, 'petitionId'>) {
  if (actor.kind === 'petitioner') return actor.petitionId === meeting.petitionId;
  if (actor.kind !== 'staff') return true;
  return readersOf(meeting).some((unit) => actor.readingUnits.includes(unit));
}

const relationsOf = (
  unitId: string,
  { unit, office }: { readonly unit: string; readonly office: string },
): ReadonlySet<Jurisdiction> => {
  const relations = new Set<Jurisdiction>(['unit', 'reader']);
  if (unit === unitId) relations.add('holder');
  if (office === unitId) relations.add('office');
  return relations;
};

/** Whether an actor may try a command on a meeting that they see; the rules then know more. */
export function mayMeet(
  actor: Actor,
  command: MeetingCommandType,
  place: { readonly unit: string; readonly office: string },
): boolean {
  if (command === 'succeedUnit' || command === 'recordRendering') return actor.kind === 'system';
  if (command === 'answerMinutes') return actor.kind === 'petitioner';
  if (actor.kind !== 'staff') return false;
  return isGranted(actor.roles, verbs[command], relationsOf(actor.unitId, place));
}

/** Whether an actor may convene a meeting on a petition that they see. */
export const mayPlan = (
  actor: Actor,
  { holder, office }: { readonly holder: string; readonly office: string },
): boolean => mayMeet(actor, 'planMeeting', { unit: holder, office });
