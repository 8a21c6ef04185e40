package dev.mainstay.security.secrets.autoconfigure;

import java.util.List;

import com.zaxxer.hikari.HikariDataSource;
import dev.mainstay.core.mode.Switch;
import dev.mainstay.security.secrets.ConfigTrees;
import dev.mainstay.security.secrets.Reloads;
import dev.mainstay.security.secrets.SecretConsumer;
import dev.mainstay.security.secrets.SecretConsumers;
import dev.mainstay.security.secrets.SecretsWatch;
import dev.mainstay.security.secrets.Watched;
import dev.mainstay.security.secrets.jdbc.PoolCredentials;
import dev.mainstay.security.secrets.metrics.ReloadMeters;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;

/**
 * Auto-configuration of what reads secrets again without a restart.
 *
 * @since 0.1.0
 */
@AutoConfiguration(before = SslAutoConfiguration.class)
@ConditionalOnBooleanProperty(name = { Switch.MAINSTAY, SecretsAutoConfiguration.ENABLED }, matchIfMissing = true)
@EnableConfigurationProperties(SecretsProperties.class)
@Import({ SslBundlesConfiguration.class, ServerCertificatesConfiguration.class })
public final class SecretsAutoConfiguration {

	static final String ENABLED = "mainstay.security.secrets.enabled";

	@Bean
	@ConditionalOnMissingBean
	Reloads mainstayReloads() {
		return new Reloads();
	}

	@Bean
	@ConditionalOnMissingBean
	SecretConsumers mainstaySecretConsumers() {
		return new SecretConsumers();
	}

	@Bean
	@ConditionalOnMissingBean
	ConfigTrees mainstayConfigTrees(ConfigurableEnvironment environment, SecretConsumers consumers,
			ApplicationEventPublisher publisher, Reloads reloads) {
		return new ConfigTrees(environment, consumers, publisher, reloads);
	}

	@Bean
	@ConditionalOnMissingBean
	SecretsWatch mainstaySecretsWatch(SecretsProperties properties, Environment environment,
			ObjectProvider<Watched> watched, ObjectProvider<SecretConsumer> consumers, SecretConsumers all) {
		boolean on = properties.reload() && Switch.isOn(environment, ENABLED);
		consumers.orderedStream().forEach(all::add);
		return new SecretsWatch(on ? watched.orderedStream().toList() : List.of(), properties.reloadInterval());
	}

	@Bean
	static TokenRotation mainstayTokenRotation(ListableBeanFactory beans) {
		return new TokenRotation(beans);
	}

	@Bean
	SecretsStatus mainstaySecretsStatus(SecretsProperties properties, SecretsWatch watch, Environment environment) {
		return Switch.isOn(environment, ENABLED) ? SecretsStatus.on(properties, watch.describe()) : SecretsStatus.off();
	}

	/**
	 * The pools of an application that uses Hikari.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(HikariDataSource.class)
	static class HikariConfiguration {

		@Bean
		@ConditionalOnMissingBean
		PoolCredentials mainstayPoolCredentials(ListableBeanFactory beans, Reloads reloads) {
			return new PoolCredentials(beans, reloads);
		}

	}

	/**
	 * What is counted, where there are meters.
	 */
	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		ReloadMeters mainstayReloadMeters(Reloads reloads) {
			return new ReloadMeters(reloads);
		}

	}

}
