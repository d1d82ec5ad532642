/** A PDF of one page that holds nothing but a picture, as a scanner writes it. */
export function pdfOfPicture(jpeg: Buffer, width: number, height: number): Buffer {
  const drawing = 'q 595 0 0 842 0 0 cm /I Do Q';
  return Buffer.concat([
    Buffer.from(
      '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n' +
        '2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n' +
        '3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]' +
        '/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>endobj\n' +
        `4 0 obj<</Type/XObject/Subtype/Image/Width ${width}/Height ${height}` +
        `/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/DCTDecode/Length ${jpeg.length}>>stream\n`,
    ),
    jpeg,
    Buffer.from(
      '\nendstream endobj\n' +
        `5 0 obj<</Length ${drawing.length}>>stream\n${drawing}\nendstream endobj\n` +
        'trailer<</Root 1 0 R>>\n%%EOF\n',
    ),
  ]);
}
