/** The house as a command needs it: its database, attached and up to date, with its key. */
import { attachShared, defaultFolder } from '#core/attach'
import { open, type Pool } from '#core/database'
import { confirmKey, loadKey } from '#core/key'
import { migrate } from '#core/migrate'
import { onStop } from '#core/stop'
import { rooms } from '#rooms'

export type OpenHouse = { db: Pool; url: string; folder: string | undefined; close(): Promise<void> }

/** Attach to the database (beside an engawa that runs), bring it to this version, install and confirm the key. */
export async function openHouse(data: string | undefined, name: string): Promise<OpenHouse> {
  const folder = process.env.DATABASE_URL ? undefined : (data ?? defaultFolder())
  const database = await attachShared(folder)
  onStop(() => database.stop())
  try {
    const key_from = loadKey({ url: database.url, folder })
    await migrate(database.url, rooms)
    const db = open(database.url, { connections: 4, name })
    await confirmKey(db, key_from)
    const close = async () => {
      await db.close()
      await database.stop()
    }
    return { db, url: database.url, folder, close }
  } catch (error) {
    await database.stop()
    throw error
  }
}
