-- The coupons she means to use with what lies in her cart: they go with it to another device, to a till, to the phone.
create table carts.coupon (
  profile_id uuid not null,
  cart_id uuid not null,
  coupon_id uuid not null,
  added_at timestamptz not null,
  primary key (profile_id, cart_id, coupon_id),
  foreign key (profile_id, cart_id) references carts.cart
);
call core.guard_person('carts.coupon');
