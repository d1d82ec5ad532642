import { randomUUID } from 'node:crypto';
import { formatPetitionNumber } from '../../../../kernel/petition-number.ts';
import { refuse } from '../../../../kernel/refusals.ts';
import { ok } from '../../../../kernel/result.ts';
import { memoryGuessBook } from '../../../../platform/http/guess-book.test-data.ts';
import { GuessThrottle } from '../../../../platform/http/index.ts';
import type { LostCode } from '../../commands/index.ts';
import type { RegistrationInput } from '../../contract.ts';
import type { OwnLook } from '../../queries/index.ts';
import type { OpenedProgress, PetitionPagesDeps, StagedUpload } from '../deps.ts';

/** What a test can look at behind the pages, and turn. */
export interface MemoryHouse {
  readonly deps: PetitionPagesDeps;
  readonly drafts: Map<string, string>;
  readonly petitions: Map<
    string,
    { readonly input: RegistrationInput; readonly code: string; progress: OpenedProgress }
  >;
  /** What the petitioner is told of looks by staff. */
  readonly looks: OwnLook[];
  readonly commands: { petitionId: string; type: string; input: unknown; key: string }[];
  /** Who asked for digits to replace a lost code. */
  readonly asked: LostCode[];
  readonly uploads: Map<string, StagedUpload & { readonly owner: string }>;
  /** How often `submit` was called, retries included. */
  submits: number;
  /** Epoch ms. */
  now: number;
  draftsFail: boolean;
}

const office = {
  id: 'office',
  name: '临江县信访局',
  address: '临江县人民路 1 号',
  phone: '0551-12345678',
  hours: '周一至周五 8:30–17:30',
  email: 'office@example.org',
  procedure: '登记、转送、答复',
};

const places = [
  { code: '340000', name: '临江县', parent: null },
  { code: '340001', name: '城关镇', parent: '340000' },
  { code: '340002', name: '柳河乡', parent: '340000' },
  { code: '340021', name: '柳河村', parent: '340002' },
] as const;

const choiceOf = ({ code, name }: (typeof places)[number]) => ({
  code,
  name,
  hasChildren: places.some(({ parent }) => parent === code),
});

const progressOf = (
  id: string,
  number: string,
  input: RegistrationInput,
  now: number,
): OpenedProgress => ({
  id,
  number,
  title: input.title,
  status: 'registered',
  path: null,
  registeredAt: now,
  holder: { name: office.name, phone: office.phone },
  office: { name: office.name, phone: office.phone },
  latest: { period: 'triage', dueDate: '2026-12-07', provisional: false },
  actions: ['add', 'withdraw'],
  reviewUntil: null,
  raised: null,
  afterwards: {
    rating: null,
    ratingExcluded: null,
    followUp: null,
    contest: null,
    contestable: null,
  },
  supplementAsked: null,
  reviews: [],
  procedureEndedAt: null,
  demands: input.demands.map((text) => ({
    id: randomUUID(),
    text,
    outcome: null,
    execution: null,
  })),
  conclusion: null,
  continuedIn: [],
  together: false,
  history: [
    {
      seq: 1,
      at: now,
      type: 'PetitionRegistered',
      actor: '',
      unit: office.name,
      facts: {},
      text: null,
      public: true,
    },
  ],
  papers: [{ id: randomUUID(), kind: 'receipt', number: null, servedAt: null }],
});

