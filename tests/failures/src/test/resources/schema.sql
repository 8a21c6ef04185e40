create table shelf (id bigint primary key, name varchar(40));
create table item (id bigint primary key, name varchar(5) not null unique, amount smallint check (amount >= 0),
	shelf_id bigint references shelf, version int not null default 0);
insert into shelf values (1, 'first'), (2, 'second');
insert into item (id, name, amount, shelf_id) values (1, 'nails', 1, 1), (2, 'wood', 1, 2);
