/**
 * The floors of the house, from the roof down. A room imports from itself and from the floors below it.
 * Rooms that share a floor do not import each other. Where one of a row may import the next
 * (disputes → campaigns → … → tasks), each stands on a floor of its own.
 */
const floors = [
  ['main'],
  ['app'],
  ['notifications', 'webhooks', 'audit'],
  ['domain-events'],
  ['feed', 'reports'],
  ['disputes'],
  ['campaigns'],
  ['outreach'],
  ['onboarding'],
  ['provisioning'],
  ['tasks'],
  ['messages'],
  ['orders'],
  ['catalogue', 'funds'],
  ['accounts', 'files'],
  ['platform'],
  ['lib'],
]

const rooms = floors.flat()
const inRooms = (names) => `^api/(${names.join('|')})(/|\\.ts$)`

const upward = floors.flatMap((floor, height) =>
  floor.map((room) => {
    const outOfReach = [...floors.slice(0, height).flat(), ...floor.filter((other) => other !== room)]
    return {
      name: `${room}-looks-up`,
      comment: `${room} imports from itself and from lower floors only; see docs/architecture.md, Floors.`,
      severity: 'error',
      from: { path: inRooms([room]) },
      to: { path: outOfReach.length > 0 ? inRooms(outOfReach) : '^$' },
    }
  }),
)

const forbidden = [
  ...upward,
  {
    name: 'room-without-floor',
    comment: 'Every file of api/ stands in a room of the floors list.',
    severity: 'error',
    from: { path: '^api/', pathNot: inRooms(rooms) },
    to: {},
  },
  {
    name: 'into-room-without-floor',
    comment: 'Every file of api/ stands in a room of the floors list.',
    severity: 'error',
    from: {},
    to: { path: '^api/', pathNot: inRooms(rooms) },
  },
  {
    name: 'circle',
    comment: 'No circles, type-only ones included.',
    severity: 'error',
    from: {},
    to: { circular: true },
  },
  {
    name: 'front-end-reaches-behind-the-schema',
    comment: 'The schema is the only wire between a front end and the program, and the two share nothing.',
    severity: 'error',
    from: { path: '^(admin|portal)/' },
    to: { path: '^(api|migrations|scripts|test|bench)/' },
  },
  {
    name: 'admin-in-portal',
    severity: 'error',
    from: { path: '^admin/' },
    to: { path: '^portal/' },
  },
  {
    name: 'portal-in-admin',
    severity: 'error',
    from: { path: '^portal/' },
    to: { path: '^admin/' },
  },
  {
    name: 'program-imports-its-surroundings',
    severity: 'error',
    from: { path: '^(api|migrations)/' },
    to: { path: '^(admin|portal|scripts|test|bench)/' },
  },
  {
    name: 'migration-imports-a-room',
    comment: 'A migration must still say the same in two years, so it stands on the ground floors alone.',
    severity: 'error',
    from: { path: '^migrations/' },
    to: { path: '^api/', pathNot: inRooms(['platform', 'lib']) },
  },
  {
    name: 'program-needs-a-development-package',
    severity: 'error',
    from: { path: '^(api|migrations)/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'], dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'unresolved',
    comment: 'The typed-document package holds types alone, which only tsc can find.',
    severity: 'error',
    from: {},
    to: { couldNotResolve: true, pathNot: '\\.css$|^@graphql-typed-document-node/core$' },
  },
]

export default {
  forbidden,
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage)/' },
    enhancedResolveOptions: {
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
}
