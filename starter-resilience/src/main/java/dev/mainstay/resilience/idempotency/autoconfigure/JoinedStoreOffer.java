package dev.mainstay.resilience.idempotency.autoconfigure;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.resilience.idempotency.IdempotencyMode;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.JoinedStore;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencyStore;
import dev.mainstay.resilience.idempotency.jdbc.JdbcJoinedStore;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Finds the transactions in which operations are recorded.
 */
final class JoinedStoreOffer {

	private static final String PROPERTY = "mainstay.idempotency.mode";

	private final ObjectProvider<PlatformTransactionManager> managers;

	JoinedStoreOffer(ObjectProvider<PlatformTransactionManager> managers) {
		this.managers = managers;
	}

	/**
	 * Choose.
	 * @param mode what was configured
	 * @param offer what there is, {@code null} where there are no such transactions
	 * @param store the store that was chosen
	 * @return the store, {@code null} if there is none and none was asked for
	 */
	static @Nullable JoinedStore choose(IdempotencyMode mode, @Nullable JoinedStoreOffer offer,
			IdempotencyStore store) {
		boolean demanded = mode == IdempotencyMode.JOINED;
		check(!demanded || offer != null, "it needs Spring MVC and spring-boot-starter-jdbc, and keys in a database",
				"Add what is missing and set mainstay.idempotency.store=jdbc, or set it to lease");
		return (offer != null) ? offer.store(store, demanded) : null;
	}

	private @Nullable JoinedStore store(IdempotencyStore store, boolean demanded) {
		check(!demanded || store instanceof JdbcIdempotencyStore, "keys are in " + store + " and not in a database",
				"Set mainstay.idempotency.store=jdbc, or set it to lease");
		PlatformTransactionManager manager = this.managers.getIfUnique();
		check(!demanded || manager != null, "there is no transaction manager, or several and none of them is primary",
				"Define one, mark one of them with @Primary, or set it to lease");
		if (manager == null || !(store instanceof JdbcIdempotencyStore records)) {
			return null;
		}
		JdbcJoinedStore joined = records.joinedBy(manager);
		if (demanded) {
			check(joined.isOfSameDatabase(),
					"the transactions of " + manager.getClass().getName() + " are not of the data source of the keys",
					"Mark the transaction manager of that data source with @Primary, or set it to lease");
		}
		return joined;
	}

	private static void check(boolean holds, String reason, String fix) {
		InvalidPropertyException.check(holds, PROPERTY, "joined", reason, fix);
	}

}
