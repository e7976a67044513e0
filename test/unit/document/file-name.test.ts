import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportFileName, fileName } from '../../../shared/document/file-name.ts';
import type { DocumentModel } from '../../../shared/document/model.ts';
import { requestModel } from '../../../shared/document/request-model.ts';
import { modelInput, requestDocument } from '../../helpers/request.ts';

const draft = requestModel(modelInput());
const final = requestModel(modelInput({}, { document: requestDocument({}, { state: 'finalised', version: 3 }) }));
const named = (reference: string): DocumentModel => ({ ...draft, reference });

describe('a file name', () => {
  it('says what the file is', () => {
    expect(fileName(draft, 'docx')).toBe('Verzoek VR24-2021-001 v1 CONCEPT.docx');
    expect(fileName(final, 'pdf')).toBe('Verzoek VR24-2021-001 v3.pdf');
    expect(fileName({ ...draft, exercise: true }, 'docx')).toBe('OEFENING Verzoek VR24-2021-001 v1 CONCEPT.docx');
    expect(fileName({ ...draft, locale: 'en', exercise: true }, 'docx')).toBe('EXERCISE Request VR24-2021-001 v1 DRAFT.docx');
  });

  it('keeps the two text forms apart', () => {
    expect((['docx', 'pdf', 'lcms', 'readout'] as const).map((format) => exportFileName(draft, format))).toEqual([
      'Verzoek VR24-2021-001 v1 CONCEPT.docx',
      'Verzoek VR24-2021-001 v1 CONCEPT.pdf',
      'Verzoek VR24-2021-001 v1 CONCEPT LCMS.txt',
      'Verzoek VR24-2021-001 v1 CONCEPT voorleestekst.txt',
    ]);
  });

  it.each(['../../etc/passwd', String.raw`C:\Windows\system32`, 'a:b*c?"<>|', 'naam\u0000.exe', 'rtl\u202Etxt.exe', '.....', 'NUL', ' . ', 'x'.repeat(400), '😀'.repeat(200)])('of %j lies in the folder that was chosen', (reference) => {
    expectSafe(fileName(named(reference), 'docx'));
  });

  it('is safe whatever the reference and the extension are', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (reference, extension) => {
        expectSafe(fileName(named(reference), extension));
      }),
    );
  });
});

/** No separator, drive, wildcard, control or direction mark; no dot or space at an end; not one of Windows' device names; room in 255 bytes. */
function expectSafe(name: string): void {
  expect(name).not.toMatch(/[\\/:*?"<>|\p{C}]|\.\.|^[ .]|[ .]$/u);
  expect(name).toMatch(/^Verzoek .*\.[a-z0-9]+$/i);
  expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
}
