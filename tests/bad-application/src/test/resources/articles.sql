insert into article (id, name, purchase_price) values (-1, 'Tea', 3) on conflict do nothing;
