package dev.mainstay.resilience.idempotency.autoconfigure;

import java.util.List;

import javax.sql.DataSource;

import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencyCleanup;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencySchema;
import dev.mainstay.resilience.idempotency.jdbc.JdbcIdempotencyStore;
import dev.mainstay.resilience.idempotency.jdbc.TableName;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jdbc.init.DataSourceScriptDatabaseInitializer;
import org.springframework.boot.jdbc.init.PlatformPlaceholderDatabaseDriverResolver;
import org.springframework.boot.sql.init.DatabaseInitializationMode;
import org.springframework.boot.sql.init.DatabaseInitializationSettings;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * Auto-configuration of idempotency keys in a database.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = IdempotencyAutoConfiguration.class,
		afterName = "org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration")
@ConditionalOnWebApplication
@ConditionalOnClass(DataSourceScriptDatabaseInitializer.class)
@ConditionalOnBooleanProperty(name = { "mainstay.enabled", "mainstay.idempotency.enabled" }, matchIfMissing = true)
@Conditional(OnJdbcStore.class)
@EnableConfigurationProperties(IdempotencyProperties.class)
public final class JdbcIdempotencyAutoConfiguration {

	@Bean
	@DependsOnDatabaseInitialization
	JdbcStoreOffer mainstayJdbcIdempotencyOffer(ObjectProvider<DataSource> sources, IdempotencyProperties properties) {
		return new JdbcStoreOffer(sources, properties);
	}

	@Bean
	JdbcIdempotencyCleanup mainstayJdbcIdempotencyCleanup(ObjectProvider<IdempotencyStore> stores,
			IdempotencyProperties properties) {
		return new JdbcIdempotencyCleanup(
				() -> (stores.getIfUnique() instanceof JdbcIdempotencyStore store) ? store : null,
				properties.jdbc().cleanupInterval(), properties.jdbc().cleanupBatch());
	}

	@Bean
	@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
	JoinedStoreOffer mainstayJoinedIdempotencyOffer(ObjectProvider<PlatformTransactionManager> managers) {
		return new JoinedStoreOffer(managers);
	}

	/**
	 * The table, where it is to be created.
	 */
	@Configuration(proxyBeanMethods = false)
	@Conditional(OnSchemaInitialization.class)
	@ConditionalOnSingleCandidate(DataSource.class)
	static class SchemaConfiguration {

		private static final String SCRIPT = "optional:classpath:dev/mainstay/resilience/idempotency/jdbc/"
				+ "schema-@@platform@@.sql";

		@Bean
		@ConditionalOnMissingBean
		JdbcIdempotencySchema mainstayJdbcIdempotencySchema(DataSource source, IdempotencyProperties properties) {
			DatabaseInitializationSettings settings = new DatabaseInitializationSettings();
			settings.setSchemaLocations(
					List.copyOf(new PlatformPlaceholderDatabaseDriverResolver().resolveAll(source, SCRIPT)));
			settings.setMode(DatabaseInitializationMode.valueOf(properties.jdbc().initializeSchema().name()));
			return new JdbcIdempotencySchema(source, TableName.of(properties.jdbc().table()), settings);
		}

	}

}
