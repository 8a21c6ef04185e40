package dev.mainstay.security.secrets.autoconfigure;

import dev.mainstay.core.mode.Switch;
import dev.mainstay.security.secrets.Reloads;
import dev.mainstay.security.secrets.ssl.BundleFiles;
import dev.mainstay.security.secrets.ssl.CheckedSslBundles;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.ssl.SslBundleRegistrar;
import org.springframework.boot.autoconfigure.ssl.SslProperties;
import org.springframework.boot.ssl.SslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * The registry of SSL bundles, unless the application has its own, and their files.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnMissingBean({ SslBundleRegistry.class, SslBundles.class })
final class SslBundlesConfiguration {

	/** What is in the files is remembered before a bundle is made of them. */
	@Bean
	BundleFiles mainstayBundleFiles(ObjectProvider<SslProperties> properties, Environment environment,
			ResourceLoader resources, ObjectProvider<CheckedSslBundles> registry) {
		return new BundleFiles(properties.getIfAvailable(), environment, resources, registry);
	}

	/** With the name that Spring Boot gives to its own. */
	@Bean
	@DependsOn("mainstayBundleFiles")
	CheckedSslBundles sslBundleRegistry(ObjectProvider<SslBundleRegistrar> registrars, Environment environment,
			Reloads reloads) {
		CheckedSslBundles registry = new CheckedSslBundles(Switch.isOn(environment, SecretsAutoConfiguration.ENABLED),
				reloads);
		registrars.orderedStream().forEach((registrar) -> registrar.registerBundles(registry));
		return registry;
	}

}
