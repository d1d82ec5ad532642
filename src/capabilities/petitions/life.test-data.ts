import type { Practice } from './afterwards/practice.ts';
import type { Actor, StaffActor } from '../../kernel/actor.ts';
import { builtInCalendar } from '../../kernel/calendar-years.ts';
import { addDays, localDateOf } from '../../kernel/local-date.ts';
import type { LocalProfile } from '../../kernel/local-profiles.ts';
import type { UnitDirectory, UnitFact } from '../../kernel/units.ts';
import type { Command } from './command.ts';
import { decide } from './decide/index.ts';
import type { Registration } from './events.ts';
import { evolve } from './evolve.ts';
import type { Petition, SealedText } from './petition.ts';
import { may } from './policy.ts';

/** A small county for tests of the rules: no database, no clock of its own. */
const unit = (
  id: string,
  kind: UnitFact['kind'],
  level: UnitFact['level'],
  parentId: string | null,
): UnitFact => ({
  id,
  name: id,
  kind,
  level,
  regionCode: level === 'city' ? '4301' : '430121',
  parentId,
  active: true,
  successorId: null,
});

const facts = new Map(
  [
    unit('city-government', 'leadership', 'city', null),
    unit('city-office', 'petition-office', 'city', 'city-government'),
    unit('county-government', 'leadership', 'county', 'city-government'),
    unit('city-housing', 'bureau', 'city', 'city-government'),
    unit('joint-meeting', 'joint-meeting-office', 'county', 'county-government'),
    unit('office', 'petition-office', 'county', 'county-government'),
    unit('housing', 'bureau', 'county', 'county-government'),
    unit('housing-station', 'bureau', 'township', 'housing'),
    unit('transport', 'bureau', 'county', 'county-government'),
    unit('city-discipline', 'discipline-body', 'city', 'city-government'),
    unit('city-political-legal', 'political-legal-body', 'city', 'city-government'),
    unit('court', 'court', 'county', null),
    unit('discipline', 'discipline-body', 'county', 'county-government'),
    unit('political-legal', 'political-legal-body', 'county', 'county-government'),
  ].map((each) => [each.id, each] as const),
);

export const units: UnitDirectory = { find: (id) => facts.get(id) };
/** People of the test are named after their unit, as `housing-officer`. */
export const holdsPost = (userId: string, unitId: string): boolean =>
  userId.startsWith(`${unitId}-`);
export const calendar = builtInCalendar();

export const staff = (unitId: string, userId = `${unitId}-officer`): StaffActor => ({
  kind: 'staff',
  userId,
  unitId,
  roles: ['case-officer', 'office-head', 'handler', 'unit-head'],
  readingUnits: [unitId],
});

export const words = (id: string, length = 20): SealedText => ({ id, hash: 'h', length });

/** 2026-11-02 09:00 in Shanghai, a Monday. */
export const monday = Date.parse('2026-11-02T09:00:00+08:00');
export const hour = 3_600_000;
export const dayLength = 24 * hour;

export const registration = (more: Partial<Registration> = {}): Registration => ({
  number: '2026000000016',
  channel: 'web',
  office: 'office',
  holder: 'office',
  registeredBy: 'office',
  receivedAt: monday,
  purpose: 'appeal',
  category: null,
  urgency: 'ordinary',
  regionCode: '430121',
  content: { id: 'content', hash: 'h' },
  demands: [
    { id: 'd1', text: words('d1') },
    { id: 'd2', text: words('d2') },
  ],
  people: [],
  personCount: 1,
  anonymous: false,
  electronicService: true,
  attachments: [],
  numbersElsewhere: [],
  named: [],
  accusedUnits: [],
  splitFrom: null,
  ...more,
});

/** A petition under test: commands are decided and folded at once. */
export class Life {
  petition: Petition | null = null;
  /** What the office has set for itself. */
  practice: Practice | undefined;
  /** The local profiles in force. */
  profiles: readonly LocalProfile[] | undefined;
  now = monday;
  seq = 0;

  /** Tries a command; an accepted one changes the petition. */
  try(command: Command, actor: Actor) {
    const decision = decide(this.petition, command, {
      actor,
      now: this.now,
      calendar,
      units,
      holdsPost,
      ...(this.practice === undefined ? {} : { practice: this.practice }),
      ...(this.profiles === undefined ? {} : { profiles: this.profiles }),
    });
    if (!decision.ok) return decision;
    for (const event of decision.value) {
      this.seq += 1;
      this.petition = evolve('petition-1', this.petition, {
        ...event,
        seq: this.seq,
        at: this.now,
        actor: actor.kind === 'staff' ? `staff:${actor.userId}` : actor.kind,
        unitId: actor.kind === 'staff' ? actor.unitId : null,
        calendarVersion: calendar.version,
      });
    }
    return decision;
  }

  /** Tries a command as the program does: policy first. */
  attempt(command: Command, actor: Actor): void {
    const paperId =
      'paperId' in command && command.type.endsWith('Paper') ? command.paperId : undefined;
    if (may(actor, command.type, this.state, paperId)) this.try(command, actor);
  }

  /** Does a command that must succeed. */
  do(command: Command, actor: Actor): Petition {
    const decision = this.try(command, actor);
    if (!decision.ok) throw new Error(`${command.type}: ${JSON.stringify(decision.refusal)}`);
    return this.state;
  }

  get state(): Petition {
    if (this.petition === null) throw new Error('not registered');
    return this.petition;
  }

  register(more: Partial<Registration> = {}): Petition {
    return this.do({ type: 'register', registration: registration(more) }, staff('office'));
  }

  inDays(days: number) {
    return addDays(localDateOf(this.now), days);
  }

  /** Check, signature and seal by the unit's head. */
  issue(paperId: string, unitId: string): Petition {
    return this.do(
      {
        type: 'issuePaper',
        paperId,
        number: `${paperId}号`,
        document: { id: `paper:${paperId}`, hash: 'h' },
        verifyCode: 'AAAA-BBBB-CCCC',
      },
      staff(unitId, `${unitId}-head`),
    );
  }
}
