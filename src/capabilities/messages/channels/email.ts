import { createTransport } from 'nodemailer';
import type { Outgoing } from '../../../platform/outgoing/index.ts';
import { OutgoingFault } from '../../../platform/outgoing/index.ts';
import { DeliveryFault, deliveryFaultOf, receiptOf, type Carrier } from './carrier.ts';

/** A mail server. */
export type MailServer = {
  /** `smtps://login:password@host:465` or `smtp://host:587`, which must then offer STARTTLS. */
  readonly url: string;
  /** `Office name <petitions@county.gov.cn>` */
  readonly from: string;
  /** Certificates to trust beside those of the system, in PEM. */
  readonly ca?: string;
  readonly timeout?: number;
};

const loopback = new Set(['localhost', '127.0.0.1', '[::1]', '::1']);

/** E-mail by SMTP; encrypted with a verified certificate unless the server is this machine. */
export const emailCarrier = (server: MailServer, outgoing: Outgoing): Carrier => {
  const url = new URL(server.url);
  const secure = url.protocol === 'smtps:';
  const port = Number(url.port || (secure ? 465 : 587));
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const timeout = server.timeout ?? 20_000;
  const domain = /@([^>\s]+)/.exec(server.from)?.[1] ?? 'localhost';
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: !loopback.has(url.hostname),
    tls: { rejectUnauthorized: true, ...(server.ca ? { ca: server.ca } : {}) },
    ...(url.username
      ? { auth: { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } }
      : {}),
    connectionTimeout: timeout,
    greetingTimeout: timeout,
    socketTimeout: timeout,
    disableFileAccess: true,
    disableUrlAccess: true,
    getSocket: (_options, callback) => {
      outgoing.connect(host, port, timeout).then(
        (connection) => callback(null, { connection }),
        (error: Error) => callback(error, false),
      );
    },
  });
  return {
    channel: 'email',
    send: async ({ messageId, to, subject, text }) => {
      try {
        const sent = await transport.sendMail({
          from: server.from,
          to: { name: '', address: to },
          subject,
          text,
          // The same at every attempt: mail programs show doubles once.
          messageId: `<${messageId}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated' },
        });
        return receiptOf(/queued as ([\w.:-]+)/i.exec(sent.response ?? '')?.[1]);
      } catch (error) {
        throw mailFaultOf(error);
      }
    },
  };
};

/** SMTP answers of the 500s are final, those of the 400s are not (RFC 5321, 4.2.1). */
const mailFaultOf = (error: unknown): DeliveryFault => {
  if (error instanceof OutgoingFault) return deliveryFaultOf(error);
  const {
    responseCode,
    code = '',
    originalCode = '',
  } = error as {
    responseCode?: number;
    code?: string;
    originalCode?: string;
  };
  if (code === 'EAUTH') return new DeliveryFault('mail-sign-in', false);
  if (code === 'ETLS' || /CERT|SIGNED|TLS|SSL/.test(originalCode))
    return new DeliveryFault('certificate', false);
  if (responseCode !== undefined)
    return new DeliveryFault(`smtp-${responseCode}`, responseCode >= 500);
  return new DeliveryFault(code === 'ETIMEDOUT' ? 'timeout' : 'unreachable', false);
};
