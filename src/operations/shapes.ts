import Type from 'typebox'

const Count = Type.Integer({ minimum: 0 })
const Seconds = Type.Number({ minimum: 0 })
const Milliseconds = Type.Number({ minimum: 0 })
const Time = Type.String({ format: 'date-time' })

export const Degraded = Type.Object({
  part: Type.String({ description: 'work, pending, webhooks or connections' }),
  ja: Type.String(),
  en: Type.String(),
})
export const Work = Type.Object({
  healthy: Type.Boolean(),
  degraded: Type.Array(Degraded),
  dispatching: Type.Boolean({ description: 'Whether any worker hands work out just now' }),
  reactions: Type.Array(
    Type.Object({
      reaction: Type.String(),
      waiting: Count,
      due: Count,
      stuck: Type.Integer({ minimum: 0, description: 'Failed too often: waits for a person' }),
      oldest_due_seconds: Seconds,
    }),
  ),
  summaries: Type.Object({ waiting: Count, oldest_seconds: Seconds }),
  webhooks: Type.Object({ due: Count, oldest_due_seconds: Seconds, switched_off: Count }),
})
export const Processes = Type.Object({
  items: Type.Array(
    Type.Object({
      process_id: Type.String({ format: 'uuid' }),
      role: Type.String({ description: 'api, worker or all' }),
      host: Type.String(),
      pid: Count,
      started_at: Time,
      seen_at: Type.String({ format: 'date-time', description: 'Its last word; it speaks every ten seconds' }),
      figures: Type.Object({
        reactions: Type.Object({ done: Count, lag_p50_ms: Type.Integer(), lag_p95_ms: Type.Integer() }),
        connections: Type.Object({ busy: Type.Integer(), idle: Count, in_line: Count }),
        memory_mb: Count,
      }),
    }),
  ),
})
export const Statements = Type.Object({
  source: Type.String({ description: 'pg_stat_statements, or own: those that our processes noticed' }),
  slower_than_ms: Type.Union([Milliseconds, Type.Null()], { description: 'What our processes take note of' }),
  items: Type.Array(
    Type.Object({
      statement: Type.String({ description: 'Its text; values are never part of it' }),
      calls: Count,
      total_ms: Milliseconds,
      mean_ms: Milliseconds,
      max_ms: Milliseconds,
    }),
  ),
})
