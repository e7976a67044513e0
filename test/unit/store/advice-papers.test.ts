/** Papers of an advice and of the life of a request: what stands in them, and where they do and do not come. */
import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { createAdvice, saveAdvice } from '../../../db/advices/advices.ts';
import { takeOver } from '../../../db/advices/proposals.ts';
import { finaliseAdvice, nextAdviceVersion } from '../../../db/advices/versions.ts';
import { createRequest, openRequest } from '../../../db/documents/requests.ts';
import { finaliseRequest } from '../../../db/documents/versions.ts';
import { createDossier } from '../../../db/dossiers/dossiers.ts';
import { recordStep } from '../../../db/life/steps.ts';
import type { Paper, Rendered } from '../../../electron/store/port.ts';
import { render } from '../../../electron/store/render.ts';
import type { NewLifeStep } from '../../../shared/domain/life.ts';
import { archiveOf } from '../../helpers/archive.ts';
import { codeOf, testStore } from '../../helpers/store.ts';

const line = '018f0000-0000-7000-8000-000000000001';
const at = (minute: number): string => `2026-11-21T21:${String(minute).padStart(2, '0')}+01:00[Europe/Amsterdam]`;
const contentOf = (rendered: Rendered): string => (rendered.kind === 'text' ? rendered.text : rendered.kind === 'html' ? rendered.html : '');

function advised() {
  const store = testStore();
  const { desk } = store;
  const dossier = createDossier(desk, 'Hoogwater');
  const request = createRequest(
    desk,
    'sample',
    { 'applicant.incident': 'Hoogwater Geul', 'effect.text': 'Mensen uit het water', 'capabilities.lines': [{ id: line, capabilityId: 'boats', description: 'Boten', quantity: 1200, unit: 'boten' }] },
    dossier.id,
  );
  const { id } = createAdvice(desk, { requestId: request.id });
  const proposal = randomUUID();
  saveAdvice(desk, id, {
    outcome: 'conditional',
    reason: 'Boten zijn er, brandstof niet.\nZie de bevindingen.',
    conditions: 'Brandstof door het waterschap',
    findings: { legality: { finding: 'favourable', source: 'Proefwet art. 1' } },
    availability: [{ id: randomUUID(), capabilityId: 'boats', description: 'Boten', state: 'limited', asOf: at(1), toldBy: 'DOC' }],
    proposals: [{ id: proposal, field: 'effect.text', value: 'Alle mensen <uit> het water', why: 'effect' }],
  });
  const paper = async (wanted: Paper): Promise<string> => contentOf(await render(desk, wanted, 'nl'));
  const finalise = () => finaliseAdvice(desk, id, { seq: saveAdvice(desk, id, {}).seq });
  return { ...store, dossier, request, id, proposal, paper, finalise };
}

test('an advice stands on paper in every form with its findings, its conditions, and who proposed what', async () => {
  const { desk, id, request, proposal, paper, finalise } = advised();
  expect(await paper({ kind: 'document', id, format: 'pdf' })).toContain('CONCEPT');
  finalise();
  takeOver(desk, id, proposal);
  const html = await paper({ kind: 'document', id, format: 'pdf' });
  for (const said of ['Advies van de RMOA', 'VR24-2026-A001', request.reference, 'Hoogwater Geul', 'positief onder voorwaarden', 'Brandstof door het waterschap', 'Proefwet art. 1', 'beperkt beschikbaar, bekend op 21-11-2026 21:01 (CET), volgens DOC', 'Alle mensen &lt;uit&gt; het water', 'Voorgesteld door Proefpost (RMOA)', 'Overgenomen door Proefpost (RMOA)', 'Intern:']) {
    expect(html).toContain(said);
  }
  expect(html).not.toContain('CONCEPT');
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, one]) => one);
  expect(new Set(ids).size).toBe(ids.length);
  expect(await paper({ kind: 'document', id, format: 'lcms' })).toMatch(/^ADVIES VAN DE RMOA\n/);
  const spoken = await paper({ kind: 'document', id, format: 'readout' });
  expect(spoken).toContain('Einde van het advies.');
  expect(spoken).toContain('Alfa');
  const { name } = (await render(desk, { kind: 'document', id, format: 'docx' }, 'en')) as { name: string };
  expect(name).toBe('Advice VR24-2026-A001 v1.docx');
});

