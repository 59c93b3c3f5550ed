import { index, type RouteConfig, route } from '@react-router/dev/routes'

export default [
  index('pages/home.tsx'),
  route('search', 'pages/search.tsx'),
  route('products/:product_id', 'pages/products.$product_id.tsx'),
  route('cart', 'pages/cart.tsx'),
  route('checkout', 'pages/checkout.tsx'),
  route('orders/:order_id', 'pages/orders.$order_id.tsx'),
  route('card', 'pages/card.tsx'),
  route('account', 'pages/account.tsx'),
  route('line', 'pages/line.tsx'),
  route('join/:code?', 'pages/join.tsx'),
  route('*', 'pages/missing.tsx'),
] satisfies RouteConfig
