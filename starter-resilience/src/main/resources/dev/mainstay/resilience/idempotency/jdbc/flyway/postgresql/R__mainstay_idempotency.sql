-- Idempotency keys of mainstay.idempotency. Digests only: neither keys nor callers can be read from it.
create table if not exists mainstay_idempotency (
	begun timestamp with time zone not null,
	lease_until timestamp with time zone not null,
	valid_until timestamp with time zone not null,
	expires timestamp with time zone not null,
	id bytea primary key,
	fingerprint bytea not null,
	token bytea not null,
	outcome bytea
) with (fillfactor = 70);

create index if not exists mainstay_idempotency_expires on mainstay_idempotency (expires);
