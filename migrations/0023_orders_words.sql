-- Known words as one array each: a check is read anew by every statement that writes, and a list of constants reads four times as long.
alter table orders."order"
  drop constraint order_channel_known,
  drop constraint order_way_known,
  drop constraint order_state_known,
  add constraint order_channel_known check (channel = any ('{ec,app,till,phone,line,catalogue,social,marketplace,agent,import}')),
  add constraint order_way_known check (way = any ('{carry,ship,collect}')),
  add constraint order_state_known check (state = any ('{paying,placed,ready,done,cancelled}'));
alter table orders.payment
  drop constraint payment_method_known,
  drop constraint payment_state_known,
  add constraint payment_method_known check (method = any ('{cash,card,points,recorded}')),
  add constraint payment_state_known check (state = any ('{pending,captured,refunding,refunded,failed}'));
