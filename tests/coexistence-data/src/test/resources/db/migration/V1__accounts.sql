create sequence account_seq increment by 50;
create table account (id bigint primary key, owner varchar(40), balance int not null);
