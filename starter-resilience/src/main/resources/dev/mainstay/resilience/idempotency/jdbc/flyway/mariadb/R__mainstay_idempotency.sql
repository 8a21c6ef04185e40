-- Idempotency keys of mainstay.idempotency. Digests only: neither keys nor callers can be read from it.
-- Times are in UTC.
-- What was recorded in the transaction in which it ran has no begin, no lease and no token.
create table if not exists mainstay_idempotency (
	id varbinary(66) not null primary key,
	fingerprint varbinary(66) not null,
	token varbinary(8) not null,
	begun datetime(3),
	lease_until datetime(3),
	valid_until datetime(3) not null,
	outcome longblob,
	index mainstay_idempotency_valid_until (valid_until)
) engine = InnoDB;
