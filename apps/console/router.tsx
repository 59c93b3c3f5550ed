import { createBrowserRouter } from 'react-router'
import { ErrorState } from '../kit/States.tsx'
import { Console } from './Console.tsx'
import { ApiKeysPage } from './pages/api-keys.tsx'
import { CategoriesPage } from './pages/categories.tsx'
import { CustomerPage } from './pages/customers.$customer_id.tsx'
import { CustomersPage } from './pages/customers.tsx'
import { DeliveriesPage } from './pages/deliveries.tsx'
import { ExpiriesPage } from './pages/expiries.tsx'
import { HealthPage } from './pages/health.tsx'
import { ImportPage } from './pages/imports.$import_id.tsx'
import { NewImportPage } from './pages/imports.new.tsx'
import { ImportsPage } from './pages/imports.tsx'
import { LedgerPage } from './pages/ledger.tsx'
import { LotsPage } from './pages/lots.tsx'
import { MaturityPage } from './pages/maturity.tsx'
import { NowPage } from './pages/now.tsx'
import { EditOfferPage, NewOfferPage } from './pages/offers.$offer_id.edit.tsx'
import { OfferPage } from './pages/offers.$offer_id.tsx'
import { OffersPage } from './pages/offers.tsx'
import { OrderPage } from './pages/orders.$order_id.tsx'
import { OrdersPage } from './pages/orders.tsx'
import { PairsPage } from './pages/pairs.tsx'
import { NewPlacePage, PlacePage } from './pages/places.$place_id.tsx'
import { PlacesPage } from './pages/places.tsx'
import { PointsPage } from './pages/points.tsx'
import { PrivacyRequestsPage } from './pages/privacy-requests.tsx'
import { EditProductPage, NewProductPage } from './pages/products.$product_id.edit.tsx'
import { ProductPage } from './pages/products.$product_id.tsx'
import { ProductsPage } from './pages/products.tsx'
import { NewSegmentPage, SegmentPage } from './pages/segments.$segment_id.tsx'
import { SegmentsPage } from './pages/segments.tsx'
import { SendingsPage } from './pages/sendings.tsx'
import { SettingPage } from './pages/settings.$key.tsx'
import { SettingsPage } from './pages/settings.tsx'
import { EditShelfCampaignPage, NewShelfCampaignPage } from './pages/shelf-campaigns.$campaign_id.edit.tsx'
import { ShelfCampaignPage } from './pages/shelf-campaigns.$campaign_id.tsx'
import { ShelfCampaignsPage } from './pages/shelf-campaigns.tsx'
import { ShelfEntriesPage } from './pages/shelf-entries.tsx'
import { ShrinkagePage } from './pages/shrinkage.tsx'
import { SignUpsPage } from './pages/sign-ups.tsx'
import { StaffPage } from './pages/staff.tsx'
import { StockPage } from './pages/stock.tsx'
import { NewTagPage, TagPage } from './pages/tags.$tag_id.tsx'
import { TagsPage } from './pages/tags.tsx'
import { TasksPage } from './pages/tasks.tsx'
import { TransfersPage } from './pages/transfers.tsx'
import { WebhooksPage } from './pages/webhooks.tsx'

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
        { path: 'segments', Component: SegmentsPage },
        { path: 'segments/new', Component: NewSegmentPage },
        { path: 'segments/:segment_id', Component: SegmentPage },
        { path: 'tags', Component: TagsPage },
        { path: 'tags/new', Component: NewTagPage },
        { path: 'tags/:tag_id', Component: TagPage },
        { path: 'pairs', Component: PairsPage },
        { path: 'privacy-requests', Component: PrivacyRequestsPage },
        { path: 'products', Component: ProductsPage },
        { path: 'products/new', Component: NewProductPage },
        { path: 'products/:product_id', Component: ProductPage },
        { path: 'products/:product_id/edit', Component: EditProductPage },
        { path: 'stock', Component: StockPage },
        { path: 'transfers', Component: TransfersPage },
        { path: 'deliveries', Component: DeliveriesPage },
        { path: 'categories', Component: CategoriesPage },
        { path: 'orders', Component: OrdersPage },
        { path: 'orders/:order_id', Component: OrderPage },
        { path: 'tasks', Component: TasksPage },
        { path: 'offers', Component: OffersPage },
        { path: 'offers/new', Component: NewOfferPage },
        { path: 'offers/:offer_id', Component: OfferPage },
        { path: 'offers/:offer_id/edit', Component: EditOfferPage },
        { path: 'shelf-campaigns', Component: ShelfCampaignsPage },
        { path: 'shelf-campaigns/new', Component: NewShelfCampaignPage },
        { path: 'shelf-campaigns/:campaign_id', Component: ShelfCampaignPage },
        { path: 'shelf-campaigns/:campaign_id/edit', Component: EditShelfCampaignPage },
        { path: 'shelf-entries', Component: ShelfEntriesPage },
        { path: 'maturity', Component: MaturityPage },
        { path: 'sign-ups', Component: SignUpsPage },
        { path: 'shrinkage', Component: ShrinkagePage },
        { path: 'points', Component: PointsPage },
        { path: 'expiries', Component: ExpiriesPage },
        { path: 'lots', Component: LotsPage },
        { path: 'ledger', Component: LedgerPage },
        { path: 'places', Component: PlacesPage },
        { path: 'places/new', Component: NewPlacePage },
        { path: 'places/:place_id', Component: PlacePage },
        { path: 'staff', Component: StaffPage },
        { path: 'api-keys', Component: ApiKeysPage },
        { path: 'webhooks', Component: WebhooksPage },
        { path: 'sendings', Component: SendingsPage },
        { path: 'imports', Component: ImportsPage },
        { path: 'imports/new', Component: NewImportPage },
        { path: 'imports/:import_id', Component: ImportPage },
        { path: 'settings', Component: SettingsPage },
        { path: 'settings/:key', Component: SettingPage },
        { path: 'health', Component: HealthPage },
        { path: '*', Component: NowPage },
      ],
    },
  ],
  { basename: '/console' },
)
