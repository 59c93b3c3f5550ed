-- A gift card is sold by an order of its own: nothing is carried away or sent, its number is told.
alter table orders."order" drop constraint order_way_known;
alter table orders."order" add constraint order_way_known check (way = any ('{carry,ship,collect,order_ahead,gift,gift_card}'));
