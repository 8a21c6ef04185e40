package dev.mainstay.core.hardening.transport;

import java.security.KeyStore;
import java.security.cert.X509Certificate;

import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

import org.junit.jupiter.api.Test;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static dev.mainstay.core.hardening.VerdictAssert.assertThatLooking;

class TrustCheckTests {

	private static final String SWITCH = "jdk.internal.httpclient.disableHostnameVerification";

	private final TrustCheck check = new TrustCheck();

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class));

	@Test
	void theSwitchOfTheJvmIsFound() {
		this.runner.withSystemProperties(SWITCH + "=true")
			.run((context) -> assertThatLooking(this.check, context).fails("-D" + SWITCH).at("system properties"));
	}

	@Test
	void theSwitchThatIsOffPasses() {
		this.runner.withSystemProperties(SWITCH + "=false")
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aVerifierThatAcceptsAnyHostIsFound() {
		this.runner.withBean("lax", HostnameVerifier.class, () -> (host, session) -> true)
			.run((context) -> assertThatLooking(this.check, context).fails("HostnameVerifier lax"));
	}

	@Test
	void aVerifierOfAllConnectionsIsFound() {
		HostnameVerifier before = HttpsURLConnection.getDefaultHostnameVerifier();
		HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);
		try {
			this.runner.run((context) -> assertThatLooking(this.check, context).fails("default HostnameVerifier"));
		}
		finally {
			HttpsURLConnection.setDefaultHostnameVerifier(before);
		}
	}

	@Test
	void aVerifierForOneHostPasses() {
		this.runner.withBean(HostnameVerifier.class, () -> (host, session) -> host.equals("partner.example.org"))
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	@Test
	void aTrustManagerThatAcceptsAnythingIsFound() {
		this.runner.withBean("lax", TrustManager.class, Lax::new)
			.run((context) -> assertThatLooking(this.check, context).fails("TrustManager lax"));
	}

	@Test
	void theTrustManagerOfTheJvmPasses() {
		this.runner.withBean(TrustManager.class, TrustCheckTests::ofTheJvm)
			.run((context) -> assertThatLooking(this.check, context).passes());
	}

	private static TrustManager ofTheJvm() {
		try {
			TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
			factory.init((KeyStore) null);
			return factory.getTrustManagers()[0];
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	static class Lax implements X509TrustManager {

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType) {
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

	}

}
