/**
 * Whether two values of plain data say the same, whatever the order of their keys.
 * @param one anything that JSON can say
 * @param other likewise
 */
export function isDeepEqual(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (typeof one !== 'object' || typeof other !== 'object') return false;
  if (one === null || other === null || Array.isArray(one) !== Array.isArray(other)) return false;
  const keys = Object.keys(one);
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => isDeepEqual(Reflect.get(one, key), Reflect.get(other, key)))
  );
}
