import { createBrowserRouter } from 'react-router'
import { ErrorState } from '../kit/States.tsx'
import { Counter } from './Counter.tsx'
import { CustomersPage } from './pages/customers.tsx'
import { QueuePage } from './pages/queue.tsx'
import { ReceiptPage } from './pages/receipts.$order_id.tsx'
import { SalePage } from './pages/sale.tsx'
import { StockPage } from './pages/stock.tsx'

export const router = createBrowserRouter(
  [
    {
      path: '/',
      Component: Counter,
      errorElement: <ErrorState error={new Error('screen')} onRetry={() => location.reload()} />,
      children: [
        { index: true, Component: SalePage },
        { path: 'queue', Component: QueuePage },
        { path: 'customers/:customer_id?', Component: CustomersPage },
        { path: 'stock', Component: StockPage },
        { path: 'receipts/:order_id', Component: ReceiptPage },
        { path: '*', Component: SalePage },
      ],
    },
  ],
  { basename: '/counter' },
)
