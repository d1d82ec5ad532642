import type { FastifyInstance } from 'fastify';
import type { ReactElement } from 'react';
import { Form, TextArea } from '../../../../portal/components.tsx';
import { limits } from '../../limits.ts';
import { CommandFrame } from './command-frame.tsx';
import { openForm, sendForm, type FormShown, type OfPetition, type OneForm } from './one-form.tsx';
import type { ProgressDesk } from './open.tsx';
import { cleaned, refusalFault, tooLong } from './typed.ts';

const hidden = { schema: { hide: true } } as const;

/** Whatever ended the matter without an opinion can be contested with the code (P-19). */
const ContestPage = ({
  opened: { reading, progress },
  typed,
  faults = [],
  notice,
  commandKey,
}: FormShown<string>): ReactElement => {
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
              value={typed}
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

/** Contesting a step (P-19). */
export const contestForm: OneForm<string> = {
  page: 'contest',
  done: 'contested',
  begin: (_, carried = '') => carried,
  carry: cleaned,
  read: (form) => cleaned(form),
  faultsOf: (text, reading) =>
    tooLong(text, limits.explanation, reading.tell('contest.reason'), reading),
  take: ({ deps }, { progress }, text, commandKey) => {
    const input = { ...(text === '' ? {} : { reasons: text }), signed: false };
    return deps.command(progress.id, 'contest', input, commandKey);
  },
  refusedAs: (refusal, reading) => ({ faults: [refusalFault(refusal, reading)] }),
  show: (shown) => <ContestPage {...shown} />,
};

export const addContest = (app: FastifyInstance, desk: ProgressDesk): void => {
  app.get<OfPetition>('/p/:number/contest', hidden, openForm(contestForm, desk));
  app.post<OfPetition>('/p/:number/contest', hidden, sendForm(contestForm, desk));
};
