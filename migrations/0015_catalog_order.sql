-- Pages go on after (popularity, product_id) as one comparison, which needs both columns to run the same way.
drop index catalog.product_popular;
create index product_popular on catalog.product (popularity, product_id);
drop index catalog.product_category;
create index product_category on catalog.product (category_id, popularity, product_id);
create index product_brand on catalog.product (brand_id, popularity, product_id);
