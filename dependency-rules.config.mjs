/**
 * The arrows of the house (ARCHITECTURE.md, "Top level"): who may import whom. `npm run check` runs it.
 * SWC reads the TypeScript because dependency-cruiser cannot use TypeScript 7 yet.
 */
const only = (folder, ...allowed) => ({
  name: `${folder}-imports`,
  comment: `${folder}/ may import only: ${['itself', ...allowed].join(', ')}`,
  severity: 'error',
  from: { path: `^${folder}/` },
  to: { path: '^(shared|db|electron|renderer|build|test)/', pathNot: `^(${[folder, ...allowed].join('|')})/` },
});

export default {
  forbidden: [
    { name: 'no-circle', severity: 'error', from: {}, to: { circular: true } },
    { name: 'unresolvable', severity: 'error', from: {}, to: { couldNotResolve: true, pathNot: '^(electron$|virtual:)' } },
    only('shared'),
    only('db', 'shared'),
    only('electron', 'shared', 'db'),
    only('renderer', 'shared'),
    {
      name: 'shared-is-pure',
      comment: 'shared/ knows no Node, no DOM, no clock: it runs in the window and in the store alike',
      severity: 'error',
      from: { path: '^shared/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'db-knows-no-electron',
      severity: 'error',
      from: { path: '^(db|shared|renderer)/' },
      to: { path: '^electron$' },
    },
    {
      name: 'db-has-no-texts',
      comment: 'all the texts of the application are half of the code of the store process: they are loaded when a paper is asked for, not at every start',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^shared/messages/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'features-do-not-import-features',
      comment: 'a feature shares through ui/, link/ or app/, never by reaching into its neighbour',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
  ],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    builtInModules: { add: ['electron'] },
    // packages that are ES modules only name no `require` entry
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
