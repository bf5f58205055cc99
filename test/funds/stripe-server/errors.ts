/** What Stripe answers when it refuses: its HTTP status and the body's `error`. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly body: Record<string, unknown>,
  ) {
    super(String(body['message'] ?? body['code'] ?? body['type']))
  }
}

export function cardError(code: string, declineCode?: string): Refused {
  return new Refused(402, {
    type: 'card_error',
    code,
    decline_code: declineCode,
    message: 'Not with this card.',
  })
}

export function invalid(code: string, message: string, param?: string): Refused {
  return new Refused(400, { type: 'invalid_request_error', code, message, param })
}

export function missing(what: string, id: string, param = 'id'): Refused {
  return new Refused(404, {
    type: 'invalid_request_error',
    code: 'resource_missing',
    message: `No such ${what}: '${id}'`,
    param,
  })
}
