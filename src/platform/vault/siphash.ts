/**
 * SipHash-2-4 (Aumasson and Bernstein, 2012), a keyed function made for short inputs, over the UTF-16
 * code units of a string. Words of 64 bits are pairs of 32-bit integers here, because BigInt allocates.
 * Why not HMAC: docs/adr/search-words-by-siphash.md.
 */
export class SipHash {
  readonly #k0: number;
  readonly #k1: number;
  readonly #k2: number;
  readonly #k3: number;
  /** The last hash, low and high half; read through #result as one signed 64-bit integer. */
  readonly #halves = new Int32Array(2);
  readonly #result = new BigInt64Array(this.#halves.buffer);

  /** @param key 16 bytes */
  constructor(key: Buffer) {
    if (key.length !== 16) throw new RangeError('A SipHash key has 16 bytes.');
    this.#k0 = key.readInt32LE(0);
    this.#k1 = key.readInt32LE(4);
    this.#k2 = key.readInt32LE(8);
    this.#k3 = key.readInt32LE(12);
  }

  /**
   * @param text any string
   * @returns the hash as a signed 64-bit integer, as PostgreSQL's bigint holds it
   */
  hash(text: string): bigint {
    let v0l = this.#k0 ^ 0x70736575;
    let v0h = this.#k1 ^ 0x736f6d65;
    let v1l = this.#k2 ^ 0x6e646f6d;
    let v1h = this.#k3 ^ 0x646f7261;
    let v2l = this.#k0 ^ 0x6e657261;
    let v2h = this.#k1 ^ 0x6c796765;
    let v3l = this.#k2 ^ 0x79746573;
    let v3h = this.#k3 ^ 0x74656462;

    const units = text.length;
    const whole = units >> 2;
    for (let block = 0; block <= whole; block += 1) {
      const at = block << 2;
      let ml = 0;
      let mh = 0;
      if (block < whole) {
        ml = text.charCodeAt(at) | (text.charCodeAt(at + 1) << 16);
        mh = text.charCodeAt(at + 2) | (text.charCodeAt(at + 3) << 16);
      } else {
        // The last block: what is left, and the length in bytes in its top byte.
        const left = units - at;
        if (left > 0) ml = text.charCodeAt(at);
        if (left > 1) ml |= text.charCodeAt(at + 1) << 16;
        if (left > 2) mh = text.charCodeAt(at + 2);
        mh |= (units << 1) << 24;
      }
      v3l ^= ml;
      v3h ^= mh;
      // Two rounds for each block, and four more after the last.
      const rounds = block < whole ? 2 : 6;
      for (let round = 0; round < rounds; round += 1) {
        if (round === 2) {
          v0l ^= ml;
          v0h ^= mh;
          v2l ^= 0xff;
        }
        // v0 += v1; v1 <<<= 13; v1 ^= v0; v0 <<<= 32
        let sum = (v0l >>> 0) + (v1l >>> 0);
        v0h = (v0h + v1h + (sum > 0xffffffff ? 1 : 0)) | 0;
        v0l = sum | 0;
        let l = (v1l << 13) | (v1h >>> 19);
        let h = (v1h << 13) | (v1l >>> 19);
        v1l = l ^ v0l;
        v1h = h ^ v0h;
        l = v0l;
        v0l = v0h;
        v0h = l;
        // v2 += v3; v3 <<<= 16; v3 ^= v2
        sum = (v2l >>> 0) + (v3l >>> 0);
        v2h = (v2h + v3h + (sum > 0xffffffff ? 1 : 0)) | 0;
        v2l = sum | 0;
        l = (v3l << 16) | (v3h >>> 16);
        h = (v3h << 16) | (v3l >>> 16);
        v3l = l ^ v2l;
        v3h = h ^ v2h;
        // v0 += v3; v3 <<<= 21; v3 ^= v0
        sum = (v0l >>> 0) + (v3l >>> 0);
        v0h = (v0h + v3h + (sum > 0xffffffff ? 1 : 0)) | 0;
        v0l = sum | 0;
        l = (v3l << 21) | (v3h >>> 11);
        h = (v3h << 21) | (v3l >>> 11);
        v3l = l ^ v0l;
        v3h = h ^ v0h;
        // v2 += v1; v1 <<<= 17; v1 ^= v2; v2 <<<= 32
        sum = (v2l >>> 0) + (v1l >>> 0);
        v2h = (v2h + v1h + (sum > 0xffffffff ? 1 : 0)) | 0;
        v2l = sum | 0;
        l = (v1l << 17) | (v1h >>> 15);
        h = (v1h << 17) | (v1l >>> 15);
        v1l = l ^ v2l;
        v1h = h ^ v2h;
        l = v2l;
        v2l = v2h;
        v2h = l;
      }
      if (block < whole) {
        v0l ^= ml;
        v0h ^= mh;
      }
    }
    this.#halves[0] = v0l ^ v1l ^ v2l ^ v3l;
    this.#halves[1] = v0h ^ v1h ^ v2h ^ v3h;
    return this.#result[0] ?? 0n;
  }
}
