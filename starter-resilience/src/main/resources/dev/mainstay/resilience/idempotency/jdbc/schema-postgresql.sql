-- Idempotency keys of mainstay.idempotency. Digests only: neither keys nor callers can be read from it.
-- What changes when a request ends stands at the end, so that the log holds nothing else a second time, and in no index:
-- expired rows are found by walking through the table.
-- What was recorded in the transaction in which it ran has no begin, no lease and no token.
create table if not exists mainstay_idempotency (
	begun timestamp with time zone,
	lease_until timestamp with time zone,
	id bytea primary key,
	fingerprint bytea not null,
	token bytea not null,
	valid_until timestamp with time zone not null,
	outcome bytea
) with (fillfactor = 90);
