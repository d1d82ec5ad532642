import { expect, test } from 'vitest';
import { committed, generatedFiles } from '../scripts/generated-files.ts';
import { createTestDatabase } from './harness/database.ts';

test.each(generatedFiles)(
  '$path is what its program writes (else npm run generate)',
  async (it) => {
    const { ownerUrl, drop } = await createTestDatabase();
    try {
      expect(await it.make(ownerUrl)).toBe(await committed(it.path));
    } finally {
      await drop();
    }
  },
);