/** A whole house in memory, for tests of the pages and for looking at them. */
export const memoryHouse = (start = Date.parse('2026-11-22T02:00:00Z')): MemoryHouse => {
  const byKey = new Map<string, { body: string; number: string }>();
  const house: MemoryHouse = {
    drafts: new Map(),
    petitions: new Map(),
    looks: [],
    commands: [],
    asked: [],
    uploads: new Map(),
    submits: 0,
    now: start,
    draftsFail: false,
    deps: {
      mainOffice: async () => office,
      offices: async () => [office],
      now: () => house.now,
      guesses: new GuessThrottle(memoryGuessBook(() => house.now)),
      publicUrl: 'https://xf.example.org',
      verifyPaper: async (code) =>
        code === 'GENUINE1'
          ? ok({
              title: { zh: '处理意见书', en: 'Handling opinion' },
              number: '临信复〔2026〕3号',
              issuer: office.name,
              sealedAt: start,
              pdfHash: 'ab'.repeat(32),
              isVoid: false,
            })
          : refuse('not-found'),
      drafts: {
        load: async (secret) => {
          const kept = house.drafts.get(secret);
          return kept === undefined ? undefined : JSON.parse(kept);
        },
        save: async (secret, content) => {
          if (house.draftsFail) throw new Error('no space left');
          house.drafts.set(secret, JSON.stringify(content));
        },
        remove: async (secret) => void house.drafts.delete(secret),
      },
      submit: async (input, { commandKey, owner }) => {
        house.submits += 1;
        const body = JSON.stringify(input);
        const earlier = byKey.get(commandKey);
        if (earlier !== undefined) {
          if (earlier.body !== body) return refuse('idempotency-key-reused');
          const known = house.petitions.get(earlier.number);
          return ok({
            id: known?.progress.id ?? '',
            number: earlier.number,
            lookupCode: known?.code ?? '',
          });
        }
        const foreign = input.uploads.some((id) => house.uploads.get(id)?.owner !== owner);
        if (foreign) return refuse('draft-expired', {}, 'uploads');
        const number = formatPetitionNumber(2026, house.petitions.size + 1);
        const id = randomUUID();
        byKey.set(commandKey, { body, number });
        const code = '7K3M-0QXD-9A2B-ZC4W';
        house.petitions.set(number, {
          input,
          code,
          progress: progressOf(id, number, input, house.now),
        });
        return ok({ id, number, lookupCode: code });
      },
      openProgress: async (number, lookupCode) => {
        const petition = house.petitions.get(number);
        return petition?.code === lookupCode
          ? ok(petition.progress)
          : refuse('number-or-code-wrong');
      },
      readLooks: async () => house.looks,
      askForWord: async (lost) => void house.asked.push(lost),
      replaceLostCode: async ({ number, word }) => {
        const petition = house.petitions.get(number);
        return petition === undefined || word !== '12345678'
          ? refuse('lost-code-word')
          : ok({ number, lookupCode: petition.code });
      },
      openPart: async (petitionId, partNumber) => {
        const parent = [...house.petitions.values()].find(
          ({ progress }) => progress.id === petitionId,
        );
        const listed = parent?.progress.continuedIn.find((part) => part.number === partNumber);
        const part = house.petitions.get(partNumber);
        return listed?.id === undefined || part === undefined
          ? refuse('number-or-code-wrong')
          : ok({ number: partNumber, lookupCode: part.code });
      },
      command: async (petitionId, type, input, key) => {
        if (house.commands.every((command) => command.key !== key)) {
          house.commands.push({ petitionId, type, input, key });
        }
        return ok(undefined);
      },
      regionChildren: async (parent) =>
        places.filter((place) => place.parent === parent).map(choiceOf),
      regionPath: async (code) => {
        const path = [];
        let place = places.find((each) => each.code === code);
        while (place !== undefined) {
          path.unshift(choiceOf(place));
          const above: string | null = place.parent;
          place = places.find((each) => each.code === above);
        }
        return path;
      },
      unitsNear: async () => [{ code: 'housing', name: '临江县住房和城乡建设局' }],
      stageUpload: async (owner, { name, bytes }) => {
        if (bytes.length === 0) return refuse('file-empty', { name });
        if (bytes.subarray(0, 2).toString('latin1') === 'MZ') return refuse('file-type', { name });
        const upload = { id: randomUUID(), name, mediaType: 'image/jpeg', size: bytes.length };
        house.uploads.set(upload.id, { ...upload, owner });
        return ok(upload);
      },
      discardUpload: async (owner, id) => {
        if (house.uploads.get(id)?.owner === owner) house.uploads.delete(id);
      },
      openPaper: async (_petitionId, paperId) =>
        paperId === 'waiting'
          ? refuse('paper-unknown')
          : ok({
              fileName: '回执.pdf',
              mediaType: 'application/pdf',
              bytes: Buffer.from('%PDF-1.7 test'),
            }),
    },
  };
  return house;
};
