/**
 * The profile of a post that shared its space with another, worked apart from it and took in what the other wrote, over a file on a stick:
 * a request with fields that both changed, a request that was finalised while the other wrote on, and a dossier. For the window and its pictures.
 */
import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Desk } from '../../db/documents/desk.ts';
import { createRequest, openRequest, saveRequest } from '../../db/documents/requests.ts';
import { finaliseRequest } from '../../db/documents/versions.ts';
import { createDossier, saveDossier } from '../../db/dossiers/dossiers.ts';
import { readBundle, writeBundle } from '../../db/exchange/bundle.ts';
import { createKeyFile } from '../../db/file/keys.ts';
import { keyFileName } from '../../db/file/profile.ts';
import { fieldValues } from '../../shared/domain/request.ts';
import flood from '../scenarios/zuid-limburg-2021.json' with { type: 'json' };
import { makeProfiles, openProfile, sharedSpace } from './exchange-profiles.ts';

export interface Differing {
  readonly profile: string;
  /** number of a line, effect and end of the period differ; two more fields were merged */
  readonly request: string;
  /** finalised here; the other post wrote a proposal beside it */
  readonly finalised: string;
  readonly dossier: string;
  /** the other post writes in the request once more, and this gives the file that brings it */
  readonly writeOn: (changes: Parameters<typeof saveRequest>[2]) => Promise<string>;
}

const packs = path.join(import.meta.dirname, '..', '..', 'db', 'packs');

/** `parent`: an empty folder, that the caller removes; the profile opens with `passphrase`. */
export async function differingProfile(parent: string, passphrase: string): Promise<Differing> {
  mkdirSync(parent, { recursive: true });
  const keyFile = path.join(parent, keyFileName);
  const { dataKey } = await createKeyFile(keyFile, passphrase);
  const [profile = '', otherProfile = ''] = makeProfiles(parent, 2, dataKey, packs);
  const own = openProfile(profile, dataKey);
  const other = openProfile(otherProfile, dataKey);
  const stick = path.join(parent, 'stick.steunpunt');
  const bring = async (from: Desk, to: Desk): Promise<void> => {
    await writeBundle(from, stick, { spaces: [{ spaceId: sharedSpace }], what: 'all' });
    await readBundle(to, stick);
  };
  const values = fieldValues.parse(flood.values);
  const lines = flood.values['capabilities.lines'];
  const asking = (quantity: number, note: string) => lines.map((line, index) => (index === 0 ? { ...line, quantity, people: quantity, note } : line));
  const ending = (end: string) => ({ ...flood.values['effect.period'], end });
  const effect = flood.values['effect.text'];

  const { id: dossier } = createDossier(own.desk, 'Hoogwater Geul', [{ regionCode: 'VR24', grip: 'grip4' }]);
  const { id: request } = createRequest(own.desk, 'wvr-51', values, dossier);
  const { id: finalised } = createRequest(own.desk, 'wvr-51', { ...values, 'applicant.incident': 'Zandzakken Meerssen' });
  await bring(own.desk, other.desk);

  saveRequest(own.desk, request, {
    'capabilities.lines': asking(100, 'Uitbreiding na advies van het ROT'),
    'effect.text': effect.replace('100.000 zandzakken', '150.000 zandzakken'),
    'effect.period': ending('2021-07-16T06:00:00+02:00[Europe/Amsterdam]'),
    'conditions.lodging': 'Legering door het waterschap, voor 100 militairen.',
  });
  saveRequest(other.desk, request, {
    'capabilities.lines': asking(85, 'Meer is tot morgen 06.00 uur niet inzetbaar'),
    'effect.text': effect.replace('ongeveer 100.000 zandzakken', 'ten minste 80.000 zandzakken'),
    'effect.period': ending('2021-07-16T18:00:00+02:00[Europe/Amsterdam]'),
    'conditions.reportingPlace': 'Kazerne van de brandweer in Valkenburg aan de Geul',
  });
  saveDossier(own.desk, dossier, { title: 'Hoogwater Geul, juli 2021' });
  saveDossier(other.desk, dossier, { title: 'Overstroming Valkenburg' });
  saveRequest(other.desk, finalised, { 'conditions.lodging': 'Sporthal in Meerssen', 'sending.copies': 'ROT (LCMS)' });
  finaliseRequest(own.desk, finalised, { seq: openRequest(own.desk, finalised).seq, despite: 'Haast' });
  await bring(other.desk, own.desk);
  await bring(own.desk, other.desk);
  own.close();
  other.close();
  copyFileSync(keyFile, path.join(profile, keyFileName));

  return {
    profile,
    request,
    finalised,
    dossier,
    writeOn: async (changes) => {
      const later = openProfile(otherProfile, dataKey);
      saveRequest(later.desk, request, changes);
      await writeBundle(later.desk, stick, { spaces: [{ spaceId: sharedSpace }], what: 'all' });
      later.close();
      return stick;
    },
  };
}
