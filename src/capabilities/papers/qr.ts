import QRCode from 'qrcode';

/** Level M survives a fold or a stain; two modules of quiet border suffice on white paper. */
const options = { errorCorrectionLevel: 'M', margin: 2 } as const;

/** A QR code as SVG, one path. */
export async function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { ...options, type: 'svg' });
}

/** A QR code as PNG, for DOCX. */
export async function qrPng(text: string): Promise<Uint8Array> {
  return new Uint8Array(await QRCode.toBuffer(text, { ...options, scale: 8 }));
}
