import type { RegistrationInput } from '../../capabilities/petitions/index.ts';
import { countyCode } from './county/regions.ts';
import type { Random } from './random.ts';

type Person = RegistrationInput['people'][number];

const surnames = Array.from('王李张刘陈杨黄赵吴周徐孙马朱胡郭林高梁郑谢宋唐许韩冯邓曹彭曾');
const first = Array.from('建国秀志玉文小春海明永桂红晓雪德金立新家');
const second = Array.from('华英平军兰梅强芳涛敏静杰燕辉霞勇琴波宁东');

const nameOf = (random: Random): string =>
  `${random.pick(surnames)}${random.pick(first)}${random.chance(0.7) ? random.pick(second) : ''}`;

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const checks = '10X98765432';

/** Of a county that does not exist; only the check character is right (GB 11643). */
function identityNumber(random: Random): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const born = `${random.whole(1945, 2003)}${two(random.whole(1, 12))}${two(random.whole(1, 28))}`;
  const digits = `${countyCode}${born}${String(random.whole(1, 999)).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return `${digits}${checks[sum % 11] ?? ''}`;
}

/** A prefix that was never given out. */
const mobileOf = (random: Random): string =>
  `154${String(random.whole(0, 99_999_999)).padStart(8, '0')}`;

/** An invented petitioner; the address lies where the matter is. */
export function inventPerson(random: Random, place: string, role: Person['role']): Person {
  return {
    role,
    name: nameOf(random),
    ...(random.chance(0.8)
      ? { documentType: 'identity-card', documentNumber: identityNumber(random) }
      : {}),
    ...(random.chance(0.95) ? { mobile: mobileOf(random) } : {}),
    address: `临澄县${place}${random.whole(1, 12)}组${random.whole(1, 60)}号`,
  };
}
