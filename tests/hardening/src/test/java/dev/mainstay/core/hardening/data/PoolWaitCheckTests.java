package dev.mainstay.core.hardening.data;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class PoolWaitCheckTests {

	private static final String URL = "jdbc:postgresql://db.example.org/orders";

	private final PoolWaitCheck check = new PoolWaitCheck();

	private final ApplicationContextRunner plain = new ApplicationContextRunner();

	private final ApplicationContextRunner inMemory = this.plain
		.withConfiguration(AutoConfigurations.of(DataSourceAutoConfiguration.class));

	private final ApplicationContextRunner real = this.inMemory.withPropertyValues("spring.datasource.url=" + URL);

	@Test
	void whatHikariDoesUnaskedIsFound() {
		this.real.run((context) -> assertThatLooking(this.check, context)
			.fails("dataSource (jdbc:postgresql://db.example.org) waits 30000 ms"));
	}

	@Test
	void aPoolByHandBehindAWrapperIsFound() {
		HikariDataSource pool = new HikariDataSource();
		pool.setJdbcUrl(URL);
		this.plain.withPropertyValues("spring.datasource.hikari.connection-timeout=3000")
			.withBean("pool", DataSource.class, () -> wrapped(pool))
			.run((context) -> assertThatLooking(this.check, context).fails("pool (jdbc:postgresql"));
	}

	@Test
	void aShortWaitPasses() {
		this.real.withPropertyValues("spring.datasource.hikari.connection-timeout=3000")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aDataSourceThatIsNoPoolHasNothingToCheck() {
		this.plain.withBean(DataSource.class, () -> new DriverManagerDataSource(URL))
			.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	@Test
	void aDatabaseInMemoryHasNothingToCheck() {
		this.inMemory.run((context) -> assertThatLooking(this.check, context).isNotApplicable());
	}

	private static DataSource wrapped(DataSource target) {
		return new LazyConnectionDataSourceProxy(target) {
			@Override
			public void afterPropertiesSet() {
				// Does not ask the database for its defaults.
			}
		};
	}

}
