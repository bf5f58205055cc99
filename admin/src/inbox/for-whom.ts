interface Business {
  id: string
  name: string
}

/** Whom an order is for, where that is somebody else than its buyer. */
export function forWhom(order: { buyer: Business | null; beneficiary: Business | null } | null | undefined) {
  return order?.beneficiary?.id === order?.buyer?.id ? undefined : order?.beneficiary?.name
}
