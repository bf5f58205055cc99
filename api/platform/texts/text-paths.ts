/** Where the provider of texts reports on what we sent. */
export const STATUS_PATH = '/texts/twilio/status'
/** Where it passes on what people text to us. */
export const INBOUND_PATH = '/texts/twilio/inbound'
