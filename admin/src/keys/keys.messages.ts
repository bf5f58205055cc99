/** The words of API keys. */
export const keysMessages = {
  keys: {
    title: 'API keys',
    none: 'None was made. Owners make them in the portal.',
    reading: 'Reading…',
    name: 'Name',
    scopes: 'May',
    state: 'State',
    keeper: 'Who answers for it',
    lastUsedAt: 'Last used',
    neverUsed: 'Never',
    actions: 'Actions',
  },
}
