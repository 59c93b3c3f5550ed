/** What an offline till sold that was not there, or was promised to others: found when the sale is told. */
export type Collision = {
  collision_id: string
  place_id: string
  variant_id: string
  wanted: number
  missing: number
  promised: number
  promised_to: { kind: string; id: string; quantity: number }[]
}
