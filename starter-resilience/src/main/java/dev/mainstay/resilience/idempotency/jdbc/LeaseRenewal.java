package dev.mainstay.resilience.idempotency.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.mainstay.resilience.idempotency.HeldClaim;

/**
 * Renews many leases by one statement, and asks a second time only if some were lost.
 */
final class LeaseRenewal {

	/** Well below the number of parameters that any of the databases takes. */
	private static final int BATCH = 500;

	private final RecordStatements statements;

	LeaseRenewal(RecordStatements statements) {
		this.statements = statements;
	}

	/** Renew, and return what was lost. */
	Collection<HeldClaim> renew(Session session, Collection<HeldClaim> claims, long lease, long keep)
			throws SQLException {
		List<HeldClaim> all = List.copyOf(claims);
		List<HeldClaim> lost = new ArrayList<>();
		for (int from = 0; from < all.size(); from += BATCH) {
			List<HeldClaim> batch = all.subList(from, Math.min(all.size(), from + BATCH));
			int renewed = session.update(this.statements.renew(batch.size()), parameters(batch, lease, keep));
			if (renewed < batch.size()) {
				lost.addAll(lost(session, batch));
			}
		}
		return lost;
	}

	private List<HeldClaim> lost(Session session, List<HeldClaim> batch) throws SQLException {
		Set<HeldClaim> held = new HashSet<>(session.query(this.statements.held(batch.size()),
				(row) -> new HeldClaim(OpaqueText.toText(row.getBytes(1)), Tokens.toText(row.getBytes(2))),
				parameters(batch)));
		return batch.stream().filter((claim) -> !held.contains(claim)).toList();
	}

	private static Object[] parameters(List<HeldClaim> batch, Object... first) {
		List<Object> parameters = new ArrayList<>(List.of(first));
		for (HeldClaim claim : batch) {
			parameters.add(OpaqueText.toBytes(claim.recordKey()));
			parameters.add(Tokens.toBytes(claim.token()));
		}
		return parameters.toArray();
	}

}
