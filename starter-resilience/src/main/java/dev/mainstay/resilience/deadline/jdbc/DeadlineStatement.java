package dev.mainstay.resilience.deadline.jdbc;

import java.lang.reflect.Method;
import java.sql.BatchUpdateException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.util.Set;
import java.util.concurrent.TimeUnit;

import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.deadline.DeadlineExceededException;
import org.jspecify.annotations.Nullable;

/**
 * A statement that is not sent once the deadline has passed, and is given the time that
 * is left if the application gives it none. What it was given it gives back: some drivers
 * keep statements for the next one who asks, and one keeps the time with the connection.
 */
final class DeadlineStatement extends Reflected {

	/** What databases say of a statement that was cancelled. */
	private static final Set<String> CANCELLED = Set.of("57014", "70100", "HY008", "HYT00", "S1T00");

	private static final String TIMEOUT_EXPIRED = "HYT00";

	private final Statement target;

	private final Connection connection;

	private final Set<DeadlineStatement> limited;

	private volatile int given;

	DeadlineStatement(Statement target, Connection connection, Set<DeadlineStatement> limited) {
		super(target);
		this.target = target;
		this.connection = connection;
		this.limited = limited;
	}

	@Override
	@Nullable Object call(Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
		String name = method.getName();
		if (name.startsWith("execute")) {
			return execute(method, arguments);
		}
		if (name.equals("close")) {
			release();
		}
		return name.equals("getConnection") ? this.connection : proceed(method, arguments);
	}

	private @Nullable Object execute(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
		Deadline deadline = Deadline.current();
		if (deadline == null) {
			release();
			return proceed(method, arguments);
		}
		if (deadline.isPast()) {
			throw tooLate("The statement was not sent, as the deadline of the request has passed", null);
		}
		limit(deadline);
		try {
			return proceed(method, arguments);
		}
		catch (SQLException ex) {
			throw (deadline.isPast() && isCancelled(ex))
					? tooLate("The statement was cancelled, as the deadline of the request has passed", ex) : ex;
		}
	}

	/** One that the application has chosen stays. */
	private void limit(Deadline deadline) {
		try {
			int present = this.target.getQueryTimeout();
			if (present == 0 || present == this.given) {
				int seconds = seconds(deadline.remainingNanos());
				this.limited.add(this);
				this.given = seconds;
				this.target.setQueryTimeout(seconds);
			}
		}
		catch (SQLException ex) {
			// A driver that cannot do it, or a statement that is about to say so itself.
			this.given = 0;
		}
	}

	/** Rounded up: 0 is no limit at all. */
	private static int seconds(long nanos) {
		long second = TimeUnit.SECONDS.toNanos(1);
		return (int) Math.min(Integer.MAX_VALUE, Math.max(0, nanos - 1) / second + 1);
	}

	void release() {
		int before = this.given;
		if (before == 0) {
			return;
		}
		this.given = 0;
		this.limited.remove(this);
		try {
			if (this.target.getQueryTimeout() == before) {
				this.target.setQueryTimeout(0);
			}
		}
		catch (SQLException ex) {
			// It is closed, and nobody can be given it.
		}
	}

	private static boolean isCancelled(SQLException failure) {
		return !(failure instanceof BatchUpdateException)
				&& (failure instanceof SQLTimeoutException || CANCELLED.contains(failure.getSQLState()));
	}

	private static SQLException tooLate(String message, @Nullable SQLException failure) {
		DeadlineExceededException reason = new DeadlineExceededException(message);
		if (failure == null) {
			return new SQLTimeoutException(message, TIMEOUT_EXPIRED, reason);
		}
		reason.initCause(failure);
		return new SQLTimeoutException(message, failure.getSQLState(), failure.getErrorCode(), reason);
	}

}
