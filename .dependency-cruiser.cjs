/** Who may import whom. Each rule is an error; the fixture of the `deps` gate breaks each of them once. */
const testFiles = '\\.(test|spec)\\.tsx?$|^miniapp/(test|e2e)/|^shared/testing/';

/** `from` may import nothing of `to`. */
const never = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const entry = '^cloudfunctions/[a-z][^/]*/';
const sdk = 'node_modules/(@cloudbase/node-sdk|wx-server-sdk)/';

module.exports = {
  forbidden: [
    never('no-cycles', 'A cycle has no first reader.', {}, { circular: true }),
    never('resolvable', 'Every import must lead to a file.', {}, { couldNotResolve: true }),

    never(
      'shared-stands-alone',
      'shared imports itself and zod, nothing else.',
      { path: '^shared/', pathNot: testFiles },
      { pathNot: '^shared/|node_modules/zod/' },
    ),
    never(
      'zod-through-one-door',
      'zod must be set up before any schema exists: import shared/zod.ts.',
      { pathNot: '^shared/zod(-parts|-json-schema)?\\.ts$' },
      { path: 'node_modules/zod/' },
    ),
    never(
      'production-without-test-data',
      'Production never imports builders or the cast.',
      {
        path: '^(shared|miniapp/src|cloudfunctions)/',
        pathNot: `${testFiles}|^cloudfunctions/_(tools|local)/`,
      },
      { path: '^shared/testing/' },
    ),

    never(
      'miniapp-without-cloud',
      'The two sides meet only in shared.',
      { path: '^miniapp/' },
      { path: '^cloudfunctions/' },
    ),
    never(
      'cloud-without-miniapp',
      'The two sides meet only in shared.',
      { path: '^cloudfunctions/' },
      { path: '^miniapp/' },
    ),
    never(
      'app-without-tests',
      'The app never imports its harness.',
      { path: '^miniapp/src/', pathNot: '\\.test\\.tsx?$|^miniapp/src/app\\.config\\.ts$' },
      { path: '^miniapp/(test|e2e|config)/' },
    ),
    never(
      'feature-below-page',
      'pages import features, never the other way.',
      { path: '^miniapp/src/(features|components|lib|styles)/' },
      { path: '^miniapp/src/(pages|packages)/|^miniapp/src/app\\.' },
    ),
    never(
      'component-below-feature',
      'components and lib know no domain.',
      { path: '^miniapp/src/(components|lib)/' },
      { path: '^miniapp/src/features/' },
    ),
    never(
      'lib-below-component',
      'lib renders nothing.',
      { path: '^miniapp/src/lib/' },
      { path: '^miniapp/src/components/' },
    ),
    never(
      'features-are-strangers',
      'No feature imports a sibling: what both need is a rule in shared or a component.',
      { path: '^miniapp/src/features/([^/]+)/' },
      { path: '^miniapp/src/features/', pathNot: '^miniapp/src/features/$1/' },
    ),
    never(
      'pages-are-strangers',
      'A page is reached by its route, not by an import.',
      { path: '^miniapp/src/(?:pages|packages/[^/]+/pages)/([^/]+)/' },
      {
        path: '^miniapp/src/(?:pages|packages/[^/]+/pages)/',
        pathNot: '^miniapp/src/(?:pages|packages/[^/]+/pages)/$1/',
      },
    ),

    never(
      'sdk-behind-adapter',
      'Only the adapters touch the SDK.',
      { path: '^(cloudfunctions|miniapp|shared)/', pathNot: '^cloudfunctions/_(adapters|local|tools)/' },
      { path: sdk },
    ),
    never(
      'production-without-local',
      'Nothing that is deployed imports the local cloud or the tools.',
      {
        path: `${entry}|^cloudfunctions/_(core|stores|operations|adapters)/`,
        pathNot: '\\.test\\.ts$',
      },
      { path: '^cloudfunctions/_(local|tools)/' },
    ),
    never(
      'entries-are-strangers',
      'Each deployed function stands alone.',
      { path: '^cloudfunctions/([a-z][^/]*)/' },
      { path: entry, pathNot: '^cloudfunctions/$1/' },
    ),
    never(
      'nothing-imports-entries',
      'An entry is where it all comes together.',
      { path: '^cloudfunctions/_(core|stores|operations|adapters)/', pathNot: '\\.test\\.ts$' },
      { path: entry },
    ),
    never(
      'adapters-at-the-entry',
      'Adapters implement the ports of _core and are wired at the entry.',
      { path: '^cloudfunctions/_(core|stores|operations)/', pathNot: '\\.test\\.ts$' },
      { path: '^cloudfunctions/_adapters/' },
    ),
    never(
      'adapter-below-core',
      'An adapter implements ports; it knows no operation and no record.',
      { path: '^cloudfunctions/_adapters/', pathNot: '\\.test\\.ts$' },
      { path: '^cloudfunctions/_(operations|stores)/' },
    ),
    never(
      'core-below-operations',
      '_core hands the stores to operations (by their one list) and knows no operation.',
      { path: '^cloudfunctions/_core/', pathNot: '\\.test\\.ts$' },
      { path: '^cloudfunctions/_(operations|stores)/', pathNot: '^cloudfunctions/_stores/stores\\.ts$' },
    ),
    never(
      'store-below-operation',
      'A store reads and writes; it decides nothing.',
      { path: '^cloudfunctions/_stores/', pathNot: '\\.test\\.ts$' },
      { path: '^cloudfunctions/_operations/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(cloudfunctions|miniapp)/dist/|^(cloudfunctions|miniapp|shared)/.*/fixtures/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs', '.json', '.scss'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
