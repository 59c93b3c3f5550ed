import { createBrowserRouter } from 'react-router'
import { ErrorState } from '../kit/States.tsx'
import { Console } from './Console.tsx'
import { CustomerPage } from './pages/customers.$customer_id.tsx'
import { CustomersPage } from './pages/customers.tsx'
import { NowPage } from './pages/now.tsx'
import { ProductPage } from './pages/products.$product_id.tsx'
import { ProductsPage } from './pages/products.tsx'

export const router = createBrowserRouter(
  [
    {
      path: '/',
      Component: Console,
      errorElement: <ErrorState error={new Error('screen')} onRetry={() => location.reload()} />,
      children: [
        { index: true, Component: NowPage },
        { path: 'customers', Component: CustomersPage },
        { path: 'customers/:customer_id', Component: CustomerPage },
        { path: 'products', Component: ProductsPage },
        { path: 'products/:product_id', Component: ProductPage },
        { path: '*', Component: NowPage },
      ],
    },
  ],
  { basename: '/console' },
)
