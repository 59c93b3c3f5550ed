-- A gift is a way of receiving: somebody else does, and says where.
alter table orders."order" drop constraint order_way_known;
alter table orders."order" add constraint order_way_known check (way = any ('{carry,ship,collect,order_ahead,gift}'));
