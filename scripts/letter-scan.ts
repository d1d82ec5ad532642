import sharp from 'sharp';

const lines = [
  '县信访局：',
  '　　我们是清溪镇三组的村民。去年冬天，村口',
  '的鱼塘往东扩了，占了我们三户的耕地一亩二分。',
  '问村里，说有手续，一直没有拿出来。',
  '　　请求查明有没有手续；没有的话，恢复耕地。',
  '',
  '　　　　　　　　　　　　　　　　王福根',
  '　　　　　　　　　　　　十一月十八日',
];

/** A letter as a scanner sees it: a little grey, a little askew. */
export const letterScan = async (): Promise<Uint8Array<ArrayBuffer>> => {
  const written = lines
    .map(
      (line, at) =>
        `<text xml:space="preserve" x="70" y="${130 + at * 58}" font-size="27">${line}</text>`,
    )
    .join('');
  const rules = Array.from(
    { length: 14 },
    (_, at) => `<path d="M55 ${142 + at * 58}H745" stroke="#d9b9a8" stroke-width="1"/>`,
  ).join('');
  const page = `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="1100">
    <rect width="800" height="1100" fill="#f6f2e6"/>${rules}
    <g font-family="Noto Serif CJK SC, Noto Serif SC, serif" fill="#26314f"
      transform="rotate(-0.6 400 550)">${written}</g></svg>`;
  const picture = await sharp(Buffer.from(page)).png().toBuffer();
  return new Uint8Array(picture);
};
