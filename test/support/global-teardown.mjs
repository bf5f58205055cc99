export default async function globalTeardown() {
  await globalThis.waybillTestPostgres?.stop()
}
