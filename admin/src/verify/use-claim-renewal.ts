import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useDataProvider, useGetIdentity } from 'react-admin'
import type { WaybillDataProvider } from '../data/data-provider.js'
import type { OnboardingPageFragment } from '../gen/documents.js'

const everyMs = 10 * 60_000

/** Keeps one's own claim while the page is in use: renewed every ten minutes in which somebody touched it. */
export function useClaimRenewal(doc: OnboardingPageFragment): void {
  const dataProvider = useDataProvider<WaybillDataProvider>()
  const queryClient = useQueryClient()
  const { identity } = useGetIdentity()
  const mine = doc.status === 'IN_REVIEW' && doc.reviewer?.id === identity?.id
  useEffect(() => {
    if (!mine) return
    let used = false
    const touch = () => (used = true)
    const renew = async () => {
      if (!used) return
      used = false
      await dataProvider.verb('claimOnboarding', { id: doc.id }, { idempotencyKey: crypto.randomUUID() })
      await queryClient.invalidateQueries({ queryKey: ['onboardingDocuments', 'getOne'] })
    }
    const timer = setInterval(() => void renew().catch(() => undefined), everyMs)
    document.addEventListener('pointerdown', touch)
    document.addEventListener('keydown', touch)
    return () => {
      clearInterval(timer)
      document.removeEventListener('pointerdown', touch)
      document.removeEventListener('keydown', touch)
    }
  }, [mine, doc.id, dataProvider, queryClient])
}
