package dev.mainstay.resilience.deadline.jdbc;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import javax.sql.DataSource;

import dev.mainstay.resilience.deadline.Deadline;
import dev.mainstay.resilience.deadline.DeadlineExceededException;
import org.junit.jupiter.api.Test;

import org.springframework.aop.framework.ProxyFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class DeadlineDataSourcesTests {

	private final AtomicLong now = new AtomicLong();

	private final DeadlineDataSources watching = new DeadlineDataSources(() -> true);

	private final Pool pool = new Pool();

	private final Pool watched = (Pool) this.watching.postProcessAfterInitialization(this.pool, "pool");

	@Test
	void theBeanStaysWhatItWas() throws SQLException {
		assertThat(this.watched).isNotSameAs(this.pool).isInstanceOf(Pool.class);
		assertThat(this.watched.name()).isEqualTo("pool");
		assertThat(this.watched.unwrap(Pool.class)).isNotNull();
		assertThat(this.watched.isWrapperFor(Pool.class)).isTrue();
		assertThat(this.watching.leftAlone()).isEmpty();
	}

	@Test
	void withoutADeadlineTheConnectionIsThatOfThePool() throws SQLException {
		assertThat(this.watched.getConnection()).isSameAs(this.pool.connection);
		assertThat(this.watched.getConnection("name", "word")).isSameAs(this.pool.connection);
	}

	@Test
	void whereThereCanBeNoDeadlineTheBeanIsUntouched() {
		DeadlineDataSources off = new DeadlineDataSources(() -> false);
		assertThat(off.postProcessAfterInitialization(this.pool, "pool")).isSameAs(this.pool);
		assertThat(this.watching.postProcessAfterInitialization("no pool", "text")).isEqualTo("no pool");
	}

	@Test
	void whatCannotBeExtendedIsLeftAloneAndNamed() {
		for (DataSource closed : List.of(new FinalPool(), new PoolWithFinalMethod(), jdkProxy())) {
			assertThat(this.watching.postProcessAfterInitialization(closed, closed.toString())).isSameAs(closed);
		}
		assertThat(this.watching.leftAlone()).containsExactly("final", "final method", "jdk");
	}

	@Test
	void aProxyOfSpringIsToldMore() throws SQLException {
		ProxyFactory factory = new ProxyFactory(this.pool);
		DataSource proxy = (DataSource) factory.getProxy();
		assertThat(this.watching.postProcessAfterInitialization(proxy, "proxy")).isSameAs(proxy);
		try (Deadline.Scope scope = within(1500)) {
			assertThat(proxy.getConnection()).isNotSameAs(this.pool.connection);
		}
		DataSource both = (DataSource) this.watching.postProcessAfterInitialization(new Leading(this.watched), "both");
		try (Deadline.Scope scope = within(1500)) {
			assertThat(Proxy.getInvocationHandler(both.getConnection())).isInstanceOf(DeadlineConnection.class);
			both.getConnection().createStatement().execute("select");
		}
		assertThat(this.pool.timeouts).containsExactly(2);
	}

	@Test
	void aStatementHasTheTimeThatIsLeftWhenItIsSent() throws SQLException {
		try (Deadline.Scope scope = within(4500); Connection connection = this.watched.getConnection()) {
			PreparedStatement statement = connection.prepareStatement("select");
			assertThat(statement.getConnection()).isSameAs(connection).isEqualTo(connection);
			assertThat(statement).isEqualTo(statement).isNotEqualTo(connection);
			statement.execute();
			this.now.addAndGet(Duration.ofMillis(2500).toNanos());
			statement.executeUpdate();
			this.now.addAndGet(Duration.ofMillis(1999).toNanos());
			statement.executeBatch();
			assertThat(this.pool.timeouts).containsExactly(5, 2, 1);
		}
	}

	@Test
	void whatAStatementWasGivenItGivesBack() throws SQLException {
		try (Deadline.Scope scope = within(1500); Connection connection = this.watched.getConnection()) {
			Statement statement = connection.createStatement();
			statement.execute("select");
			assertThat(this.pool.timeout).isEqualTo(2);
			try (Deadline.Scope none = Deadline.suspend()) {
				statement.execute("select");
			}
			assertThat(this.pool.timeouts).containsExactly(2, 0);
			statement.execute("select");
			statement.close();
			assertThat(this.pool.timeout).isZero();
			connection.createStatement().execute("select");
		}
		assertThat(this.pool.timeout).as("of a statement that nobody closed").isZero();
	}

	@Test
	void theTimeOfTheApplicationStays() throws SQLException {
		try (Deadline.Scope scope = within(1500); Connection connection = this.watched.getConnection()) {
			Statement statement = connection.createStatement();
			statement.setQueryTimeout(30);
			statement.execute("select");
			statement.close();
			assertThat(this.pool.timeouts).containsExactly(30);
			assertThat(this.pool.timeout).isEqualTo(30);
		}
	}

	@Test
	void afterTheDeadlineNothingIsSent() throws SQLException {
		try (Deadline.Scope scope = within(0); Connection connection = this.watched.getConnection()) {
			Statement statement = connection.createStatement();
			assertThatExceptionOfType(SQLTimeoutException.class).isThrownBy(() -> statement.executeQuery("select"))
				.withMessageContaining("was not sent")
				.withCauseInstanceOf(DeadlineExceededException.class);
			connection.commit();
			assertThat(this.pool.timeouts).isEmpty();
		}
	}

	@Test
	void aStatementThatWasCancelledByItSaysSo() throws SQLException {
		try (Deadline.Scope scope = within(500); Connection connection = this.watched.getConnection()) {
			Statement statement = connection.createStatement();
			SQLException cancelled = new SQLException("canceling statement due to user request", "57014", 7);
			this.pool.failure = cancelled;
			assertThatExceptionOfType(SQLException.class).as("before the deadline")
				.isThrownBy(() -> statement.execute("select"))
				.isSameAs(cancelled);
			this.pool.onExecute = () -> this.now.addAndGet(Duration.ofMillis(600).toNanos());
			assertThatExceptionOfType(SQLTimeoutException.class).isThrownBy(() -> statement.execute("select"))
				.satisfies((ex) -> assertThat(ex.getSQLState()).isEqualTo("57014"))
				.satisfies((ex) -> assertThat(ex.getErrorCode()).isEqualTo(7))
				.havingCause()
				.isInstanceOf(DeadlineExceededException.class)
				.havingCause()
				.isSameAs(cancelled);
		}
	}

	@Test
	void aStatementThatFailsForAnotherReasonSaysThat() throws SQLException {
		try (Deadline.Scope scope = within(500); Connection connection = this.watched.getConnection()) {
			this.pool.failure = new SQLException("duplicate key", "23505");
			this.pool.onExecute = () -> this.now.addAndGet(Duration.ofMillis(600).toNanos());
			Statement statement = connection.createStatement();
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> statement.execute("select"))
				.isSameAs(this.pool.failure);
		}
	}

	@Test
	void aDriverWithoutTimeoutsExecutesAsBefore() throws SQLException {
		this.pool.withoutTimeouts = true;
		try (Deadline.Scope scope = within(500); Connection connection = this.watched.getConnection()) {
			Statement statement = connection.createStatement();
			statement.execute("select");
			statement.close();
			assertThat(this.pool.timeouts).containsExactly(0);
		}
	}

	private Deadline.Scope within(long millis) {
		return Deadline.after(Duration.ofMillis(millis), this.now::get).open();
	}

	private static DataSource jdkProxy() {
		return (DataSource) Proxy.newProxyInstance(DeadlineDataSourcesTests.class.getClassLoader(),
				new Class<?>[] { DataSource.class }, (proxy, method, arguments) -> "jdk");
	}

	static class Leading extends Pool {

		private final DataSource target;

		Leading(DataSource target) {
			this.target = target;
		}

		@Override
		public Connection getConnection() {
			try {
				return this.target.getConnection();
			}
			catch (SQLException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

	static final class FinalPool extends Pool {

		@Override
		public String toString() {
			return "final";
		}

	}

	static class PoolWithFinalMethod extends Pool {

		final void close() {
		}

		@Override
		public String toString() {
			return "final method";
		}

	}

}
