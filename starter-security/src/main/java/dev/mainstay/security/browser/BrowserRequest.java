package dev.mainstay.security.browser;

import org.jspecify.annotations.Nullable;

/**
 * A request as far as it matters where it comes from, the same on every web stack. Asked
 * for more only when what was said before does not settle it.
 *
 * @since 0.1.0
 */
public interface BrowserRequest {

	/**
	 * The method.
	 * @return the method, as it was sent
	 */
	String method();

	/**
	 * A header.
	 * @param name the name, in any case
	 * @return the first value, or {@code null} if it was not sent
	 */
	@Nullable String header(String name);

	/**
	 * The host and port that the request was sent to, behind what the application has for
	 * forwarded headers.
	 * @return such as {@code shop.example:8443}, or {@code null} if it is not known
	 */
	@Nullable String serverHost();

	/**
	 * Whether the other end of the socket is a proxy whose word is taken on which host
	 * was asked for.
	 * @return whether it is trusted
	 */
	boolean isFromTrustedProxy();

	/**
	 * Whether the client has shown a certificate, which a browser does by itself.
	 * @return whether there is one
	 */
	boolean hasClientCertificate();

}
