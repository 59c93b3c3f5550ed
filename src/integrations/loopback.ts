/** Whether webhooks may go to this machine itself, by http too: for development, never in production. */
export function loopback(): boolean {
  return process.env.ENGAWA_WEBHOOK_LOOPBACK === '1' && process.env.ENGAWA_ENV !== 'production'
}
