/** Which screen belongs to which address. Each loads when it is first needed, so that the window starts small. */
import { type ReactNode, lazy } from 'react';
import { useSay } from '../ui/say.ts';
import { EmptyState } from '../ui/states.tsx';
import { type Route, href } from './routes.ts';

export const loadWorkboard = () => import('../features/workboard/index.tsx');
const WorkboardScreen = lazy(async () => ({ default: (await loadWorkboard()).WorkboardScreen }));
const DossiersScreen = lazy(async () => ({ default: (await import('../features/dossiers/index.tsx')).DossiersScreen }));
const DossierScreen = lazy(async () => ({ default: (await import('../features/dossiers/index.tsx')).DossierScreen }));
const RequestsScreen = lazy(async () => ({ default: (await import('../features/requests/index.tsx')).RequestsScreen }));
const RequestScreen = lazy(async () => ({ default: (await import('../features/requests/index.tsx')).RequestScreen }));
const RequestPane = lazy(async () => ({ default: (await import('../features/requests/index.tsx')).RequestPane }));
const ProposedValue = lazy(async () => ({ default: (await import('../features/requests/index.tsx')).ProposedValue }));
const FieldInput = lazy(async () => ({ default: (await import('../features/requests/index.tsx')).FieldInput }));
const AdvicesScreen = lazy(async () => ({ default: (await import('../features/advice/index.tsx')).AdvicesScreen }));
const AdviceScreen = lazy(async () => ({ default: (await import('../features/advice/index.tsx')).AdviceScreen }));
const RequestLifeScreen = lazy(async () => ({ default: (await import('../features/life/index.tsx')).RequestLifeScreen }));
const LifeOverviewScreen = lazy(async () => ({ default: (await import('../features/life/index.tsx')).LifeOverviewScreen }));
const CatalogueScreen = lazy(async () => ({ default: (await import('../features/catalogue/index.tsx')).CatalogueScreen }));
const ContactsScreen = lazy(async () => ({ default: (await import('../features/contacts/index.tsx')).ContactsScreen }));
const ExchangeScreen = lazy(async () => ({ default: (await import('../features/exchange/index.tsx')).ExchangeScreen }));
const LegalBasesScreen = lazy(async () => ({ default: (await import('../features/legal-bases/index.tsx')).LegalBasesScreen }));
const FinderScreen = lazy(async () => ({ default: (await import('../features/finder/index.tsx')).FinderScreen }));
const ScriptScreen = lazy(async () => ({ default: (await import('../features/exercise/index.tsx')).ScriptScreen }));
const DifferenceScreen = lazy(async () => ({ default: (await import('../features/differences/index.tsx')).DifferenceScreen }));
const HistoryScreen = lazy(async () => ({ default: (await import('../features/history/index.tsx')).HistoryScreen }));
const SpacesScreen = lazy(async () => ({ default: (await import('../features/spaces/index.tsx')).SpacesScreen }));
const SpaceScreen = lazy(async () => ({ default: (await import('../features/spaces/index.tsx')).SpaceScreen }));
const PacksScreen = lazy(async () => ({ default: (await import('../features/packs/index.tsx')).PacksScreen }));
const SettingsScreen = lazy(async () => ({ default: (await import('../features/settings/index.tsx')).SettingsScreen }));
const DesignScreen = lazy(async () => ({ default: (await import('../features/design/index.tsx')).DesignScreen }));

export function Screen({ route }: { readonly route: Route }): ReactNode {
  switch (route.room) {
    case 'workboard':
      return <WorkboardScreen />;
    case 'dossiers':
      return <DossiersScreen />;
    case 'dossier':
      return <DossierScreen key={route.id} id={route.id} />;
    case 'requests':
      return <RequestsScreen />;
    case 'request':
      return route.view === 'life' ? <RequestLifeScreen key={route.id} id={route.id} /> : <RequestScreen key={route.id} id={route.id} />;
    case 'advices':
      return <AdvicesScreen />;
    case 'advice':
      return <AdviceScreen key={route.id} id={route.id} RequestPane={RequestPane} ProposedValue={ProposedValue} />;
    case 'life':
      return <LifeOverviewScreen />;
    case 'catalogue':
      return <CatalogueScreen {...(route.id === undefined ? {} : { id: route.id })} />;
    case 'contacts':
      return <ContactsScreen {...(route.code === undefined ? {} : { code: route.code })} />;
    case 'exchange':
      return <ExchangeScreen />;
    case 'legalBases':
      return <LegalBasesScreen {...(route.id === undefined ? {} : { id: route.id })} />;
    case 'finder':
      return <FinderScreen key={route.dossierId} {...(route.dossierId === undefined ? {} : { dossierId: route.dossierId })} />;
    case 'script':
      return <ScriptScreen />;
    case 'difference':
      return <DifferenceScreen key={route.id} id={route.id} FieldInput={FieldInput} />;
    case 'history':
      return <HistoryScreen key={route.id} id={route.id} />;
    case 'spaces':
      return <SpacesScreen />;
    case 'space':
      return <SpaceScreen key={route.id} id={route.id} />;
    case 'packs':
      return <PacksScreen />;
    case 'settings':
      return <SettingsScreen />;
    case 'design':
      return <DesignScreen />;
    case 'unknown':
      return <UnknownScreen />;
  }
}

function UnknownScreen(): ReactNode {
  const say = useSay();
  return (
    <>
      <h1>{say('frame.unknown.title')}</h1>
      <EmptyState title={say('frame.unknown.happened')}>
        <a href={href({ room: 'workboard' })}>{say('frame.unknown.back')}</a>
      </EmptyState>
    </>
  );
}
