import { localDateOf, type LocalDate } from '../../../kernel/local-date.ts';
import { displayPetitionNumber } from '../../../kernel/petition-number.ts';
import { getPeriod, type PeriodId } from '../../../kernel/periods.ts';
import type { PaperFrame } from '../../papers/index.ts';
import { type ClockState, countClock } from '../../../kernel/case-clocks.ts';
import { isAccusation, type Link, type LinkMode, type PersonRole } from '../petition.ts';
import { ownDaysOf } from '../own-days.ts';
import type { CasePaperSource } from './source.ts';
import { channelWords, paperWords } from './words.ts';

const fieldOf = (value: unknown, field: string): string => {
  if (typeof value !== 'object' || value === null) return '';
  const found: unknown = Reflect.get(value, field);
  return typeof found === 'string' ? found.trim() : '';
};

/** One word of an opened item; empty when the item or the word is not there. */
export const read = (
  source: Pick<CasePaperSource, 'opened'>,
  item: { readonly id: string } | null,
  field = 'text',
): string => (item === null ? '' : fieldOf(source.opened.get(item.id), field));

/** Words that a paper cannot be without. */
export const readOr = (
  source: CasePaperSource,
  item: { readonly id: string } | null,
  otherwise: string = paperWords.noText,
): string => read(source, item) || otherwise;

/** One line of at most `limit` characters, cut where it is too long. */
export function fit(text: string, limit: number): string {
  const characters = Array.from(text.replaceAll(/\s+/gu, ' ').trim());
  if (characters.length <= limit) return characters.join('');
  return `${characters.slice(0, limit - 1).join('')}…`;
}

export const nameOf = (source: Pick<CasePaperSource, 'organisation'>, unitId: string): string =>
  fit(source.organisation.find(unitId)?.name ?? unitId, 200);

/** Name of whoever stands in the record as `staff:…`. */
export const personOf = (source: CasePaperSource, actor: string): string =>
  actor.startsWith('staff:')
    ? fit(source.organisation.userName(actor.slice('staff:'.length)), 100) || paperWords.noText
    : paperWords.system;

/** Those whose petition it is; the others act for them. */
const ownRoles = new Set<PersonRole>(['petitioner', 'representative', 'member', 'heir']);

/** Who petitions, representatives first; nobody by name for an accusation (L-5). */
export function petitionerOf(source: CasePaperSource): { names: string[]; count: number } {
  const { petition } = source;
  const own = petition.people.filter((person) => ownRoles.has(person.role));
  const speaking = own.length > 0 ? own : petition.people;
  const unnamed = petition.personCount > petition.people.length;
  const count = unnamed ? petition.personCount : Math.max(speaking.length, 1);
  if (petition.anonymous) return { names: [], count };
  if (isAccusation(petition)) return { names: [paperWords.accuser], count };
  const names = speaking
    .toSorted((left, right) => order(left.role) - order(right.role))
    .map(({ sealed }) => read(source, sealed, 'organisation') || read(source, sealed, 'name'))
    .map((name) => fit(name, 100))
    .filter((name) => name !== '');
  return { names: names.slice(0, 50), count };
}

const order = (role: PersonRole): number => (role === 'representative' ? 0 : 1);

/** The matter as titles and sentences speak of it. */
export function matterOf(source: CasePaperSource): string {
  if (isAccusation(source.petition)) return paperWords.accusationMatter;
  const title = read(source, source.petition.content, 'title');
  return fit(title.replace(/[。.；;]+$/u, ''), 120) || paperWords.emptyMatter;
}

export const dayOf = (moment: number): LocalDate => localDateOf(moment);

export function contactOf(source: CasePaperSource, unit = source.paper.issuer) {
  const { petition, organisation } = source;
  const phone =
    organisation.contactOf(unit).phone.trim() ||
    organisation.contactOf(petition.office).phone.trim();
  const officer =
    petition.officer !== null && unit === petition.holder && !isAccusation(petition)
      ? fit(organisation.userName(petition.officer), 100)
      : '';
  return {
    phone: fit(phone, 100) || paperWords.noPhone,
    ...(officer === '' || phone === '' ? {} : { person: officer }),
  };
}

