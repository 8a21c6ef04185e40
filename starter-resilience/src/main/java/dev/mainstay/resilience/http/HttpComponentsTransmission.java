package dev.mainstay.resilience.http;

import java.io.IOException;

import dev.mainstay.resilience.http.internal.Transmission;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;

/**
 * Watches how Apache HttpComponents sends requests: the last link of its chain comes when
 * there is a connection, once for each hop of a redirect and each retry of its own.
 */
final class HttpComponentsTransmission {

	private static final String NAME = HttpComponentsTransmission.class.getName();

	private HttpComponentsTransmission() {
	}

	static void watch(HttpClientBuilder client) {
		client.addExecInterceptorFirst(NAME + ".watched", HttpComponentsTransmission::watched);
		client.addExecInterceptorLast(NAME + ".begun", HttpComponentsTransmission::begun);
	}

	private static ClassicHttpResponse watched(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
			throws IOException, HttpException {
		Transmission transmission = Transmission.current();
		if (transmission != null) {
			transmission.watched();
			if (scope.originalRequest instanceof Cancellable cancellable) {
				transmission.abortBy(cancellable::cancel);
			}
		}
		return chain.proceed(request, scope);
	}

	private static ClassicHttpResponse begun(ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
			throws IOException, HttpException {
		Transmission transmission = Transmission.current();
		if (transmission != null) {
			transmission.begun();
			transmission.abortBy(scope.execRuntime::discardEndpoint);
		}
		return chain.proceed(request, scope);
	}

}
