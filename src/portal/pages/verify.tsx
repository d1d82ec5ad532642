import type { ReactElement } from 'react';
import { CallUs, Facts, FaultSummary, Notice, TextField, type Fault } from '../components.tsx';
import { dayOfMoment } from '../dates.ts';
import type { VerifiedPaper } from '../deps.ts';
import { Layout } from '../layout.tsx';
import type { Reading } from '../page.tsx';

/** Where the code of a paper is typed. A paper's code is no secret: it may stand in the address. */
export const VerifyForm = ({
  reading,
  code = '',
  faults = [],
}: {
  readonly reading: Reading;
  readonly code?: string;
  readonly faults?: readonly Fault[];
}): ReactElement => {
  const { say } = reading;
  return (
    <Layout reading={reading} title={say('verify.title')} back="/">
      <FaultSummary reading={reading} faults={faults} />
      <h1>{say('verify.title')}</h1>
      <p>{say('verify.lead')}</p>
      <form action="/verify" method="get">
        <TextField
          reading={reading}
          name="code"
          label={say('verify.code')}
          value={code}
          faults={faults}
        />
        <div className="buttons">
          <button className="button">{say('verify.do')}</button>
        </div>
      </form>
    </Layout>
  );
};

/** What is known about the paper of a code. */
export const VerifiedPage = ({
  reading,
  code,
  paper,
}: {
  readonly reading: Reading;
  readonly code: string;
  readonly paper: VerifiedPaper | undefined;
}): ReactElement => {
  const { say, language } = reading;
  const verdict =
    paper === undefined ? 'verify.unknown' : paper.isVoid ? 'verify.void' : 'verify.genuine';
  return (
    <Layout reading={reading} title={say(verdict)} back="/verify">
      <h1>{say(verdict)}</h1>
      {paper?.isVoid === true && (
        <Notice kind="warn">
          <p>{say('verify.void.text')}</p>
        </Notice>
      )}
      {paper === undefined ? (
        <Notice kind="warn">
          <p>{say('verify.unknown.text')}</p>
          <CallUs reading={reading} />
        </Notice>
      ) : (
        <Facts
          rows={[
            [say('verify.kind'), language === 'en' ? paper.title.en : paper.title.zh],
            [say('verify.number'), paper.number],
            [say('verify.issuer'), paper.issuer],
            [say('verify.date'), dayOfMoment(paper.sealedAt, language)],
            [say('verify.hash'), paper.pdfHash ?? say('verify.hash.none')],
          ]}
        />
      )}
      <Facts rows={[[say('verify.code'), code]]} />
      <div className="buttons">
        <a className="button second" href="/verify">
          {say('verify.other')}
        </a>
      </div>
    </Layout>
  );
};
