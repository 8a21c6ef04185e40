package dev.mainstay.security.secrets.autoconfigure;

import java.time.Clock;

import dev.mainstay.security.secrets.actuate.CertificatesHealthIndicator;
import dev.mainstay.security.secrets.metrics.CertificateMeters;
import dev.mainstay.security.secrets.ssl.ServerCertificates;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The certificates of a server that has some outside of SSL bundles.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(WebServerSslBundle.class)
@Conditional(OnServerCertificate.class)
final class ServerCertificatesConfiguration {

	@Bean
	@ConditionalOnMissingBean
	ServerCertificates mainstayServerCertificates(Environment environment) {
		return new ServerCertificates(environment);
	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass(MeterBinder.class)
	static class MetersConfiguration {

		@Bean
		@ConditionalOnMissingBean
		CertificateMeters mainstayCertificateMeters(ServerCertificates certificates) {
			return new CertificateMeters(certificates, Clock.systemUTC());
		}

	}

	@Configuration(proxyBeanMethods = false)
	@ConditionalOnClass({ HealthIndicator.class, ConditionalOnEnabledHealthIndicator.class })
	@ConditionalOnEnabledHealthIndicator("certificates")
	static class HealthConfiguration {

		@Bean
		@ConditionalOnMissingBean(name = { "certificatesHealthIndicator", "certificatesHealthContributor" })
		CertificatesHealthIndicator certificatesHealthIndicator(ServerCertificates certificates,
				SecretsProperties properties) {
			return new CertificatesHealthIndicator(certificates, properties.certificateWarning(), Clock.systemUTC());
		}

	}

}
