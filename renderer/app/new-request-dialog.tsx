/** Starting a request: first the place, as people type it; the rest can wait. Opened from the workboard, the requests and a region. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { DossierRegion } from '../../shared/domain/dossier.ts';
import type { RequestSummary } from '../../shared/domain/request.ts';
import type { CallError } from '../../shared/errors.ts';
import { Button, Dialog, ErrorState, type FactRow, Facts, Select, TextField, notify, useBilingual, useSay } from '../ui/index.ts';
import styles from './new-request-dialog.module.css';
import { EarlierField } from './earlier-field.tsx';
import { startFrom, startRequest } from './new-request.ts';
import { PlaceField } from './place-field.tsx';
import { useIdentity, useReference } from './session.ts';

const lineLength = 500;
const kinds = ['municipality', 'region'] as const;

export interface NewRequestDialogProps {
  readonly onClose: () => void;
  /** instead of the region of the post */
  readonly regionCode?: string | undefined;
  /** the incident that the request is for: it gives the name, the region and the region's GRIP level */
  readonly dossier?: NewRequestDossier | undefined;
  /** what kind of request it will be, where that is known already */
  readonly templateId?: string | undefined;
}

export interface NewRequestDossier {
  readonly id: string;
  readonly title: string;
  readonly regions: readonly DossierRegion[];
}

export function NewRequestDialog({ onClose, regionCode, dossier, templateId: wanted }: NewRequestDialogProps): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const reference = useReference();
  const identity = useIdentity();
  const formId = useId();
  const [region, setRegion] = useState(regionCode ?? regionOf(dossier, identity.regionCode));
  const [municipality, setMunicipality] = useState<string>();
  const [place, setPlace] = useState<string | null>(null);
  const [incident, setIncident] = useState(dossier?.title ?? '');
  const [templateId, setTemplateId] = useState(wanted ?? reference.templates[0]?.id ?? null);
  const [earlier, setEarlier] = useState<RequestSummary>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();

  const choosePlace = (code: string | null): void => {
    setPlace(code);
    const chosen = code === null ? undefined : reference.municipalityByCode.get(code);
    setMunicipality(chosen?.code);
    if (chosen) setRegion(chosen.regionCode);
    else if (code !== null && reference.regionByCode.has(code)) setRegion(code);
  };
  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const kind = earlier?.templateId ?? templateId;
    if (kind === null) return;
    const asks = new Set(reference.templateById.get(kind)?.sections.flatMap((section) => section.fields.map((field) => field.id)));
    const grip = dossier?.regions.find((one) => one.regionCode === region)?.grip;
    const values = {
      // An earlier request has its own place, which only a place that was chosen here goes over.
      ...(asks.has('applicant.region') && (earlier === undefined || place !== null) ? { 'applicant.region': region } : {}),
      ...(asks.has('applicant.municipalities') && municipality !== undefined ? { 'applicant.municipalities': [municipality] } : {}),
      ...(asks.has('applicant.incident') && incident.trim() !== '' ? { 'applicant.incident': incident.trim() } : {}),
      ...(asks.has('situation.grip') && grip !== undefined ? { 'situation.grip': grip } : {}),
    };
    setBusy(true);
    const started = earlier ? await startFrom(earlier.id, values, dossier?.id) : await startRequest(kind, values, dossier?.id);
    setBusy(false);
    if (started === undefined) return onClose();
    if ('code' in started) return setError(started);
    if (!started.ok) return setError(started.error);
    notify({ tone: 'ok', text: say('depth.duplicated', { reference: started.value }) });
    onClose();
  };

  const regionName = reference.regionByCode.get(region)?.name ?? region;
  const rows: readonly FactRow[] = [
    ...(municipality === undefined ? [] : [{ label: say('request.newMunicipality'), value: reference.municipalityByCode.get(municipality)?.name ?? municipality }]),
    { label: say('request.newRegion'), value: region === identity.regionCode ? `${regionName} (${say('request.newRegionOfPost')})` : regionName },
  ];

  return (
    <Dialog
      title={say('request.newTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{say('request.newCancel')}</Button>
          <Button variant="primary" type="submit" form={formId} isPending={busy} isDisabled={templateId === null}>
            {say('request.newStart')}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={(event) => void start(event)}>
        <PlaceField autoFocus label={say('request.newPlace')} help={say('request.newPlaceHelp')} kinds={kinds} value={place} onChoose={choosePlace} />
        <output className={styles.found}>
          <Facts rows={rows} />
        </output>
        <TextField label={say('request.newIncident')} help={say('request.newIncidentHelp')} value={incident} onChange={setIncident} maxLength={lineLength} />
        <EarlierField value={earlier} onChoose={setEarlier} />
        <Select label={say('request.newTemplate')} isDisabled={earlier !== undefined} options={reference.templates.map((template) => ({ value: template.id, label: bilingual(template.title) }))} value={earlier?.templateId ?? templateId} onChange={setTemplateId} />
        {error && <ErrorState error={error} />}
      </form>
    </Dialog>
  );
}

/** The post's own region when the incident is in it, else the first region of the incident. */
function regionOf(dossier: NewRequestDossier | undefined, own: string): string {
  const codes = dossier?.regions.map(({ regionCode }) => regionCode) ?? [];
  return codes.includes(own) ? own : (codes[0] ?? own);
}
