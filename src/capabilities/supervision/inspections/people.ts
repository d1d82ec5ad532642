import { localDate } from '../../../kernel/local-date.ts';
import { refuse, type Refused } from '../../../kernel/refusals.ts';
import { limits } from './limits.ts';
import type { Round, Team } from './programme.ts';

/** Somebody who works here, as lists call them: by account, or by a name that nobody shares. */
export interface KnownPerson {
  readonly userId: string;
  /** Units in which they have a post. */
  readonly units: readonly string[];
}
export type PeopleBook = (called: string) => KnownPerson | undefined;

type Read<T> = { readonly ok: true; readonly value: readonly T[] } | Refused;

const linesOf = (text: string): readonly string[] =>
  text
    .split(/\r?\n/u)
    .map((line) => line.trim())
    .filter((line) => line !== '');

/**
 * Teams as people write them, one a line: `第一组：组长、组员、组员`.
 * @param idOf the id of the team on a line, counted from nought
 * @returns refusals `inspection-team-line`, `inspection-person-unknown`
 */
export function teamsOf(
  text: string,
  people: PeopleBook,
  idOf: (at: number) => string,
): Read<Team> {
  const teams: Team[] = [];
  for (const [at, line] of linesOf(text).slice(0, limits.teams).entries()) {
    const [, name = '', named = ''] = /^([^:：]+)[:：](.+)$/u.exec(line) ?? [];
    const called = named.split(/[、,，;；\s]+/u).filter((each) => each !== '');
    if (name.trim() === '' || called.length === 0 || called.length > limits.members) {
      return refuse('inspection-team-line', { line: at + 1 }, 'teams');
    }
    const found: KnownPerson[] = [];
    for (const each of called) {
      const person = people(each);
      if (person === undefined) {
        return refuse('inspection-person-unknown', { name: each.slice(0, limits.name) }, 'teams');
      }
      found.push(person);
    }
    const [leader] = found;
    if (leader === undefined) continue;
    teams.push({
      id: idOf(at),
      name: name.trim().slice(0, limits.name),
      leader: leader.userId,
      members: [...new Set(found.map(({ userId }) => userId))],
      units: [...new Set(found.flatMap(({ units }) => units))].toSorted(),
    });
  }
  return { ok: true, value: teams };
}

/** Rounds as people write them, one a line: `第一轮 2026-12-01 2026-12-15`. */
export function roundsOf(text: string, idOf: (at: number) => string): Read<Round> {
  const rounds: Round[] = [];
  for (const [at, line] of linesOf(text).slice(0, limits.rounds).entries()) {
    const [, name = '', from = '', to = ''] =
      /^(.+?)[\s，,]+(\d{4}-\d\d-\d\d)[\s，,至~–-]+(\d{4}-\d\d-\d\d)$/u.exec(line) ?? [];
    const wrong = refuse('inspection-round-line', { line: at + 1 }, 'rounds');
    if (name === '') return wrong;
    try {
      const days = { from: localDate(from), to: localDate(to) };
      rounds.push({ id: idOf(at), name: name.trim().slice(0, limits.name), ...days });
    } catch {
      return wrong;
    }
  }
  return { ok: true, value: rounds };
}
