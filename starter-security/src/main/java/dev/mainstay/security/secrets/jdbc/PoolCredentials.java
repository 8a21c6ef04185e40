package dev.mainstay.security.secrets.jdbc;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.util.Credentials;
import dev.mainstay.security.secrets.Reloads;
import dev.mainstay.security.secrets.Reloads.Kind;
import dev.mainstay.security.secrets.SecretConsumer;
import dev.mainstay.security.secrets.TreeChange;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Gives a Hikari pool a new password, and a new user that comes along with it, once the
 * database has admitted somebody with them. Until then the pool keeps the old ones: a
 * file may change before the database does. Connections that are open stay open. A pool
 * is known by its password, which is the value that the property had before, whatever the
 * property is called. Used by one thread.
 *
 * @since 0.1.0
 */
public final class PoolCredentials implements SecretConsumer {

	private static final Log logger = LogFactory.getLog(PoolCredentials.class);

	private final ListableBeanFactory beans;

	private final Reloads reloads;

	private final LongSupplier nanoTime;

	private final Logins logins = new Logins();

	private final Map<HikariDataSource, PendingLogin> pending = new IdentityHashMap<>();

	/**
	 * Create it.
	 * @param beans has the pools
	 * @param reloads counts
	 */
	public PoolCredentials(ListableBeanFactory beans, Reloads reloads) {
		this(beans, reloads, System::nanoTime);
	}

	PoolCredentials(ListableBeanFactory beans, Reloads reloads, LongSupplier nanoTime) {
		this.beans = beans;
		this.reloads = reloads;
		this.nanoTime = nanoTime;
	}

	/**
	 * Who can take a new secret at once need not wait for databases: that is for later.
	 */
	@Override
	public void changed(TreeChange change) {
		for (HikariDataSource pool : pools()) {
			PendingLogin before = this.pending.get(pool);
			List<Credentials> candidates = NewCredentials.of(pool, change, (before != null) ? before.last() : null);
			if (!candidates.isEmpty()) {
				this.pending.put(pool, new PendingLogin(candidates, this.nanoTime.getAsLong()));
			}
		}
	}

	@Override
	public void retry() {
		long now = this.nanoTime.getAsLong();
		this.pending.entrySet()
			.removeIf((entry) -> entry.getKey().isClosed() || isDone(entry.getKey(), entry.getValue(), now));
	}

	private boolean isDone(HikariDataSource pool, PendingLogin login, long now) {
		if (!login.isDue(now)) {
			return false;
		}
		SQLException failure = null;
		for (Credentials candidate : login.candidates()) {
			try {
				this.logins.check(pool, candidate);
				pool.setCredentials(candidate);
				this.reloads.taken(Kind.DATA_SOURCE);
				logger.info("Pool " + pool.getPoolName() + " uses its new credentials for new connections");
				return true;
			}
			catch (SQLException ex) {
				failure = ex;
			}
		}
		if (login.failed(now)) {
			this.reloads.refused(Kind.DATA_SOURCE);
			logger.warn("Pool " + pool.getPoolName() + " keeps its old credentials, as the database does not admit "
					+ "the new ones (SQL state " + ((failure != null) ? failure.getSQLState() : null)
					+ "). They are tried again from time to time");
		}
		return false;
	}

	/** Those that are there: none is created for this. */
	private List<HikariDataSource> pools() {
		List<HikariDataSource> pools = new ArrayList<>();
		for (DataSource source : this.beans.getBeansOfType(DataSource.class, false, false).values()) {
			try {
				HikariDataSource pool = source.isWrapperFor(HikariDataSource.class)
						? source.unwrap(HikariDataSource.class) : null;
				if (pool != null && pool.getCredentialsProvider() == null && !pools.contains(pool)) {
					pools.add(pool);
				}
			}
			catch (SQLException | RuntimeException ex) {
				logger.debug("Cannot see whether there is a Hikari pool", ex);
			}
		}
		return pools;
	}

}
