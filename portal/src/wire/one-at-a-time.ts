/**
 * The same act, but never twice at once: whoever asks while it runs shares the one run after it, which begins anew and so
 * sees what they ask for. What is given back settles with the run that began after the call.
 */
export function oneAtATime(act: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  let after: Promise<void> | undefined
  const run = async (): Promise<void> => {
    try {
      await act()
    } finally {
      running = after
      after = undefined
    }
  }
  return () => {
    if (running) return (after ??= running.then(run, run))
    return (running = run())
  }
}
