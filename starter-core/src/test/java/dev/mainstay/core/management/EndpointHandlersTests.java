package dev.mainstay.core.management;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import org.springframework.context.ApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.util.ReflectionUtils;
import org.springframework.web.method.HandlerMethod;

import static org.assertj.core.api.Assertions.assertThat;

class EndpointHandlersTests {

	private final ApplicationContext context = new GenericApplicationContext();

	private final Handler links = new Handler();

	private final Handler group = new Handler();

	private final AtomicInteger indexed = new AtomicInteger();

	private final EndpointHandlers handlers = new EndpointHandlers(Handler.class.getPackageName(), this::index);

	private EndpointIndex index(ApplicationContext context) {
		this.indexed.incrementAndGet();
		EndpointIndex index = new EndpointIndex();
		index.add(this.links, List.of("/actuator"), List.of("GET"), new EndpointPatterns("/actuator", List.of()));
		index.addOpen(this.group);
		return index;
	}

	@Test
	void recognisesHandlersByTheirPackage() {
		assertThat(this.handlers.isEndpoint(method(new Handler()))).isTrue();
		assertThat(this.handlers.isEndpoint(new Handler())).isFalse();
		assertThat(this.handlers.isEndpoint(method("text"))).isFalse();
	}

	@Test
	void theListOfEndpointsAndTheGroupsOfHealthAreOpen() {
		assertThat(this.handlers.operationOf(method(this.links), this.context)).isNull();
		assertThat(this.handlers.operationOf(method(this.group), this.context)).isNull();
		assertThat(this.indexed).hasValue(1);
	}

	@Test
	void aHandlerThatNobodyKnowsIsGuarded() {
		assertThat(this.handlers.operationOf(method(new Handler()), this.context)).isEqualTo(EndpointOperation.UNKNOWN);
		assertThat(this.handlers.operationOf(method(this.links), null)).isEqualTo(EndpointOperation.UNKNOWN);
	}

	private static HandlerMethod method(Object handler) {
		return new HandlerMethod(handler, ReflectionUtils.findMethod(handler.getClass(), "toString"));
	}

	static class Handler {

	}

}
