import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { take } from '../../kit/client.ts'
import { useName } from '../../kit/naming.ts'
import { SkeletonRows } from '../../kit/Skeleton.tsx'
import { ErrorState } from '../../kit/States.tsx'
import { api } from '../api.ts'
import { ProductForm } from '../goods/ProductForm.tsx'
import { Screen } from '../Top.tsx'
import { useWords } from '../words.ts'

/** A product under its merchandiser's pen. */
export function EditProductPage() {
  const { product_id = '' } = useParams()
  const name = useName()
  const product = useQuery({
    queryKey: ['catalog product', product_id],
    queryFn: () =>
      take(
        api.GET('/v1/catalog/products/{product_id}', { params: { path: { product_id }, query: { channel: 'ec' } } }),
      ),
    staleTime: 0,
  })
  return (
    <Screen title={product.data ? name(product.data) : ''}>
      {product.isPending ? (
        <SkeletonRows rows={6} className="h-14" />
      ) : product.isError ? (
        <ErrorState error={product.error} onRetry={() => product.refetch()} />
      ) : (
        <div className="max-w-[64rem]">
          <ProductForm key={product.data.version} product={product.data} />
        </div>
      )}
    </Screen>
  )
}

/** A product that is not there yet. */
export function NewProductPage() {
  const w = useWords()
  return (
    <Screen title={w.newProduct}>
      <div className="max-w-[64rem]">
        <ProductForm />
      </div>
    </Screen>
  )
}
