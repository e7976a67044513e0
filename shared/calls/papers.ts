/**
 * The part of the contract that is about what leaves the post: on paper, as a file, over the clipboard. The person chooses where; the window never
 * sees or sends a path.
 */
import { z } from 'zod';
import { documentId, locale, regionCode, slug } from '../domain/basics.ts';
import { call, takenFile } from './call.ts';

export const exportFormat = z.enum(['docx', 'pdf', 'lcms', 'readout']);
export type ExportFormat = z.infer<typeof exportFormat>;

export const paperCalls = {
  // — printing
  /** noodset: contacts of the region with what the post knows of them, chosen catalogue pages and requests, as one PDF */
  'print.emergency': call({
    owner: 'shell',
    input: z.strictObject({ regionCode, capabilityIds: z.array(slug).max(100), requestIds: z.array(documentId).max(100), locale }),
    output: takenFile,
  }),

  // — export: the person chooses where; the window never sees or sends a path
  'export.save': call({
    owner: 'shell',
    input: z.strictObject({
      /** a request or an advice */
      id: documentId,
      formats: z.array(exportFormat).min(1).max(4),
      locale,
      /** of a request: its standing advice as an annex. Advice is internal, so only when it is asked for. */
      withAdvice: z.boolean().optional(),
      /** of a request: the timeline of its life as a paper of its own beside it */
      withLife: z.boolean().optional(),
    }),
    output: z.strictObject({ cancelled: z.boolean(), folder: z.string(), files: z.array(z.strictObject({ format: exportFormat, name: z.string(), bytes: z.int() })) }),
  }),
  'export.copy': call({ owner: 'shell', input: z.strictObject({ id: documentId, format: z.enum(['lcms', 'readout']), locale }), output: z.strictObject({ characters: z.int() }) }),
} as const;
