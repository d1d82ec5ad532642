import { generateSecret, generateURI, verify } from 'otplib';
import { toDataURL } from 'qrcode';

/** A new secret in Base32, 160 bits. */
export const newTotpSecret = (): string => generateSecret();

/** What an authenticator application reads: the address and its picture as a data URL. */
export const describeTotp = async (
  secret: string,
  userName: string,
): Promise<{ readonly uri: string; readonly picture: string }> => {
  const uri = generateURI({ issuer: 'Huiyin 回音', label: userName, secret });
  return { uri, picture: await toDataURL(uri, { margin: 2, width: 240 }) };
};

/**
 * The 30-second step that a code stands for, one step either way allowed for clocks that differ.
 * @param afterStep newest step already used: a code works once (X-2, RFC 6238 § 5.2)
 * @returns nothing when the code is wrong or used
 */
export const findTotpStep = async (
  secret: string,
  code: string,
  now: Date,
  afterStep: number,
): Promise<number | undefined> => {
  const token = code.normalize('NFKC').replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  const result = await verify({ secret, token, epoch, epochTolerance: 30 });
  if (!result.valid) return undefined;
  const step = Math.floor(epoch / 30) + result.delta;
  return step > afterStep ? step : undefined;
};
