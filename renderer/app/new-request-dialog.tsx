/** Starting a request: first the place, as people type it; the rest can wait. Opened from the workboard, the requests and a region. */
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import type { DossierRegion } from '../../shared/domain/dossier.ts';
import type { ReadOnly } from '../../shared/domain/space.ts';
import type { RequestSummary } from '../../shared/domain/request.ts';
import type { Template } from '../../shared/domain/template.ts';
import type { CallError } from '../../shared/errors.ts';
import { Button, Dialog, DoOrLeave, ErrorState, type FactRow, Facts, Select, TextField, notify, useBilingual, useSay } from '../ui/index.ts';
import flow from '../ui/flow.module.css';
import styles from './new-request-dialog.module.css';
import { EarlierField } from './earlier-field.tsx';
import { leaveForFinder } from './finder-form.ts';
import { type RequestStart, type StartValues, startFrom, startLinked, startRequest } from './new-request.ts';
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
  /** what the finder found: these requests and no others, linked when there are several */
  readonly found?: readonly RequestStart[] | undefined;
  /** what was typed of it before the finder was asked; the place is a code of a municipality or a region */
  readonly typed?: { readonly incident?: string | undefined; readonly place?: string | undefined } | undefined;
  /** after the draft is there, before the dialog closes */
  readonly onStarted?: (() => void) | undefined;
}

export interface NewRequestDossier {
  readonly id: string;
  readonly spaceId: string;
  readonly readOnly?: ReadOnly | undefined;
  readonly title: string;
  readonly regions: readonly DossierRegion[];
}

export function NewRequestDialog({ onClose, regionCode, dossier, templateId: wanted, found, typed, onStarted }: NewRequestDialogProps): ReactNode {
  const say = useSay();
  const reference = useReference();
  const identity = useIdentity();
  const formId = useId();
  const placeBefore = typed?.place === undefined ? undefined : reference.municipalityByCode.get(typed.place);
  const regionBefore = placeBefore?.regionCode ?? (reference.regionByCode.has(typed?.place ?? '') ? typed?.place : undefined);
  const [region, setRegion] = useState(regionBefore ?? regionCode ?? regionOf(dossier, identity.regionCode));
  const [municipality, setMunicipality] = useState(placeBefore?.code);
  const [place, setPlace] = useState<string | null>(null);
  const [incident, setIncident] = useState(typed?.incident ?? dossier?.title ?? '');
  const [templateId, setTemplateId] = useState(wanted ?? reference.templates[0]?.id ?? null);
  const [earlier, setEarlier] = useState<RequestSummary>();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<CallError>();
  const asksPlace = found === undefined || found.some((part) => asks(part.templateId, 'applicant.region') || asks(part.templateId, 'applicant.municipalities'));

  function asks(kind: string, field: string): boolean {
    return reference.templateById.get(kind)?.sections.some((section) => section.fields.some(({ id }) => id === field)) ?? false;
  }
  const choosePlace = (code: string | null): void => {
    setPlace(code);
    const chosen = code === null ? undefined : reference.municipalityByCode.get(code);
    setMunicipality(chosen?.code);
    if (chosen) setRegion(chosen.regionCode);
    else if (code !== null && reference.regionByCode.has(code)) setRegion(code);
  };
  /** What this form says, for a request of that kind. */
  const valuesFor = (kind: string): StartValues => {
    const grip = dossier?.regions.find((one) => one.regionCode === region)?.grip;
    return {
      // An earlier request has its own place, which only a place that was chosen here goes over.
      ...(asks(kind, 'applicant.region') && (earlier === undefined || place !== null) ? { 'applicant.region': region } : {}),
      ...(asks(kind, 'applicant.municipalities') && municipality !== undefined ? { 'applicant.municipalities': [municipality] } : {}),
      ...(asks(kind, 'applicant.incident') && incident.trim() !== '' ? { 'applicant.incident': incident.trim() } : {}),
      ...(asks(kind, 'situation.grip') && grip !== undefined ? { 'situation.grip': grip } : {}),
    };
  };
  const make = async (): Promise<CallError | undefined> => {
    if (found) return startLinked(found.map((part) => ({ templateId: part.templateId, values: { ...part.values, ...valuesFor(part.templateId) } })), dossier?.id);
    if (!earlier) return templateId === null ? undefined : startRequest(templateId, valuesFor(templateId), dossier?.id);
    const copied = await startFrom(earlier.id, valuesFor(earlier.templateId), dossier);
    if (!copied.ok) return copied.error;
    notify({ tone: 'ok', text: say('depth.duplicated', { reference: copied.value }) });
    return undefined;
  };
  const start = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    setBusy(true);
    const failed = await make();
    setBusy(false);
    if (failed) return setError(failed);
    onStarted?.();
    onClose();
  };

  const unsure = async (): Promise<void> => {
    await leaveForFinder({ dossierId: dossier?.id, incident: incident === dossier?.title ? '' : incident, place: municipality ?? place ?? undefined });
    onClose();
  };

  const regionName = reference.regionByCode.get(region)?.name ?? region;
  const rows: readonly FactRow[] = [
    ...(municipality === undefined ? [] : [{ label: say('request.newMunicipality'), value: reference.municipalityByCode.get(municipality)?.name ?? municipality }]),
    { label: say('request.newRegion'), value: region === identity.regionCode ? `${regionName} (${say('request.newRegionOfPost')})` : regionName },
  ];

  return (
    <Dialog
      title={found && found.length > 1 ? say('finder.dialogSeveral', { count: found.length }) : say('request.newTitle')}
      isOpen
      onClose={onClose}
      footer={<DoOrLeave onLeave={onClose} form={formId} isPending={busy} isDisabled={found === undefined && templateId === null} doLabel={say('request.newStart')} />}
    >
      <form id={formId} className={flow.stack} onSubmit={(event) => void start(event)}>
        {asksPlace && (
          <>
            <PlaceField autoFocus label={say('request.newPlace')} help={say('request.newPlaceHelp')} kinds={kinds} value={place} onChoose={choosePlace} />
            <output className={styles.found}>
              <Facts rows={rows} />
            </output>
          </>
        )}
        <TextField autoFocus={!asksPlace} label={say('request.newIncident')} help={say('request.newIncidentHelp')} value={incident} onChange={setIncident} maxLength={lineLength} />
        {found ? (
          <FoundKinds found={found} />
        ) : (
          <>
            <EarlierField value={earlier} onChoose={setEarlier} />
            <KindField value={earlier?.templateId ?? templateId} isDisabled={earlier !== undefined} onChange={setTemplateId} />
            <p className={flow.quiet}>
              {say('finder.unsure')}{' '}
              <Button variant="quiet" size="small" onPress={() => void unsure()}>
                {say('finder.title')}
              </Button>
            </p>
          </>
        )}
        {error && <ErrorState error={error} />}
      </form>
    </Dialog>
  );
}

