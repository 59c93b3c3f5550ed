/** The retailer's own ids carry the name of their source: number 17 of the till is not number 17 of the shop on the web. */
export function keyOf(source: string, external_id: string): string {
  return `${source}:${external_id}`
}
