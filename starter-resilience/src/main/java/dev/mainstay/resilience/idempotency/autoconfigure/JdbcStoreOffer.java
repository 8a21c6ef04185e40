package dev.mainstay.resilience.idempotency.autoconfigure;

import java.time.Duration;
import java.util.Objects;

import javax.sql.DataSource;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.jdbc.JdbcDatabase;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencyStore;
import dev.mainstay.resilience.idempotency.jdbc.JdbcProbe;
import dev.mainstay.resilience.idempotency.jdbc.JdbcTable;
import dev.mainstay.resilience.idempotency.jdbc.TableName;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;

/**
 * Looks once for our table in the database of the application.
 */
final class JdbcStoreOffer implements StoreOffer, Ordered {

	private static final Logger logger = LoggerFactory.getLogger(JdbcStoreOffer.class);

	/** A pool that makes its first connection takes longer than a statement. */
	private static final Duration PROBE_TIMEOUT = Duration.ofSeconds(5);

	private final ObjectProvider<DataSource> sources;

	private final IdempotencyProperties properties;

	private final TableName table;

	JdbcStoreOffer(ObjectProvider<DataSource> sources, IdempotencyProperties properties) {
		this.sources = sources;
		this.properties = properties;
		this.table = TableName.of(properties.jdbc().table());
	}

	@Override
	public int getOrder() {
		return JDBC_ORDER;
	}

	@Override
	public StoreKind kind() {
		return StoreKind.JDBC;
	}

	@Override
	public @Nullable IdempotencyStore store(boolean demanded) {
		try {
			DataSource source = this.sources.getIfUnique();
			return (source != null) ? store(source, demanded)
					: missing(demanded, "there is no DataSource, or several and none of them is primary",
							"Define one, or mark one of them with @Primary");
		}
		catch (InvalidPropertyException ex) {
			throw ex;
		}
		catch (RuntimeException ex) {
			logger.warn("Whether the table {} is in the database could not be found out, so idempotency keys are not "
					+ "kept there.", this.table, ex);
			return missing(demanded, "the database could not be asked for the table " + this.table + ": " + rootOf(ex),
					"See the warning above");
		}
	}

	private @Nullable IdempotencyStore store(DataSource source, boolean demanded) {
		JdbcProbe probe = JdbcProbe.of(source, this.table, PROBE_TIMEOUT);
		JdbcDatabase database = probe.database();
		if (database == null) {
			return missing(demanded,
					"the database is " + probe.product() + ", and none of PostgreSQL, MySQL, MariaDB " + "and H2",
					"Set it to memory or redis");
		}
		if (!probe.present()) {
			return missing(demanded, "there is no table " + this.table + " in the database (" + probe.product() + ")",
					"Create it by the script " + database.script()
							+ " in the jar of mainstay-spring-boot-starter-resilience, or set it to auto");
		}
		return new JdbcIdempotencyStore(source, new JdbcTable(database, this.table),
				new Retention(this.properties.ttl(), this.properties.rejectedTtl()), this.properties.storeTimeout());
	}

	private static @Nullable IdempotencyStore missing(boolean demanded, String reason, String fix) {
		InvalidPropertyException.check(!demanded, StoreChoice.PROPERTY, StoreKind.JDBC.code(), reason, fix);
		return null;
	}

	private static String rootOf(Throwable failure) {
		Throwable root = failure;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return Objects.requireNonNullElse(root.getMessage(), root.getClass().getName());
	}

}
