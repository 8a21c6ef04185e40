package dev.mainstay.core.hardening.data;

import java.util.List;

import dev.mainstay.core.hardening.CheckDescription;
import dev.mainstay.core.hardening.Finding;
import dev.mainstay.core.hardening.Group;
import dev.mainstay.core.hardening.HardeningCheck;
import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.Severity;
import dev.mainstay.core.hardening.Verdict;

/**
 * Who waits for a connection should be told soon that there is none.
 */
final class PoolWaitCheck implements HardeningCheck {

	private static final long LONGEST = 10_000;

	private static final CheckDescription DESCRIPTION = CheckDescription.of("DB-06", Group.DATA, Severity.MEDIUM)
		.title("Nobody waits long for a connection of the pool")
		.why("""
				Hikari lets a request wait 30 s for a connection. The caller has given up by then, but its thread is \
				held: a slow database takes the whole service with it.""")
		.source("ASVS 5.0 13.1.2, 13.1.3")
		.decides("""
				Reads the connection time-out of each pool of Hikari; more than 10 s is found. Not applicable \
				without one, and to databases in memory.""")
		.fix("spring.datasource.hikari.connection-timeout=3000");

	@Override
	public CheckDescription description() {
		return DESCRIPTION;
	}

	@Override
	public Verdict look(InspectedApplication application) {
		List<InspectedDataSource> all = InspectedDataSources.of(application).all();
		if (all.isEmpty()) {
			return InspectedDataSources.none(application);
		}
		List<InspectedDataSource> pools = all.stream()
			.filter((source) -> !source.isInMemory() && source.isPool())
			.toList();
		if (pools.isEmpty()) {
			return Verdict.notApplicable("no pool of Hikari for a real database");
		}
		return Verdict.of(pools.stream()
			.filter((pool) -> wait(pool) > LONGEST)
			.map((pool) -> new Finding(pool + " waits " + wait(pool) + " ms for a connection",
					application.origin("spring.datasource.hikari.connection-timeout")))
			.toList());
	}

	private static long wait(InspectedDataSource pool) {
		return (pool.state("connectionTimeout") instanceof Long timeout) ? timeout : 0;
	}

}
