import { type Logger, pino } from 'pino'

export type Log = Logger

/** The program's log: one JSON line each, without what could be personal or secret. */
export function openLog(level: string): Log {
  return pino({
    level,
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
