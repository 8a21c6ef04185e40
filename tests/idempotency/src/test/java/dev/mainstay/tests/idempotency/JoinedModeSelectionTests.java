package dev.mainstay.tests.idempotency;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.autoconfigure.IdempotencyAutoConfiguration;
import dev.mainstay.resilience.idempotency.autoconfigure.JdbcIdempotencyAutoConfiguration;
import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.test.context.assertj.AssertableWebApplicationContext;
import org.springframework.boot.test.context.runner.ReactiveWebApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the joined mode needs, and says if it is not there.
 */
class JoinedModeSelectionTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(IdempotencyAutoConfiguration.class,
			JdbcIdempotencyAutoConfiguration.class, DataSourceAutoConfiguration.class);

	private static final String[] PROPERTIES = { "mainstay.idempotency.mode=joined",
			"spring.datasource.generate-unique-name=true" };

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS)
		.withPropertyValues(PROPERTIES);

	private final WebApplicationContextRunner withManager = this.runner
		.withConfiguration(AutoConfigurations.of(DataSourceTransactionManagerAutoConfiguration.class));

	private static void fails(AssertableWebApplicationContext context, String reason) {
		assertThat(context).hasFailed();
		assertThat(context.getStartupFailure()).rootCause()
			.isInstanceOf(InvalidPropertyException.class)
			.hasMessageContaining("mainstay.idempotency.mode")
			.hasMessageContaining(reason);
	}

	@Test
	void aDatabaseAndItsTransactionsAreAllThatIsNeeded() {
		this.withManager.withPropertyValues("mainstay.idempotency.store=jdbc")
			.run((context) -> assertThat(context).hasNotFailed().hasSingleBean(Idempotency.class));
	}

	@Test
	void memoryIsNoDatabase() {
		this.withManager.withPropertyValues("mainstay.idempotency.store=memory")
			.run((context) -> fails(context, "Spring MVC and spring-boot-starter-jdbc, and keys in a database"));
	}

	@Test
	void aDatabaseWithoutTheTableIsNone() {
		this.withManager.run((context) -> fails(context, "keys are in memory and not in a database"));
	}

	@Test
	void withoutTransactionsThereIsNothingToJoin() {
		this.runner.withPropertyValues("mainstay.idempotency.store=jdbc")
			.run((context) -> fails(context, "there is no transaction manager"));
	}

	@Test
	void transactionsOfAnotherDatabaseAreTheWrongOnes() {
		this.runner.withPropertyValues("mainstay.idempotency.store=jdbc")
			.withBean(PlatformTransactionManager.class,
					() -> new JdbcTransactionManager(new DriverManagerDataSource("jdbc:h2:mem:another")))
			.run((context) -> fails(context, "are not of the data source of the keys"));
	}

	@Test
	void webFluxHasNoTransactionOfAThread() {
		new ReactiveWebApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.withConfiguration(AutoConfigurations.of(DataSourceTransactionManagerAutoConfiguration.class))
			.withPropertyValues(PROPERTIES)
			.withPropertyValues("mainstay.idempotency.store=jdbc")
			.run((context) -> assertThat(context.getStartupFailure()).rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("it needs Spring MVC"));
	}

}
