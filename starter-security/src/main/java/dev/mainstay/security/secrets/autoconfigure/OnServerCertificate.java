package dev.mainstay.security.secrets.autoconfigure;

import org.springframework.boot.autoconfigure.condition.AnyNestedCondition;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;

/**
 * Whether a server has a certificate outside of SSL bundles.
 */
final class OnServerCertificate extends AnyNestedCondition {

	OnServerCertificate() {
		super(ConfigurationPhase.PARSE_CONFIGURATION);
	}

	@ConditionalOnProperty("server.ssl.key-store")
	static class KeyStore {

	}

	@ConditionalOnProperty("server.ssl.certificate")
	static class Certificate {

	}

	@ConditionalOnProperty("management.server.ssl.key-store")
	static class ManagementKeyStore {

	}

	@ConditionalOnProperty("management.server.ssl.certificate")
	static class ManagementCertificate {

	}

}
