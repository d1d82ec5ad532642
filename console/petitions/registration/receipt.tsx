import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import { displayPetitionNumber } from '../../../src/kernel/petition-number.ts';
import { CourtesiesPanel } from '../page/courtesies-panel.tsx';
import { paperAddress } from '../page/papers-panel.tsx';
import { petitionQuery } from '../petition-query.ts';
import { useWords } from '../../shell/words-context.tsx';
import { wordFor } from '../../words/words.ts';

/** What the server answers to a registration. */
export interface Registered {
  readonly id: string;
  readonly number: string;
  readonly lookupCode: string;
  readonly receiptPaperId: string;
  readonly warnings: readonly { readonly field: string; readonly kind: string }[];
}

/** Number, code and QR for the petitioner; the code is never in the QR. */
export function Receipt(props: { readonly done: Registered; readonly onAnother: () => void }) {
  const { registration: say, shell } = useWords();
  const { done } = props;
  const heading = useRef<HTMLHeadingElement>(null);
  const [picture, setPicture] = useState('');
  // At the window the five courtesies are due now, while the visitor sits there.
  const registered = useQuery(petitionQuery(done.id));
  const address = `${window.location.origin}/p/${done.number}`;
  useEffect(() => {
    heading.current?.focus();
    void import('qrcode').then(async ({ toDataURL }) =>
      setPicture(await toDataURL(address, { margin: 1, width: 160 })),
    );
  }, [address]);
  return (
    <>
      <section className="panel receipt">
        <h1 ref={heading} tabIndex={-1}>
          <span className="no-print">{say.done}</span>
          <span className="print-only">{say.receiptTitle}</span>
        </h1>
        <dl>
          <dt>{say.number}</dt>
          <dd className="figure">{displayPetitionNumber(done.number)}</dd>
          <dt>{say.lookupCode}</dt>
          <dd className="figure">{done.lookupCode}</dd>
        </dl>
        <p>{say.receiptText}</p>
        <p className="break">{address}</p>
        {picture !== '' && <img src={picture} alt={say.qr} width={160} height={160} />}
        <p className="field-help no-print">{say.lookupHelp}</p>
        {done.warnings.length > 0 && (
          <div className="no-print">
            <h2>{say.warnings}</h2>
            <ul>
              {done.warnings.map(({ field, kind }) => (
                <li key={`${field}-${kind}`} className="warning">
                  {wordFor(say.warning, kind)}
                </li>
              ))}
            </ul>
          </div>
        )}
        <div className="row no-print gap-top">
          <Button type="primary" onClick={props.onAnother}>
            {say.another} <kbd aria-hidden="true">n</kbd>
          </Button>
          <Button onClick={() => window.print()}>{say.printReceipt}</Button>
          <a
            className="secondary-link"
            href={paperAddress(done.id, done.receiptPaperId, 'pdf')}
            target="_blank"
            rel="noreferrer"
          >
            {say.receiptPdf}
          </a>
          <Link className="secondary-link" to={`/petitions/${done.id}`}>
            {say.openPetition}
          </Link>
        </div>
        <span className="unseen">{shell.product}</span>
      </section>
      {registered.data !== undefined && <CourtesiesPanel petition={registered.data} />}
    </>
  );
}
