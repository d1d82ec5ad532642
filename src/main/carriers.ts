import { emailCarrier, smsCarrier, type Carrier } from '../capabilities/messages/index.ts';
import type { Config } from '../platform/config/config.ts';
import { createOutgoing } from '../platform/outgoing/index.ts';

/** The ways out that the operator configured; with none, messages stay on the outbox page. */
export function carriersOf(config: Config): Carrier[] {
  const outgoing = createOutgoing({ allow: config.outgoingAllow });
  const carriers: Carrier[] = [];
  if (config.smsGatewayUrl !== undefined) {
    carriers.push(smsCarrier({ url: config.smsGatewayUrl }, outgoing));
  }
  if (config.smtpUrl !== undefined) {
    const host = new URL(config.smtpUrl).hostname;
    carriers.push(
      emailCarrier({ url: config.smtpUrl, from: config.mailFrom ?? `huiyin@${host}` }, outgoing),
    );
  }
  return carriers;
}