export function placeOf(source: CasePaperSource): string {
  const { organisation, petition, paper } = source;
  return (
    fit(organisation.contactOf(paper.issuer).address, 300) ||
    fit(organisation.contactOf(petition.office).address, 300) ||
    nameOf(source, paper.issuer)
  );
}

/** What every paper says of its petition. */
export const common = (source: CasePaperSource) => ({
  petitioner: petitionerOf(source),
  petition: {
    number: displayPetitionNumber(source.petition.number),
    matter: matterOf(source),
    receivedOn: dayOf(source.petition.receivedAt),
    channel: channelWords[source.petition.channel],
  },
  contact: contactOf(source),
});

/** Texts of the demands, in order. */
export const demandsOf = (source: CasePaperSource): string[] =>
  source.petition.demands.map((demand) => readOr(source, demand.text));

/** Names of what is attached; of an accusation only how much there is. */
export function attachmentsOf(source: CasePaperSource): string[] {
  const { attachments } = source.petition;
  if (attachments.length === 0) return [];
  if (isAccusation(source.petition)) return [`信访材料（共${attachments.length}件）`];
  const names = attachments.map(({ name }) => fit(read(source, name, 'name'), 200) || '信访材料');
  return names.length <= 100 ? names : [...names.slice(0, 99), `等共${names.length}件`];
}

/** The newest clock of a period, running or not. */
export const clockOf = (source: CasePaperSource, period: PeriodId): ClockState | undefined =>
  source.petition.clocks.findLast((clock) => clock.period === period);

/** Last day of a clock; without the clock, of a period that would begin with the paper. */
export const dueOn = (
  source: CasePaperSource,
  clock: ClockState | undefined,
  otherwise: LocalDate,
) => (clock === undefined ? otherwise : countClock(clock, source.calendar).dueDate);

/** The handing that a letter accompanies: both were decided in the same moment. */
export const linkOf = (
  source: CasePaperSource,
  ...modes: readonly LinkMode[]
): Link | undefined => {
  const links = source.petition.chain.filter((link) => modes.includes(link.mode));
  return links.findLast((link) => link.at === source.paper.draftedAt) ?? links.at(-1);
};

/** From whom the issuer received the petition; nothing when it was made there. */
export function referredTo(source: CasePaperSource): { by: string; on: LocalDate } | undefined {
  const link = source.petition.chain.findLast(
    ({ to, mode }) => to === source.paper.issuer && mode !== 'direct',
  );
  return link === undefined ? undefined : { by: nameOf(source, link.from), on: dayOf(link.at) };
}

/** Days in which a contested step is looked at again within the office, by its own rule (P-19). */
export function contestOf({ petition, organisation, now }: CasePaperSource): { days: number } {
  const own = ownDaysOf(organisation.profiles, petition, 'contest', dayOf(now));
  return { days: own.days ?? Number(getPeriod('contest').amount) };
}

const selves: readonly (readonly [RegExp, string])[] = [
  [/局$/u, '我局'],
  [/(?:委员会|委)$/u, '我委'],
  [/厅$/u, '我厅'],
  [/部$/u, '我部'],
  [/(?:办公室|办)$/u, '我办'],
  [/院$/u, '我院'],
  [/中心$/u, '我中心'],
];

/** Issuer, number, day and code; what was not sealed is marked as a draft. */
export const frameOf = (source: CasePaperSource): PaperFrame =>
  frameBy(nameOf(source, source.paper.issuer), source);

/**
 * The same for a paper that belongs to no petition.
 * @param name the issuer's
 */
export function frameBy(
  name: string,
  source: Pick<CasePaperSource, 'now' | 'number' | 'verify'>,
): PaperFrame {
  const we = selves.find(([pattern]) => pattern.test(name))?.[1] ?? '我单位';
  const issuer = { name, sealName: name, we };
  if (source.verify === null) return { issuer, draftMark: true };
  return {
    issuer,
    date: dayOf(source.now),
    verify: { url: source.verify.url, code: source.verify.code },
    ...(source.number === null ? {} : { number: source.number }),
  };
}

/** The day of a draft that is still to be issued, for what a template must date. */
export const today = (source: CasePaperSource): LocalDate => dayOf(source.now);

/** A day as GB/T 9704 writes it. */
export const printedDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

/** The lines of a legal basis, without what separates them. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/[；;]+$/u, ''))
    .filter((line) => line !== '')
    .slice(0, 30);
