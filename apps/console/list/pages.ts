import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'

type Page<Row> = { items: Row[]; next: string | null }
const MOST_PAGES = 100

/** Rows that come page by page: those here, more of them, and all of them for a file. */
export function usePages<Row>(
  queryKey: readonly unknown[],
  page: (after: string) => Promise<Page<Row>>,
  more: { refetchInterval?: number } = {},
) {
  const found = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => page(pageParam),
    initialPageParam: '',
    getNextPageParam: (last) => last.next || undefined,
    placeholderData: keepPreviousData,
    ...more,
  })
  return {
    rows: found.data?.pages.flatMap(({ items }) => items),
    error: found.error,
    onRetry: () => void found.refetch(),
    onMore: found.hasNextPage ? () => void found.fetchNextPage() : undefined,
    whole: async () => {
      const rows: Row[] = []
      let after = ''
      for (let read = 0; read < MOST_PAGES; read++) {
        const { items, next } = await page(after)
        rows.push(...items)
        if (!next) break
        after = next
      }
      return rows
    },
  }
}
