import type { StaffActor } from '../../src/kernel/actor.ts';
import { addDays, localDateOf } from '../../src/kernel/local-date.ts';
import { formatPetitionNumber } from '../../src/kernel/petition-number.ts';
import type { PetitionDeps } from '../../src/capabilities/petitions/index.ts';
import type { OrganisationSnapshot } from '../../src/capabilities/petitions/commands/deps.ts';
import { sealRegistration } from '../../src/capabilities/petitions/commands/register.ts';
import {
  registrationSchema,
  type RegistrationInput,
} from '../../src/capabilities/petitions/contract.ts';
import { deriveId } from '../../src/platform/vault/index.ts';
import { county, office } from '../county.ts';
import { pick, randomOf, textOf } from '../texts.ts';
import { BenchLife } from './life.ts';

/** Who does what in the bench's county. */
export interface Cast {
  readonly clerk: StaffActor;
  readonly officer: StaffActor;
  readonly head: StaffActor;
  readonly bureaus: readonly { readonly handler: StaffActor; readonly head: StaffActor }[];
}

const day = 86_400_000;

/** What somebody would have typed for the bench's petition of that number. */
export function inputOf(number: number): RegistrationInput {
  const { title, text, demands, name, mobile } = textOf(number);
  const random = randomOf(number);
  return registrationSchema.parse({
    channel: pick(random, ['web', 'visit', 'letter', 'telephone', 'hotline-12345']),
    title,
    text,
    demands,
    purpose: number % 33 === 0 ? 'accusation' : 'appeal',
    category: { first: '01', second: '01.02', third: null },
    regionCode: county,
    electronicService: true,
    people: [{ name, mobile, address: `某省某市甲县${Math.ceil(random() * 99)}号` }],
  });
}

/**
 * Makes one petition that has come as far as its age makes likely: half have their answer, a fifth
 * are being handled, the others wait for somebody.
 * @param number from 1 on; the same number makes the same petition, but for ids and keys
 * @param age between 0, registered just now, and 1, registered two years ago
 */
export function makePetition(
  deps: PetitionDeps,
  organisation: OrganisationSnapshot,
  cast: Cast,
  at: { readonly number: number; readonly age: number; readonly now: number },
): BenchLife {
  const { number, age, now } = at;
  const input = inputOf(number);
  const random = randomOf(number * 31 + 5);
  const id = deriveId(deps.keys, 'bench', 'register', String(number));
  const life = new BenchLife(deps, organisation, id, now - Math.floor(age * 700 * day));
  const bureau = cast.bureaus[number % cast.bureaus.length]!;
  const paperNumber = (kind: string): string => `临信${kind}〔2026〕${number}号`;
  const pass = (days: number): void => {
    life.now = Math.min(now, life.now + Math.floor(days * day * (0.2 + random())));
  };
  const registration = sealRegistration(
    { input, warnings: [] },
    {
      number: formatPetitionNumber(new Date(life.now).getUTCFullYear(), 1_000_000 + number),
      place: { office, holder: office },
      organisation,
      sealer: life.sealer,
      now: life.now,
      staged: [],
      splitFrom: null,
    },
  );
  life.do({ type: 'register', registration }, cast.clerk);
  const far = input.purpose === 'accusation' ? 0 : age < 0.02 ? random() * 0.4 : random();
  if (far < 0.06) return life;
  pass(5);
  const to = bureau.handler.unitId;
  life.type(cast.officer, 'refer', { to, instruction: '请依法办理，按期答复信访人。' });
  if (far < 0.1) return life;
  life.issue(cast.head, paperNumber('转'));
  if (far < 0.18) return life;
  pass(4);
  life.type(bureau.handler, 'accept', {});
  if (far < 0.35) return life;
  pass(20);
  const record = '与信访人通话，核对了诉求和现场情况，信访人表示愿意等待书面答复。';
  life.type(bureau.handler, 'recordTalk', { record, heldOn: localDateOf(life.now) });
  if (far < 0.42) return life;
  life.type(bureau.handler, 'draftOpinion', {
    demands: life.petition.demands.map((demand) => ({
      demandId: demand.id,
      outcome: random() < 0.5 ? ('explained' as const) : ('supported' as const),
      facts: '经现场查看并调阅台账，反映的情况部分属实，责任单位已确认原因。',
      basis: '《信访工作条例》第三十二条及有关行业管理规定。',
      answer: '责任单位已制定整改方案，按方案完成后将结果告知信访人。',
      responsible: '第一科室',
      dueDate: addDays(localDateOf(life.now), 30),
    })),
  });
  if (far < 0.47) return life;
  life.issue(bureau.head, paperNumber('办'));
  if (far < 0.5) return life;
  const opinion = life.petition.papers.findLast((paper) => paper.kind === 'opinion');
  life.type(bureau.handler, 'servePaper', {
    paperId: opinion?.id ?? '',
    way: 'electronic',
    servedOn: localDateOf(life.now),
  });
  return life;
}
