package dev.mainstay.resilience.http.autoconfigure;

import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;

import org.springframework.boot.http.client.ClientHttpRequestFactoryBuilder;
import org.springframework.boot.http.client.HttpComponentsClientHttpRequestFactoryBuilder;

/**
 * Switches off the retry that Apache HttpComponents makes by itself, which would multiply
 * with ours. In a class of its own, because the client is optional.
 */
final class HttpComponentsRetries {

	private HttpComponentsRetries() {
	}

	static ClientHttpRequestFactoryBuilder<?> switchOff(ClientHttpRequestFactoryBuilder<?> builder) {
		return (builder instanceof HttpComponentsClientHttpRequestFactoryBuilder httpComponents)
				? httpComponents.withHttpClientCustomizer(HttpClientBuilder::disableAutomaticRetries) : builder;
	}

}
