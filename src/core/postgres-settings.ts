/** How the embedded PostgreSQL is set, for a shop's own small server; a `DATABASE_URL` server keeps its own settings. */
import { statfsSync } from 'node:fs'

/** Command line settings of the server. */
export function serverSettings(port: number, fsync: boolean): string[] {
  const settings: Record<string, string | number> = {
    cluster_name: 'engawa',
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: 200,
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '16MB',
    maintenance_work_mem: '128MB',
    min_wal_size: '256MB',
    max_wal_size: '2GB',
    // Each checkpoint makes the next change of every page cost the whole page: fewer of them, as far as max_wal_size lets.
    checkpoint_timeout: '15min',
    // A backup that nobody keeps must not fill the disk: beyond this it has to begin with a new copy.
    max_slot_wal_keep_size: '8GB',
    random_page_cost: 1.1,
    // Short statements by the thousand: compiling them costs more than it saves.
    jit: 'off',
    max_parallel_workers_per_gather: 2,
    autovacuum_naptime: '20s',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_line_prefix: '%m [%p] ',
    // Statements and the keys in error details may hold what people typed: none of it belongs in a log file.
    log_error_verbosity: 'terse',
    log_min_error_statement: 'panic',
    log_min_messages: 'warning',
    log_checkpoints: 'off',
    dynamic_shared_memory_type: smallSharedMemory() ? 'mmap' : 'posix',
  }
  if (!fsync) Object.assign(settings, { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' })
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
}

/** Containers often have 64 MB of /dev/shm, which a parallel query exhausts. */
function smallSharedMemory(): boolean {
  if (process.platform !== 'linux') return false
  try {
    const { bsize, blocks } = statfsSync('/dev/shm')
    return bsize * blocks < 256 * 1024 * 1024
  } catch {
    return true
  }
}
