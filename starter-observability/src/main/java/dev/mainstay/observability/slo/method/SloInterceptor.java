package dev.mainstay.observability.slo.method;

import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import dev.mainstay.observability.slo.Slo;
import dev.mainstay.observability.slo.SloEvents;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.support.AopUtils;
import org.springframework.core.MethodClassKey;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.util.ClassUtils;

/**
 * Counts the calls of annotated methods. Changes nothing about them. Thread-safe.
 */
final class SloInterceptor implements MethodInterceptor {

	private static final boolean REACTOR = ClassUtils.isPresent("reactor.core.publisher.Flux",
			SloInterceptor.class.getClassLoader());

	private final Supplier<SloEvents> events;

	private final Map<MethodClassKey, Optional<String>> names = new ConcurrentHashMap<>();

	SloInterceptor(Supplier<SloEvents> events) {
		this.events = events;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object bean = invocation.getThis();
		String name = (bean != null) ? find(invocation.getMethod(), AopUtils.getTargetClass(bean)) : null;
		if (name == null) {
			return invocation.proceed();
		}
		Call call = new Call(this.events.get(), name, System.nanoTime());
		Object result;
		try {
			result = invocation.proceed();
		}
		catch (Throwable ex) {
			call.ended(true);
			throw ex;
		}
		return watched(result, call);
	}

	private static @Nullable Object watched(@Nullable Object result, Call call) {
		if (result instanceof CompletionStage<?> stage) {
			stage.whenComplete((value, ex) -> call.ended(ex != null));
			return result;
		}
		Object watched = REACTOR ? ReactiveResults.watched(result, call) : null;
		if (watched == null) {
			call.ended(false);
			return result;
		}
		return watched;
	}

	@Nullable String find(Method method, Class<?> type) {
		return this.names.computeIfAbsent(new MethodClassKey(method, type), (key) -> {
			Method specific = AopUtils.getMostSpecificMethod(method, type);
			Slo slo = AnnotatedElementUtils.findMergedAnnotation(specific, Slo.class);
			return Optional.ofNullable(slo).map(Slo::value);
		}).orElse(null);
	}

	/**
	 * A call that has begun.
	 *
	 * @param events counts it
	 * @param name the name of the objective
	 * @param start when it began
	 */
	record Call(SloEvents events, String name, long start) {

		void ended(boolean failed) {
			this.events.count(this.name, failed, Duration.ofNanos(System.nanoTime() - this.start));
		}

		/** Each subscriber has a call of its own. */
		Call again() {
			return new Call(this.events, this.name, System.nanoTime());
		}

	}

}
