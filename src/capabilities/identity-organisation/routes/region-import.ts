import { z } from 'zod';
import {
  languageOf,
  operation,
  sendRefusal,
  toProblem,
  type HttpServer,
} from '../../../platform/http/index.ts';
import { importRegions } from '../commands/places.ts';
import type { IdentityContext } from '../context.ts';
import { rowErrorSchema } from '../contract.ts';
import { requireStaff } from '../request.ts';
import { readSentRows } from './sent-rows.ts';

/** Headings of official lists, beside our own. */
const headings: Readonly<Record<string, string>> = {
  代码: 'code',
  地区代码: 'code',
  名称: 'name',
  级别: 'level',
  上级代码: 'parentCode',
};
const levelNames: Readonly<Record<string, string>> = {
  省: 'province',
  市: 'city',
  县: 'county',
  乡: 'township',
  村: 'village',
};

/** A row with our names; an empty cell for the parent means none. */
const translated = (row: unknown): unknown => {
  if (typeof row !== 'object' || row === null) return row;
  const named = Object.entries(row).map(([name, value]: [string, unknown]) => {
    const key = headings[name] ?? name;
    if (key === 'parentCode' && value === '') return [key, null];
    if (key === 'level' && typeof value === 'string') return [key, levelNames[value] ?? value];
    return [key, value];
  });
  return Object.fromEntries(named);
};

/** Regions in bulk (O-1). */
export const regionImportRoutes = (app: HttpServer, context: IdentityContext): void => {
  app.post(
    '/regions/import',
    {
      schema: operation(
        {
          tag: 'identity-organisation',
          operationId: 'importRegions',
          summary: 'Import regions from a CSV, XLSX or JSON file, row by row',
          request: {
            as: 'admin',
            file: {
              name: 'regions.csv',
              text: 'code,name,level,parentCode\n690121998,新建镇,township,690121\n',
            },
          },
          refusals: ['malformed-request', 'file-too-large'],
          description:
            'A multipart form with one file whose columns are code, name, level and parentCode. ' +
            'Good rows are imported once even when sent twice; bad rows are reported.',
        },
        {
          response: {
            200: z.object({
              added: z.int(),
              unchanged: z.int(),
              errors: z.array(rowErrorSchema),
            }),
          },
        },
      ),
    },
    async (request, reply) => {
      const actor = requireStaff(request);
      if (!actor.ok) return sendRefusal(reply, actor.refusal);
      const rows = await readSentRows(request);
      if (!rows.ok) return sendRefusal(reply, rows.refusal);
      const done = await importRegions(context, actor.value, rows.value.map(translated));
      if (!done.ok) return sendRefusal(reply, done.refusal);
      const language = languageOf(request);
      const errors = done.value.errors.map(({ row, refusal }) => {
        const { code, detail, field } = toProblem(refusal, language, request.server.words);
        return { row, code, detail, ...(field === undefined ? {} : { field }) };
      });
      return { added: done.value.added, unchanged: done.value.unchanged, errors };
    },
  );
};
