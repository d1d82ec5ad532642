import { randomUUID } from 'node:crypto';
import type { ReactElement } from 'react';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { displayPetitionNumber, parsePetitionNumber } from '../../../../kernel/petition-number.ts';
import { refuse, sentenceOf, statusOf } from '../../../../kernel/refusals.ts';
import {
  FaultSummary,
  Form,
  Notice,
  TextField,
  type Fault,
} from '../../../../portal/components.tsx';
import { isGenuine, sentForm } from '../../../../portal/form.ts';
import { Layout } from '../../../../portal/layout.tsx';
import { sendPage } from '../../../../portal/page.tsx';
import { pressedAside } from '../../../../portal/switches.ts';
import { petitionReadingOf, type PetitionReading } from '../reading.ts';
import type { ProgressDesk } from './open.tsx';

const hidden = { schema: { hide: true } } as const;
const address = '/progress/lost';

interface Typed {
  readonly number: string;
  readonly contact: string;
}

/** Number and registered contact: who has both is sent digits. */
const AskPage = ({
  reading,
  typed,
  faults = [],
}: {
  readonly reading: PetitionReading;
  readonly typed: Typed;
  readonly faults?: readonly Fault[];
}): ReactElement => {
  const { tell } = reading;
  return (
    <Layout reading={reading} title={tell('lost.title')} formId="lost" back="/progress">
      <FaultSummary reading={reading} faults={faults} />
      <h1>{tell('lost.title')}</h1>
      <p>{tell('lost.lead')}</p>
      <Form reading={reading} id="lost" action={address}>
        <TextField
          {...{ reading, faults }}
          name="number"
          inputMode="numeric"
          label={tell('look.number')}
          help={tell('lost.number.help')}
          value={typed.number}
        />
        <TextField
          {...{ reading, faults }}
          name="contact"
          label={tell('lost.contact')}
          help={tell('lost.contact.help')}
          value={typed.contact}
        />
        <div className="buttons">
          <button className="button" name="do" value="next">
            {tell('lost.ask')}
          </button>
        </div>
      </Form>
      <p>{tell('lost.window')}</p>
    </Layout>
  );
};

/** The same for everybody, whether digits were sent or not: the page tells nothing of petitions. */
const WordPage = ({
  reading,
  typed,
  word = '',
  faults = [],
  commandKey,
}: {
  readonly reading: PetitionReading;
  readonly typed: Typed;
  readonly word?: string;
  readonly faults?: readonly Fault[];
  readonly commandKey: string;
}): ReactElement => {
  const { tell } = reading;
  return (
    <Layout reading={reading} title={tell('lost.word.title')} formId="lost-word" back={address}>
      <FaultSummary reading={reading} faults={faults} />
      <h1>{tell('lost.word.title')}</h1>
      <Notice kind="info" live>
        <p>{tell('lost.sent', { contact: typed.contact })}</p>
      </Notice>
      <Form reading={reading} id="lost-word" action={`${address}/word`}>
        <input type="hidden" name="number" value={typed.number} />
        <input type="hidden" name="contact" value={typed.contact} />
        <input type="hidden" name="key" value={commandKey} />
        <TextField
          {...{ reading, faults }}
          name="word"
          inputMode="numeric"
          label={tell('lost.word')}
          help={tell('lost.word.help')}
          value={word}
        />
        <div className="buttons">
          <button className="button" name="do" value="next">
            {tell('lost.replace')}
          </button>
        </div>
      </Form>
      <p>{tell('lost.none')}</p>
    </Layout>
  );
};

const ReplacedPage = ({
  reading,
  number,
  lookupCode,
}: {
  readonly reading: PetitionReading;
  readonly number: string;
  readonly lookupCode: string;
}): ReactElement => {
  const { say, tell } = reading;
  return (
    <Layout reading={reading} title={tell('lost.done.title')}>
      <h1>{tell('lost.done.title')}</h1>
      <div className="code">
        <p>{tell('done.number')}</p>
        <p className="big">{displayPetitionNumber(number)}</p>
        <p>{tell('done.code')}</p>
        <p className="big">{lookupCode}</p>
        <p className="strong">{tell('done.keep')}</p>
        <p className="help">{tell('lost.done.old')}</p>
      </div>
      <div className="buttons">
        <a className="button" href={`/p/${number}`}>
          {tell('done.progress')}
        </a>
        <a className="button second" href={`/p/${number}/receipt.pdf`}>
          {tell('done.receipt')}
        </a>
        <button className="button second js-only" type="button" data-print="">
          {say('site.print')}
        </button>
      </div>
    </Layout>
  );
};

