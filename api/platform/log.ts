import { type Logger, pino } from 'pino'

export type Log = Logger

/** The program's log: one JSON line each, without what could be personal or secret. */
export function openLog(level: string): Log {
  return pino({
    level,
    serializers: { err: told },
    redact: {
      paths: [
        'password',
        'token',
        'email',
        'authorization',
        'cookie',
        '*.password',
        '*.token',
        '*.email',
        '*.authorization',
        '*.cookie',
      ],
      censor: '[kept out of the log]',
    },
  })
}

/** An error by what helps to find it: libraries hang whole connections, with their settings, onto theirs. */
function told(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const { name, message, stack, cause } = error
  const { code } = error as { code?: unknown }
  return { name, message, code, stack, cause: cause && told(cause) }
}
