package dev.mainstay.resilience.http.autoconfigure;

import java.util.stream.Stream;

import dev.mainstay.resilience.http.ResilientRequestFactoryBuilder;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.restclient.RestTemplateBuilder;

/**
 * The builders of the application, without timeouts and retries of ours. Thread-safe.
 */
record PlainRestTemplateBuilders(
		ObjectProvider<RestTemplateBuilder> builders) implements ObjectProvider<RestTemplateBuilder> {

	@Override
	public Stream<RestTemplateBuilder> stream() {
		RestTemplateBuilder builder = this.builders.getIfAvailable();
		return (builder != null) ? Stream.of(plain(builder)) : Stream.empty();
	}

	private static RestTemplateBuilder plain(RestTemplateBuilder builder) {
		return (builder.requestFactoryBuilder() instanceof ResilientRequestFactoryBuilder resilient)
				? builder.requestFactoryBuilder(resilient.delegate()) : builder;
	}

}
