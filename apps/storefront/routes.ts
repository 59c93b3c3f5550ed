import { index, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  index('pages/home.tsx'),
  route('search', 'pages/search.tsx'),
  route('products/:product_id', 'pages/products.$product_id.tsx'),
  route('categories/:category_id', 'pages/categories.$category_id.tsx'),
  route('cart', 'pages/cart.tsx'),
  route('checkout', 'pages/checkout.tsx'),
  route('orders', 'pages/orders.tsx'),
  route('orders/:order_id/receipt', 'pages/orders.$order_id.receipt.ts'),
  route('orders/:order_id', 'pages/orders.$order_id.tsx'),
  route('card', 'pages/card.tsx'),
  route('holds', 'pages/holds.tsx'),
  route('wishes', 'pages/wishes.tsx'),
  route('points', 'pages/points.tsx'),
  route('addresses', 'pages/addresses.tsx'),
  route('security', 'pages/security.tsx'),
  route('privacy', 'pages/privacy.tsx'),
  route('account', 'pages/account.tsx'),
  route('line', 'pages/line.tsx'),
  route('join/:code?', 'pages/join.tsx'),
  route('*', 'pages/missing.tsx'),
] satisfies RouteConfig
