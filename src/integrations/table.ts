/** A whole file as a table in memory, its encoding, packing and delimiter found out. */
import { onDisk, survey } from '#integrations/file'
import { opened } from '#integrations/guess'

/** The names of a file's columns and all its rows; refuses (404) what is no file and (422) what cannot be read. */
export async function tableOf(
  path: string,
  encoding?: string,
): Promise<{ header: readonly string[]; rows: string[][] }> {
  const { header, rows } = await opened(
    await survey(onDisk(path), encoding ? { encoding } : {}),
    Number.POSITIVE_INFINITY,
  )
  return { header, rows }
}
