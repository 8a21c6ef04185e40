package dev.mainstay.tests.rotation;

import java.io.IOException;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Connects with a full handshake each time, and tells whose certificate the server
 * showed.
 */
final class TlsClient {

	private final int port;

	TlsClient(int port) {
		this.port = port;
	}

	/** The name in the certificate of the server. */
	String peer() throws IOException {
		try (SSLSocket socket = (SSLSocket) context().getSocketFactory()
			.createSocket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(20_000);
			socket.startHandshake();
			X509Certificate shown = (X509Certificate) socket.getSession().getPeerCertificates()[0];
			return shown.getSubjectX500Principal().getName().replace("CN=", "");
		}
	}

	/** A new context for each connection, as none is to resume the session of another. */
	private static SSLContext context() {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { new Everybody() }, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Which certificate is shown is the question, not whether it is trusted. */
	private static final class Everybody implements X509TrustManager {

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