/** What can be said of the typed without asking the record. */
function faultsOf({ tell, language }: PetitionReading, { number, contact }: Typed): Fault[] {
  const parsed = parsePetitionNumber(number);
  const faults: Fault[] = [];
  if (!parsed.ok) {
    const code = parsed.reason === 'length' ? 'number-length' : 'number-check-digit';
    faults.push({ field: 'number', sentence: sentenceOf(refuse(code).refusal, language) });
  }
  const plausible = contact.includes('@') || /\d{7}/.test(contact.replaceAll(/\D/g, ''));
  if (!plausible) faults.push({ field: 'contact', sentence: tell('lost.contact.wrong') });
  return faults;
}

/**
 * Guesses here slow nobody down who looks up with a code; however a number is spelt, its guesses count
 * together.
 */
function throttled(number: string): string {
  const parsed = parsePetitionNumber(number);
  return `lost ${parsed.ok ? parsed.value : ''}`;
}

interface Turn {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly reading: PetitionReading;
  readonly typed: Typed;
}

async function turnOf(
  { deps }: ProgressDesk,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Turn> {
  const form = sentForm(request);
  const typed = {
    number: form.text('number').trim().slice(0, 60),
    contact: form.text('contact').trim().slice(0, 100),
  };
  return { request, reply, reading: await petitionReadingOf(deps, request, reply), typed };
}

/** Each asking counts like a wrong guess, so that nobody's telephone rings all day. */
async function ask({ deps }: ProgressDesk, turn: Turn): Promise<FastifyReply> {
  const { request, reply, reading, typed } = turn;
  const again = (faults: readonly Fault[], status: number): FastifyReply =>
    sendPage(reply, <AskPage {...{ reading, typed, faults }} />, status);
  const aside = pressedAside(sentForm(request).pressed, reply);
  if (aside === 'back') return reply.redirect('/progress', 303);
  if (aside === 'switched') return again([], 200);
  if (!isGenuine(request)) {
    return again([{ field: 'number', sentence: reading.say('form.expired') }], 403);
  }
  const faults = faultsOf(reading, typed);
  if (faults.length > 0) return again(faults, 422);
  const guess = await deps.guesses.begin(request.ip, throttled(typed.number));
  if (guess.wait > 0) {
    const sentence = reading.tell('look.wait', { seconds: guess.wait });
    return again([{ field: 'contact', sentence }], 429);
  }
  await guess.failed();
  await deps.askForWord(typed, reading.language);
  return sendPage(reply, <WordPage {...{ reading, typed }} commandKey={randomUUID()} />);
}

async function replace({ deps, cookies }: ProgressDesk, turn: Turn): Promise<FastifyReply> {
  const { request, reply, reading, typed } = turn;
  const form = sentForm(request);
  const word = form.text('word').trim().slice(0, 40);
  const commandKey = form.text('key').slice(0, 60) || randomUUID();
  const again = (faults: readonly Fault[], status: number): FastifyReply =>
    sendPage(reply, <WordPage {...{ reading, typed, word, faults, commandKey }} />, status);
  const aside = pressedAside(form.pressed, reply);
  if (aside === 'back') return reply.redirect(address, 303);
  if (aside === 'switched') return again([], 200);
  if (!isGenuine(request)) {
    return again([{ field: 'word', sentence: reading.say('form.expired') }], 403);
  }
  const guess = await deps.guesses.begin(request.ip, throttled(typed.number));
  if (guess.wait > 0) {
    const sentence = reading.tell('look.wait', { seconds: guess.wait });
    return again([{ field: 'word', sentence }], 429);
  }
  const replaced = await deps.replaceLostCode({ ...typed, word }, commandKey);
  if (!replaced.ok) {
    await guess.failed();
    const sentence = sentenceOf(replaced.refusal, reading.language);
    return again([{ field: 'word', sentence }], statusOf(replaced.refusal.code));
  }
  await guess.succeeded();
  cookies.looking.write(reply, replaced.value);
  return sendPage(reply, <ReplacedPage {...{ reading, ...replaced.value }} />);
}

/** P-3: a lost look-up code, replaced by the registered contact. */
export const addLostCode = (app: FastifyInstance, desk: ProgressDesk): void => {
  app.get<{ Querystring: { number?: unknown } }>(
    '/progress/lost',
    hidden,
    async (request, reply) => {
      const reading = await petitionReadingOf(desk.deps, request, reply);
      const { number } = request.query;
      const typed = { number: typeof number === 'string' ? number.slice(0, 60) : '', contact: '' };
      return sendPage(reply, <AskPage {...{ reading, typed }} />);
    },
  );
  app.post('/progress/lost', hidden, async (request, reply) =>
    ask(desk, await turnOf(desk, request, reply)),
  );
  app.post('/progress/lost/word', hidden, async (request, reply) =>
    replace(desk, await turnOf(desk, request, reply)),
  );
};
