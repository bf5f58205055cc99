import { TextTrouble, type TextProvider } from './text-provider.js'

/** No way out: what is texted in production without a provider fails, and says so, instead of being taken for sent. */
export function noTexts(): TextProvider {
  return {
    mode: 'none',
    send: async () => ({ state: 'FAILED', cause: 'NOT_SET_UP', failure: null, providerId: null }),
    find: async () => undefined,
    ask: async () => {
      throw new TextTrouble('later', 'There is nobody to ask.')
    },
    read: () => undefined,
  }
}
