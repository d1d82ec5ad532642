import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { ReactElement } from 'react';
import { Form, TextArea, type Fault } from '../../../../portal/components.tsx';
import { isGenuine, sentForm } from '../../../../portal/form.ts';
import { sendPage } from '../../../../portal/page.tsx';
import { pressedAside } from '../../../../portal/switches.ts';
import { limits } from '../../limits.ts';
import { cleaned, keyOf, refusalFault, tooLong } from './commands.tsx';
import { CommandFrame } from './command-frame.tsx';
import { openHere, type Opened, type ProgressDesk } from './open.tsx';

const hidden = { schema: { hide: true } } as const;

/** Whatever ended the matter without an opinion can be contested with the code (P-19). */
const ContestPage = ({
  opened: { reading, progress },
  text = '',
  faults = [],
  notice,
  commandKey,
}: {
  readonly opened: Opened;
  readonly text?: string;
  readonly faults?: readonly Fault[];
  readonly notice?: string | undefined;
  readonly commandKey: string;
}): ReactElement => {
  const { tell, tellCode } = reading;
  const { contestable } = progress.afterwards;
  const page = `/p/${progress.number}`;
  const title = tell(contestable === null ? 'contest.closed' : 'contest.title');
  return (
    <CommandFrame {...{ reading, progress, faults, notice }} title={title} id="contest">
      {contestable !== null && (
        <>
          <p className="strong">{tell('contest.step', { step: tellCode('form', contestable) })}</p>
          <p>{tell('contest.lead')}</p>
          <Form reading={reading} id="contest" action={`${page}/contest`}>
            <input type="hidden" name="key" value={commandKey} />
            <TextArea
              {...{ reading, faults }}
              name="text"
              rows={6}
              label={tell('contest.reason')}
              help={tell('contest.reason.help')}
              value={text}
              limit={limits.explanation}
              optional
            />
            <div className="buttons">
              <button className="button" name="do" value="next">
                {tell('contest.send')}
              </button>
            </div>
          </Form>
        </>
      )}
    </CommandFrame>
  );
};

/** The page as it opens, or with what was written before the code was needed again. */
export const contestPage = (opened: Opened, text = ''): Parameters<typeof sendPage>[1] => (
  <ContestPage {...{ opened, text }} commandKey={randomUUID()} />
);

const send = async (
  desk: ProgressDesk,
  request: FastifyRequest<{ Params: { number: string } }>,
  reply: FastifyReply,
): Promise<FastifyReply> => {
  const form = sentForm(request);
  const text = cleaned(form);
  const aside = pressedAside(form.pressed, reply);
  const opened = await openHere(desk, request, reply, { page: 'contest', text });
  if (opened === undefined) return reply;
  const { reading, progress } = opened;
  const page = `/p/${progress.number}`;
  if (aside === 'back') return reply.redirect(page, 303);
  const commandKey = keyOf(form);
  const again = (faults: readonly Fault[], status: number, notice?: string): FastifyReply =>
    sendPage(reply, <ContestPage {...{ opened, text, faults, notice, commandKey }} />, status);
  if (aside === 'switched') return again([], 200);
  if (!isGenuine(request)) return again([], 403, reading.say('form.expired'));
  const faults = tooLong(text, limits.explanation, reading.tell('contest.reason'), reading);
  if (faults.length > 0) return again(faults, 422);
  const input = { ...(text === '' ? {} : { reasons: text }), signed: false };
  const done = await desk.deps.command(progress.id, 'contest', input, commandKey);
  if (!done.ok) return again([refusalFault(done.refusal, reading)], 422);
  return reply.redirect(`${page}?done=contested`, 303);
};

/** Contesting a step (P-19). */
export const addContest = (app: FastifyInstance, desk: ProgressDesk): void => {
  app.get<{ Params: { number: string } }>('/p/:number/contest', hidden, async (request, reply) => {
    const opened = await openHere(desk, request, reply);
    return opened === undefined ? reply : sendPage(reply, contestPage(opened));
  });
  app.post<{ Params: { number: string } }>('/p/:number/contest', hidden, (request, reply) =>
    send(desk, request, reply),
  );
};
