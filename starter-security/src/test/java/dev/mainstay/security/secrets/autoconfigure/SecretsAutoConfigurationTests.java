package dev.mainstay.security.secrets.autoconfigure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.management.ManagementAccessPolicy;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.security.management.autoconfigure.ManagementAccessAutoConfiguration;
import dev.mainstay.security.secrets.Reloads;
import dev.mainstay.security.secrets.RotatingTokenPolicy;
import dev.mainstay.security.secrets.SecretsWatch;
import dev.mainstay.security.secrets.actuate.CertificatesHealthIndicator;
import dev.mainstay.security.secrets.jdbc.PoolCredentials;
import dev.mainstay.security.secrets.metrics.ReloadMeters;
import dev.mainstay.security.secrets.ssl.BundleFiles;
import dev.mainstay.security.secrets.ssl.CheckedSslBundles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.env.ConfigTreePropertySource;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATION = AutoConfigurations.of(SslAutoConfiguration.class,
			SecretsAutoConfiguration.class, ManagementAccessAutoConfiguration.class);

	private final ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(CONFIGURATION);

	@TempDir
	private Path folder;

	@Test
	void watchesNothingWhereThereIsNothing() {
		this.runner.run((context) -> {
			assertThat(context).hasSingleBean(CheckedSslBundles.class).hasSingleBean(PoolCredentials.class);
			assertThat(context.getBean(SecretsStatus.class).state()).isEqualTo(FeatureState.NOT_APPLICABLE);
			assertThat(context.getBean(SecretsWatch.class).isRunning()).isFalse();
			assertThat(context).doesNotHaveBean(CertificatesHealthIndicator.class);
		});
	}

	@Test
	void watchesTreesAndBundlesAndEndsWithTheContext() {
		tree(this.runner).withPropertyValues("spring.ssl.bundle.pem.web.truststore.certificate=" + file("ca.crt"))
			.run((context) -> {
				SecretsWatch watch = context.getBean(SecretsWatch.class);
				assertThat(context.getBean(SecretsStatus.class).reason()).contains("1 config tree", "1 SSL bundle");
				assertThat(watch.isRunning()).isTrue();
				context.close();
				assertThat(watch.isRunning()).isFalse();
			});
	}

	@Test
	void leavesAloneWhatIsNotToBeReadAgain() {
		String bundle = "spring.ssl.bundle.pem.web.";
		this.runner
			.withPropertyValues(bundle + "truststore.certificate=" + file("ca.crt"), bundle + "reload-on-update=false")
			.run((context) -> assertThat(context.getBean(BundleFiles.class).size()).isZero());
		tree(this.runner).withPropertyValues("mainstay.security.secrets.reload=false").run((context) -> {
			assertThat(context.getBean(SecretsWatch.class).isRunning()).isFalse();
			assertThat(context.getBean(SecretsStatus.class).reason()).contains("mainstay.security.secrets.reload");
		});
	}

	@Test
	void isOffByItsSwitchAndWithMainstay() {
		for (String property : List.of("mainstay.enabled", "mainstay.security.secrets.enabled")) {
			this.runner.withPropertyValues(property + "=false").run((context) -> {
				assertThat(context).doesNotHaveBean(SecretsWatch.class).hasSingleBean(SslBundles.class);
				assertThat(context.getBean(SslBundles.class)).isExactlyInstanceOf(DefaultSslBundleRegistry.class);
			});
		}
	}

	@Test
	void aRegistryOfTheApplicationWins() {
		this.runner.withUserConfiguration(OwnRegistry.class)
			.run((context) -> assertThat(context).hasSingleBean(SslBundles.class).doesNotHaveBean(BundleFiles.class));
	}

	@Test
	void worksWithoutHikariMetersAndHealth() {
		this.runner
			.withClassLoader(new FilteredClassLoader("com.zaxxer.hikari", "io.micrometer",
					"org.springframework.boot.health", "org.springframework.boot.actuate"))
			.run((context) -> assertThat(context).hasSingleBean(SecretsWatch.class)
				.doesNotHaveBean("mainstayPoolCredentials")
				.doesNotHaveBean(ReloadMeters.class));
	}

	@Test
	void theTokenRotatesUnlessThePolicyIsOfTheApplication() {
		WebApplicationContextRunner web = new WebApplicationContextRunner().withConfiguration(CONFIGURATION);
		web.run((context) -> assertThat(context.getBean("mainstayTokenPolicy"))
			.isInstanceOf(RotatingTokenPolicy.class));
		web.withBean("mainstayTokenPolicy", ManagementAccessPolicy.class, () -> (call) -> true)
			.run((context) -> assertThat(context.getBean("mainstayTokenPolicy"))
				.isNotInstanceOf(RotatingTokenPolicy.class));
	}

	@Test
	void aCertificateOutsideOfBundlesIsShownInHealth() {
		this.runner.withPropertyValues("server.ssl.key-store=" + this.folder.resolve("missing.p12"))
			.run((context) -> assertThat(
					context.getBean(CertificatesHealthIndicator.class).health().getStatus().getCode())
				.isEqualTo("UP"));
	}

	@Test
	void aValueThatMakesNoSenseStopsTheStart() {
		this.runner.withPropertyValues("mainstay.security.secrets.reload-interval=0s")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining("mainstay.security.secrets.reload-interval"));
	}

	@Test
	void passesThroughWhereItWasSwitchedOffAfterTheBuild() {
		CheckedSslBundles bundles = new CheckedSslBundles(false, new Reloads());
		assertThat(bundles.getBundleNames()).isEmpty();
	}

	private ApplicationContextRunner tree(ApplicationContextRunner runner) {
		file("app.key");
		return runner.withInitializer((context) -> context.getEnvironment()
			.getPropertySources()
			.addLast(new ConfigTreePropertySource("Config tree '" + this.folder + "'", this.folder)));
	}

	private Path file(String name) {
		try {
			return Files.writeString(this.folder.resolve(name), "not-read-here");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnRegistry {

		@Bean
		DefaultSslBundleRegistry own() {
			return new DefaultSslBundleRegistry();
		}

	}

}
