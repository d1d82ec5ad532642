import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

/** antd writes style elements at run time; only its pages may (docs/adr: console styles). */
const styleSource = (request: { readonly url?: string | undefined }): string =>
  request.url?.startsWith('/console') ? "'self' 'unsafe-inline'" : "'self'";

/**
 * Headers that keep a page from running or showing what is not ours.
 * @param secure whether readers reach us by TLS, so that browsers may insist on it
 */
export const addSecurityHeaders = async (app: FastifyInstance, secure: boolean): Promise<void> => {
  await app.register(helmet, {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: [styleSource],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'"],
        mediaSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        frameSrc: ["'self'"],
        formAction: ["'self'"],
        // Our own console shows papers in a frame; nobody else may.
        frameAncestors: ["'self'"],
        baseUri: ["'none'"],
      },
    },
    // Not `no-referrer`: with it browsers send `Origin: null` with our own forms.
    referrerPolicy: { policy: 'same-origin' },
    strictTransportSecurity: secure ? { maxAge: 31_536_000, includeSubDomains: false } : false,
    xFrameOptions: { action: 'sameorigin' },
    crossOriginEmbedderPolicy: false,
  });
};
