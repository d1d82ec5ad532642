import type { Actor, StaffActor } from '../../../kernel/actor.ts';
import { addDays, localDateOf, startOfDay } from '../../../kernel/local-date.ts';
import type { SealedText } from '../../../kernel/sealed.ts';
import type { Ladder } from './case.ts';
import type { LettersCommand } from './command.ts';
import { decideLetters } from './decide/index.ts';
import type { LettersEvent } from './events.ts';
import { evolveLetters } from './evolve.ts';
import { usualSettings } from './settings.ts';
import { calendar, units } from './county.test-data.ts';

/** 2026-11-02 09:00 in Shanghai, a Monday. */
export const monday = Date.parse('2026-11-02T09:00:00+08:00');
export const day = 24 * 3_600_000;

export const words = (length = 20): SealedText => ({ id: 'w', hash: 'h', length });
const person = (userId: string, unitId: string, ...roles: StaffActor['roles']): StaffActor => ({
  kind: 'staff',
  userId,
  unitId,
  roles,
  readingUnits: [unitId],
});
export const supervisor = person('supervisor', 'office', 'supervisor');
export const head = person('office-head', 'office', 'office-head', 'seal-keeper');
export const unitHead = person('housing-head', 'housing', 'unit-head');
export const system: Actor = { kind: 'system', name: 'letters' };

/** A ladder under test: commands are decided and folded at once. */
export class Letters {
  ladder: Ladder | null = null;
  now = monday;
  events: LettersEvent[] = [];
  petition = { accusation: false, readers: ['office', 'housing', 'transport'] };
  #papers = 0;

  get state(): Ladder {
    if (this.ladder === null) throw new Error('not begun');
    return this.ladder;
  }

  /** @returns the refusal's code; `done` when it was taken. */
  try(command: LettersCommand, actor: Actor): string {
    const decision = decideLetters(this.ladder, command, {
      actor,
      now: this.now,
      calendar,
      units,
      petition: this.petition,
    });
    if (!decision.ok) return decision.refusal.code;
    for (const event of decision.value) {
      this.events.push(event);
      this.ladder = evolveLetters('ladder', this.ladder, {
        ...event,
        seq: this.events.length,
        at: this.now,
        actor: actor.kind === 'staff' ? `staff:${actor.userId}` : 'system:letters',
        unitId: actor.kind === 'staff' ? actor.unitId : null,
        calendarVersion: calendar.version,
      });
    }
    return 'done';
  }

  get draft() {
    this.#papers += 1;
    return {
      paperId: `paper-${this.#papers}`,
      addressee: 'discipline',
      copies: [],
      words: words(),
    };
  }

  begin(more: object = {}): string {
    return this.try(
      {
        type: 'beginLetters',
        petitionId: 'petition',
        office: 'office',
        unit: 'housing',
        item: null,
        steps: usualSettings.steps,
        step: 0,
        reason: null,
        ...this.draft,
        ...more,
      },
      supervisor,
    );
  }

  get paperId(): string {
    return this.state.letters.at(-1)?.paperId ?? '';
  }

  /** Check, signature, seal and service on the day of now. */
  send(): string {
    const { paperId } = this;
    const issued = this.try(
      { type: 'issuePaper', paperId, number: '1号', document: words(), verifyCode: 'A' },
      head,
    );
    if (issued !== 'done') return issued;
    const servedOn = startOfDay(localDateOf(this.now)).getTime();
    return this.try(
      { type: 'servePaper', paperId, way: 'electronic', servedOn, proof: null },
      head,
    );
  }

  escalate(): string {
    return this.try(
      { type: 'escalateLetter', paperId: this.draft.paperId, addressee: 'discipline' },
      system,
    );
  }

  answer = (actor: Actor = unitHead): string =>
    this.try({ type: 'answerLetter', words: words(), attachments: [] }, actor);

  record = (daysAgo: number): string =>
    this.try(
      {
        type: 'recordAnswer',
        words: words(),
        attachments: [],
        receivedOn: addDays(localDateOf(this.now), -daysAgo),
      },
      supervisor,
    );

  accept = (): string => this.try({ type: 'acceptAnswer', words: words() }, supervisor);
  return = (): string => this.try({ type: 'returnAnswer', words: words() }, supervisor);
  redraft = (): string => this.try({ type: 'draftLetter', ...this.draft }, supervisor);
  raise = (to: number, reason = words()): string =>
    this.try({ type: 'raiseLetter', ...this.draft, to, reason }, supervisor);
  withdraw = (): string => this.try({ type: 'withdrawLetters', reason: words() }, supervisor);
}
