package dev.mainstay.resilience.call;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.aop.support.AopUtils;
import org.springframework.core.MethodClassKey;

/**
 * Makes calls of annotated methods calls of the engine. Thread-safe.
 */
final class ResilientInterceptor implements MethodInterceptor {

	private final Supplier<Resilience> resilience;

	private final Map<MethodClassKey, Optional<ResilientMethod>> methods = new ConcurrentHashMap<>();

	ResilientInterceptor(Supplier<Resilience> resilience) {
		this.resilience = resilience;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		Object bean = invocation.getThis();
		if (bean == null) {
			return invocation.proceed();
		}
		ResilientMethod method = find(invocation.getMethod(), AopUtils.getTargetClass(bean));
		if (method == null) {
			return invocation.proceed();
		}
		Work<@Nullable Object, Throwable> work = () -> proceed(invocation);
		FallbackMethods fallbacks = method.fallbacks();
		if (fallbacks == null) {
			return this.resilience.get().run(method.name(), method.repetition(), work);
		}
		return this.resilience.get()
			.run(method.name(), method.repetition(), work, fallbacks.on(bean, invocation.getArguments()));
	}

	/** An invocation goes through the interceptors behind this one once. */
	private static @Nullable Object proceed(MethodInvocation invocation) throws Throwable {
		return (invocation instanceof ProxyMethodInvocation proxied) ? proxied.invocableClone().proceed()
				: invocation.proceed();
	}

	@Nullable ResilientMethod find(Method method, Class<?> type) {
		MethodClassKey key = new MethodClassKey(method, type);
		return this.methods.computeIfAbsent(key, (it) -> Optional.ofNullable(ResilientMethod.of(method, type)))
			.orElse(null);
	}

	boolean knowsAny() {
		return this.methods.values().stream().anyMatch(Optional::isPresent);
	}

}
