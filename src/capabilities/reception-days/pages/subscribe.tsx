import type { ReactElement } from 'react';
import {
  FaultSummary,
  Form,
  Select,
  TextField,
  type Choice,
  type Fault,
} from '../../../portal/components.tsx';
import { Layout } from '../../../portal/layout.tsx';
import type { ReceptionReading } from './reading.ts';

/** A mobile number or an e-mail address, and nothing else. */
export const SubscribePage = ({
  from: { reading, tell },
  offices,
  typed,
  faults = [],
}: {
  readonly from: ReceptionReading;
  /** Those that hold reception days; the first is taken unless told. */
  readonly offices: readonly Choice[];
  readonly typed?: { readonly office: string; readonly contact: string };
  readonly faults?: readonly Fault[];
}): ReactElement => (
  <Layout reading={reading} title={tell('subscribe.title')} back="/reception">
    <FaultSummary reading={reading} faults={faults} />
    <h1>{tell('subscribe.title')}</h1>
    <p>{tell('subscribe.lead')}</p>
    <Form reading={reading} id="subscribe" action="/reception/subscribe">
      {offices.length > 1 && (
        <Select
          reading={reading}
          name="office"
          label={tell('subscribe.office')}
          value={typed?.office}
          options={offices}
        />
      )}
      <TextField
        {...{ reading, faults }}
        name="contact"
        label={tell('subscribe.contact')}
        value={typed?.contact}
      />
      <div className="buttons">
        <button className="button">{tell('subscribe.go')}</button>
      </div>
    </Form>
  </Layout>
);

/** The same words whether the address was known or not. */
export const AskedPage = ({
  from: { reading, tell },
  contact,
}: {
  readonly from: ReceptionReading;
  readonly contact: string;
}): ReactElement => (
  <Layout reading={reading} title={tell('subscribe.asked.title')} back="/reception">
    <h1>{tell('subscribe.asked.title')}</h1>
    <p>{tell('subscribe.asked', { contact })}</p>
  </Layout>
);

const Answer = ({
  from: { reading, tell },
  action,
  label,
  second = false,
}: {
  readonly from: ReceptionReading;
  readonly action: string;
  readonly label: 'subscribed.confirm.go' | 'subscribed.end';
  readonly second?: boolean;
}): ReactElement => (
  <Form reading={reading} id={second ? 'end' : 'confirm'} action={action}>
    <div className="buttons">
      <button className={second ? 'button second' : 'button'}>{tell(label)}</button>
    </div>
  </Form>
);

/** For whoever reads the address: say yes, or stop. A look alone changes nothing. */
export const SubscriptionPage = ({
  from,
  token,
  subscription,
}: {
  readonly from: ReceptionReading;
  readonly token: string;
  readonly subscription: { readonly confirmed: boolean } | null;
}): ReactElement => {
  const { reading, tell } = from;
  const place = `/reception/subscriptions/${token}`;
  const state =
    subscription === null ? 'gone' : subscription.confirmed ? 'confirmed' : ('asked' as const);
  const title = tell(
    state === 'gone'
      ? 'subscribed.gone.title'
      : state === 'confirmed'
        ? 'subscribed.title'
        : 'subscribed.confirm.title',
  );
  return (
    <Layout reading={reading} title={title} back="/reception">
      <h1>{title}</h1>
      {state === 'gone' && (
        <>
          <p>{tell('subscribed.gone')}</p>
          <p>
            <a href="/reception/subscribe">{tell('subscribed.again')}</a>
          </p>
        </>
      )}
      {state === 'asked' && (
        <>
          <p>{tell('subscribed.confirm')}</p>
          <Answer {...{ from }} action={`${place}/confirm`} label="subscribed.confirm.go" />
        </>
      )}
      {state === 'confirmed' && <p>{tell('subscribed.lead')}</p>}
      {state !== 'gone' && (
        <>
          <p>{tell('subscribed.end.help')}</p>
          <Answer {...{ from }} action={`${place}/end`} label="subscribed.end" second />
        </>
      )}
    </Layout>
  );
};
