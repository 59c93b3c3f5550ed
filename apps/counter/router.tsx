import { createBrowserRouter } from 'react-router'
import { ErrorState } from '../kit/States.tsx'
import { Counter } from './Counter.tsx'
import { HerCartPage } from './pages/customers.$customer_id.cart.tsx'
import { CustomersPage } from './pages/customers.tsx'
import { DrawerPage } from './pages/drawer.tsx'
import { GiftCardsPage } from './pages/gift-cards.tsx'
import { GiftOrderPage } from './pages/gifts.$order_id.tsx'
import { GiftsPage } from './pages/gifts.tsx'
import { MorePage } from './pages/more.tsx'
import { QueuePage } from './pages/queue.tsx'
import { ReceiptPage } from './pages/receipts.$number.tsx'
import { ReturnsPage } from './pages/returns.tsx'
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
        { path: 'customers/:customer_id/cart', Component: HerCartPage },
        { path: 'gifts', Component: GiftsPage },
        { path: 'gifts/:order_id', Component: GiftOrderPage },
        { path: 'stock', Component: StockPage },
        { path: 'more', Component: MorePage },
        { path: 'drawer', Component: DrawerPage },
        { path: 'gift-cards', Component: GiftCardsPage },
        { path: 'returns', Component: ReturnsPage },
        { path: 'receipts/:number', Component: ReceiptPage },
        { path: '*', Component: SalePage },
      ],
    },
  ],
  // With its slash: the page at the root must lie within the service worker’s scope.
  { basename: '/counter/' },
)
