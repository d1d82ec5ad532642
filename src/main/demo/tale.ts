import type {
  CommandInput,
  PaperKind,
  RegistrationInput,
} from '../../capabilities/petitions/index.ts';
import type { Status } from '../../capabilities/petitions/index.ts';
import type { InspectedUpload } from '../../platform/files/index.ts';
import type { CommitmentStep, CommitmentStepInput } from '../../capabilities/commitments/index.ts';
import type {
  OwnRequestInput,
  RequestInput,
  ReviewInput,
  ReviewInputType,
} from '../../capabilities/review/index.ts';
import type { Deed, DeedType, Facts, ReviewFacts, Step, Who } from './deeds.ts';
import type { Random } from './random.ts';

/** A place in a tale where a petition may be standing today. */
export interface Rest {
  readonly status: Status;
  /** How many steps were taken. */
  readonly steps: number;
  /** Days that the one who has to act has for it. */
  readonly days: number;
  readonly weight: number;
}

/** One tale as it is being told: steps with their days, and the places to rest. */
export class Tale {
  readonly steps: Step[] = [];
  readonly rests: Rest[] = [];
  readonly random: Random;
  #day = 0;
  #petition = 'main';

  constructor(random: Random) {
    this.random = random;
  }

  /** Lets days pass; somewhere between the two numbers. */
  wait(low: number, high: number): this {
    this.#day += this.random.between(low, high);
    return this;
  }

  /** Turns to another petition of the tale. */
  about(petition: string): this {
    this.#petition = petition;
    return this;
  }

  /** It may stand here today, waiting for something that has so many days. */
  rest(status: Status, days: number, weight = 1): this {
    this.rests.push({ status, steps: this.steps.length, days, weight });
    return this;
  }

  register(who: Who, input: (facts: Facts) => RegistrationInput): this {
    return this.#add(who, {
      asksRecord: false,
      perform: (stage) => stage.register(input(stage.facts)),
    });
  }

  do<T extends DeedType>(
    who: Who,
    type: T,
    input: CommandInput<T> | ((facts: Facts) => CommandInput<T>),
  ): this {
    return this.#add(who, {
      asksRecord: typeof input === 'function',
      perform: (stage) => stage.run(type, typeof input === 'function' ? input(stage.facts) : input),
    });
  }

  relate(
    userName: string,
    other: string,
    input: Pick<CommandInput<'relate'>, 'kind' | 'reason'>,
  ): this {
    return this.#add(userName, {
      asksRecord: false,
      perform: (stage) => stage.relate(other, input),
    });
  }

  undoRelation(userName: string, reason: string): this {
    return this.#add(userName, {
      asksRecord: true,
      perform: (stage) => stage.undoRelation(stage.facts.relation(), reason),
    });
  }

  undoMerge(userName: string, reason: string): this {
    return this.#add(userName, {
      asksRecord: false,
      perform: (stage) => stage.undoMerge(reason),
    });
  }

  joinGroup(userName: string, head: string, reason: string): this {
    return this.#add(userName, {
      asksRecord: false,
      perform: (stage) => stage.joinGroup(head, reason),
    });
  }

  merge(userName: string, into: string, explanation: string): this {
    return this.#add(userName, {
      asksRecord: false,
      perform: (stage) => stage.merge(into, explanation),
    });
  }

  split(
    userName: string,
    names: readonly string[],
    parts: (facts: Facts) => CommandInput<'split'>['parts'],
    explanation: string,
  ): this {
    return this.#add(userName, {
      asksRecord: true,
      perform: (stage) => stage.split(parts, explanation, names),
    });
  }

  attach(who: Who, text: string, file: InspectedUpload): this {
    return this.#add(who, {
      asksRecord: false,
      perform: (stage) => stage.attach(text, file),
    });
  }

  requestReview(who: Who, input: RequestInput | OwnRequestInput, file?: InspectedUpload): this {
    return this.#add(who, {
      asksRecord: false,
      opensReview: true,
      perform: (stage) => stage.requestReview(input, file),
    });
  }

  review<T extends ReviewInputType>(
    who: Who,
    type: T,
    input: ReviewInput<T> | ((facts: ReviewFacts) => ReviewInput<T>),
  ): this {
    return this.#add(who, {
      asksRecord: true,
      perform: (stage) => stage.review(type, input),
    });
  }

  keepPromise<T extends CommitmentStep>(
    who: Who,
    type: T,
    input: CommitmentStepInput<T> | ((facts: Facts) => CommitmentStepInput<T>),
  ): this {
    return this.#add(who, {
      asksRecord: typeof input === 'function',
      perform: (stage) =>
        stage.keepPromise(type, typeof input === 'function' ? input(stage.facts) : input),
    });
  }

  completeWithdrawal(): this {
    return this.#add('system', {
      asksRecord: false,
      perform: (stage) => stage.completeWithdrawal(),
    });
  }

  /** Check, signature and seal by one who did not draft it. */
  issue(userName: string, kind: PaperKind): this {
    return this.do(userName, 'issuePaper', (facts) => ({ paperId: facts.paper(kind) }));
  }

  /** Where the petitioner agreed electronically; else mostly by hand, and in the other ways (G-2). */
  serve(userName: string, kind: PaperKind, electronic: boolean): this {
    const service = electronic ? { way: 'electronic' as const } : this.#onPaper();
    return this.do(userName, 'servePaper', (facts) => ({
      paperId: facts.paper(kind),
      servedOn: facts.day(0),
      ...service,
    }));
  }

  #onPaper(): Pick<CommandInput<'servePaper'>, 'way' | 'proof' | 'mailNumber' | 'witness'> {
    const draw = this.random.next();
    if (draw < 0.15) {
      return { way: 'post', mailNumber: `XA${this.random.whole(100_000_000, 999_999_999)}43` };
    }
    if (draw < 0.2) {
      return {
        way: 'left',
        proof: '受送达人在场，说明来意后拒绝签收，文书留在住所。',
        witness: '村（社区）工作人员',
      };
    }
    return { way: 'hand', proof: '本人签收，送达回证已归档。' };
  }

  #add(who: Who, deed: Deed): this {
    this.steps.push({ petition: this.#petition, who, day: this.#day, deed });
    return this;
  }
}
