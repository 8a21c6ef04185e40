-- As Spring Security reads them. Each program that calls has a user, with a password that
-- was made by a generator and is kept as {bcrypt} and its hash.
create table users (
    username varchar(100) primary key,
    password varchar(200) not null,
    enabled boolean not null
);

create table authorities (
    username varchar(100) not null references users (username),
    authority varchar(50) not null,
    primary key (username, authority)
);