test('advice is on the paper of its request only when that is asked, and only as it was finalised', async () => {
  const { desk, id, request, paper, finalise } = advised();
  expect(await codeOf(() => render(desk, { kind: 'document', id: request.id, format: 'pdf', withAdvice: true }, 'nl'))).toBe('entry.unknown');
  finalise();
  nextAdviceVersion(desk, id);
  saveAdvice(desk, id, { conditions: 'Nog niet besloten' });
  for (const format of ['pdf', 'lcms', 'readout'] as const) {
    const bare = await paper({ kind: 'document', id: request.id, format });
    expect(bare.toLowerCase()).not.toContain('advies');
    expect(bare).not.toContain('waterschap');
    const annexed = await paper({ kind: 'document', id: request.id, format, withAdvice: true });
    expect(annexed).toContain('Brandstof door het waterschap');
    expect(annexed).not.toContain('Nog niet besloten');
  }
  const html = await paper({ kind: 'document', id: request.id, format: 'pdf', withAdvice: true });
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, one]) => one);
  expect(new Set(ids).size).toBe(ids.length);
  expect(html.indexOf('id="annex"')).toBeGreaterThan(html.indexOf('id="signature"'));
});

test('the timeline tells every step with who recorded it, the lines in numbers, the open tasks and how long they stand', async () => {
  const { desk, request, paper, finalise } = advised();
  finalise();
  finaliseRequest(desk, request.id, { seq: openRequest(desk, request.id).seq, despite: 'voor de proef is dit genoeg' });
  const record = (minute: number, kind: NewLifeStep['kind'], more: Partial<NewLifeStep> = {}) => recordStep(desk, request.id, { id: randomUUID(), kind, at: at(minute), ...more }).step;
  record(0, 'oralRequest', { by: 'Piket LOCC' });
  const wrong = record(10, 'rejected', { reason: 'no-capacity' });
  record(12, 'grantedInPart', { corrects: wrong.revisionId, lines: [{ lineId: line, quantity: 1000 }] });
  record(20, 'deployed');
  record(21, 'expenditure', { expenditure: { euros: 12.5, people: 40 } });
  const html = await paper({ kind: 'life', id: request.id, format: 'pdf' });
  for (const said of ['Verloop van het verzoek', 'Papier moet volgen', 'sinds 21-11-2026 21:00 (CET), 5,8 uur). Bron: test', 'Reden: Geen capaciteit', 'Telt niet meer', 'Verbetert een eerdere stap', '1.200', '1.000', '€ 12,50, 40 mensen', 'Vastgelegd door Proefpost (RMOA)', 'besluit wijkt deels af van het advies', 'Momentopname']) expect(html).toContain(said);
  const spoken = await paper({ kind: 'life', id: request.id, format: 'readout' });
  expect(spoken).toContain('Einde van het verloop.');
  expect(spoken).toMatch(/Gevraagd: 1\.200 \(een, twee, nul, nul\)/);
});

test('the archive of a dossier holds the advice and the timeline of its requests, and its paper tells where they stand', async () => {
  const { desk, dossier, request, finalise } = advised();
  finalise();
  recordStep(desk, request.id, { id: randomUUID(), kind: 'oralRequest', at: at(0) });
  const { archive, pages } = await archiveOf(desk, dossier.id, 'nl');
  const printed = Object.keys(archive.files).filter((name) => name.endsWith('.pdf'));
  expect(printed).toEqual(['Dossier VR24-2026-D001.pdf', 'verzoeken/Verzoek VR24-2026-001 v1 CONCEPT.pdf', 'adviezen/Advies VR24-2026-A001 v1.pdf', 'verloop/Verloop van het verzoek VR24-2026-001.pdf']);
  for (const said of ['VR24-2026-A001', 'positief onder voorwaarden', 'mondeling gevraagd', 'Papier moet volgen']) expect(pages[0]).toContain(said);
});
