import { expect, test } from 'vitest';
import { launchBroughtBrowser, launchBrowser } from '../harness/browser.ts';

/** How a character looks; letters that the machine does not have all look like one box. */
const drawing = (character: string): string => `(() => {
  const canvas = document.createElement('canvas');
  const pen = canvas.getContext('2d');
  pen.font = '40px sans-serif';
  pen.fillText('${character}', 10, 60);
  return canvas.toDataURL();
})()`;

test.each([
  ['of this machine', launchBrowser],
  ['that npm brings', launchBroughtBrowser],
] as const)('the browser %s starts and knows Chinese letters', async (_, start) => {
  const browser = await start();
  try {
    const page = await browser.newPage();
    expect(await page.evaluate(drawing('访'))).not.toBe(await page.evaluate(drawing('信')));
  } finally {
    await browser.close();
  }
});
