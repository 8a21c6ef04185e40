-- Idempotency keys of mainstay.idempotency. Digests only: neither keys nor callers can be read from it.
-- What was recorded in the transaction in which it ran has no begin, no lease and no token.
create table if not exists mainstay_idempotency (
	id varbinary(66) primary key,
	fingerprint varbinary(66) not null,
	token varbinary(8) not null,
	begun timestamp(3) with time zone,
	lease_until timestamp(3) with time zone,
	valid_until timestamp(3) with time zone not null,
	outcome blob
);

create index if not exists mainstay_idempotency_valid_until on mainstay_idempotency (valid_until);