function KindField({ value, isDisabled, onChange }: { readonly value: string | null; readonly isDisabled: boolean; readonly onChange: (templateId: string | null) => void }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { templates, legalBasisById, exercisePackOf } = useReference();
  const named = ({ id, title }: Template): string => (exercisePackOf('templates', id) ? say('exercise.titleOf', { title: bilingual(title) }) : bilingual(title));
  const options = templates.map((template) => ({ value: template.id, label: named(template), description: legalBasisById.get(template.legalBasis)?.short }));
  return <Select label={say('request.newTemplate')} isDisabled={isDisabled} options={options} value={value} onChange={onChange} />;
}

/** What the finder found stands fast here; another answer is given there. */
function FoundKinds({ found }: { readonly found: readonly RequestStart[] }): ReactNode {
  const say = useSay();
  const bilingual = useBilingual();
  const { templateById, legalBasisById } = useReference();
  const rows = found.flatMap(({ templateId }): FactRow[] => {
    const template = templateById.get(templateId);
    return template ? [{ label: legalBasisById.get(template.legalBasis)?.short ?? template.legalBasis, value: bilingual(template.title) }] : [];
  });
  return (
    <section aria-label={say('request.newTemplate')} className={flow.tight}>
      <h3>{say('request.newTemplate')}</h3>
      <Facts rows={rows} />
      {found.length > 1 && <p className={flow.quiet}>{say('finder.dialogLinked')}</p>}
    </section>
  );
}

/** The post's own region when the incident is in it, else the first region of the incident. */
function regionOf(dossier: NewRequestDossier | undefined, own: string): string {
  const codes = dossier?.regions.map(({ regionCode }) => regionCode) ?? [];
  return codes.includes(own) ? own : (codes[0] ?? own);
}
