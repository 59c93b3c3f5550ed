-- How an order came to the shop that sold it, where it was not its till: by the code on its counter.
alter table orders.promise add column route text constraint promise_route_known check (route = 'counter_qr');
