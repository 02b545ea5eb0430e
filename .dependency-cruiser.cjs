/**
 * The fence. Each rule says why it stands; a rule nobody can explain should go.
 *
 * @type {import('dependency-cruiser').IConfiguration}
 */

const LIBS = '^libs/(domain|persistence|application|workflows)/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'In a circle no part can be understood, tested or loaded by itself, and ES modules in one see each other half-made.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'domain-depends-on-nothing',
      comment:
        'The rules must run anywhere (production, rehearsal, simulation, Temporal sandbox), so they know no database, framework, clock or operating system.',
      severity: 'error',
      from: { path: '^libs/domain/src/' },
      to: { pathNot: '^libs/domain/src/' },
    },
    {
      name: 'workflows-see-only-the-domain',
      comment:
        'Workflow code is replayed: whatever it loads must be deterministic. Data come through activities, never by import.',
      severity: 'error',
      from: { path: '^libs/workflows/src/' },
      to: { path: [LIBS, '^apps/'], pathNot: ['^libs/workflows/src/', '^libs/domain/src/index\\.ts$'] },
    },
    {
      name: 'workflows-without-node',
      comment:
        'Temporal bundles workflows for an isolate without Node: a built-in would fail there, or read the host clock or random source.',
      severity: 'error',
      from: { path: '^libs/workflows/src/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'workflows-use-only-the-sdk',
      comment: 'A third-party package in a workflow becomes part of every replay; only the SDK is made for that.',
      severity: 'error',
      from: { path: '^libs/workflows/src/' },
      to: { path: 'node_modules/', pathNot: 'node_modules/@temporalio/' },
    },
    {
      name: 'persistence-knows-the-domain-only',
      comment:
        'The record stores what the domain says. Use cases and workflows stand above it and call it, not the other way round.',
      severity: 'error',
      from: { path: '^libs/persistence/src/' },
      to: { path: [LIBS, '^apps/'], pathNot: ['^libs/persistence/src/', '^libs/domain/src/index\\.ts$'] },
    },
    {
      name: 'application-knows-no-app',
      comment:
        'Use cases are shared by api and worker; an import from an app would tie them to HTTP or to the Temporal worker.',
      severity: 'error',
      from: { path: '^libs/application/src/' },
      to: { path: '^apps/' },
    },
    {
      name: 'libraries-know-no-http',
      comment: 'Errors and results are the domain’s own; status codes are chosen once, at the edge of the api.',
      severity: 'error',
      from: { path: LIBS },
      to: { path: 'node_modules/(@nestjs|fastify|@fastify)/' },
    },
    {
      name: 'client-knows-nothing-of-us',
      comment:
        'The client is made from openapi.json alone. An import from inside would promise callers more than the document does.',
      severity: 'error',
      from: { path: '^libs/api-client/src/' },
      to: { path: ['^libs/', '^apps/'], pathNot: '^libs/api-client/src/' },
    },
    {
      name: 'client-is-for-callers',
      comment: 'Who serves the API must not call it: only tests and the web application are callers.',
      severity: 'error',
      from: { path: ['^libs/', '^apps/', '^scripts/'], pathNot: ['^libs/api-client/', '^apps/web/'] },
      to: { path: '^libs/api-client/' },
    },
    {
      name: 'api-goes-through-the-application',
      comment:
        'A controller that reaches the tables or the workflows directly steps around rights, history and unique keys.',
      severity: 'error',
      from: { path: '^apps/api/src/' },
      to: { path: [LIBS, '^apps/worker/'], pathNot: '^libs/application/src/index\\.ts$' },
    },
    {
      name: 'worker-goes-through-application-and-workflows',
      comment: 'Activities are use cases; the worker only wires them to Temporal, and so needs no table of its own.',
      severity: 'error',
      from: { path: '^apps/worker/src/' },
      to: { path: [LIBS, '^apps/api/'], pathNot: '^libs/(application|workflows)/src/index\\.ts$' },
    },
    {
      name: 'no-deep-imports',
      comment:
        'Another package is entered by its front door (src/index.ts, or the workflow bundle’s entry), so that its inside may change.',
      severity: 'error',
      from: { path: '^libs/([^/]+)/src/' },
      to: { path: '^libs/[^/]+/src/', pathNot: ['^libs/$1/src/', '^libs/[^/]+/src/index\\.ts$'] },
    },
    {
      name: 'apps-do-not-use-scripts-or-tests',
      comment: 'What runs in production must not need the developer’s tools, which are not shipped with it.',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/' },
      to: { path: '^(scripts|test|bench)/' },
    },
    {
      name: 'nothing-unresolvable',
      comment: 'An import that resolves to nothing fails only when it is reached.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-undeclared-packages',
      comment: 'A package that happens to be hoisted today is gone tomorrow: every workspace declares what it imports.',
      severity: 'error',
      from: { path: '^(apps|libs)/[^/]+/src/' },
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    combinedDependencies: false,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      // @duban/x resolves to its sources, as in tsx, vitest and the type check.
      conditionNames: ['source', 'import', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
