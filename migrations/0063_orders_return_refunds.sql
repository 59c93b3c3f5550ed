-- How far a refund has come is told by its payment's operation; the return remembers only which one it asked for.
drop index orders.return_refund_owed;
alter table orders.return_refund
  drop column state,
  drop column settled_at,
  add column operation_id uuid;
