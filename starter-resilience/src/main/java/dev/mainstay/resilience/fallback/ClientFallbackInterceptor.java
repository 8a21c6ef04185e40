package dev.mainstay.resilience.fallback;

import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.ProxyMethodInvocation;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Stands in front of an HTTP interface client. What it needs it asks for at the first
 * failure: a fallback may itself use a client. Thread-safe.
 */
final class ClientFallbackInterceptor implements MethodInterceptor {

	private static final boolean REACTOR = ClassUtils.isPresent("reactor.core.publisher.Mono",
			ClientFallbackInterceptor.class.getClassLoader());

	private final Supplier<List<ClientFallback<?>>> all;

	private final Supplier<Fallbacks> fallbacks;

	private final Function<Class<?>, String> clientName;

	ClientFallbackInterceptor(Supplier<List<ClientFallback<?>>> all, Supplier<Fallbacks> fallbacks,
			Function<Class<?>, String> clientName) {
		this.all = all;
		this.fallbacks = fallbacks;
		this.clientName = clientName;
	}

	@Override
	public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
		if (ReflectionUtils.isObjectMethod(invocation.getMethod())) {
			return invocation.proceed();
		}
		try {
			Object result = invocation.proceed();
			return REACTOR ? LaterAnswers.guard(result, new FailedClientCall(invocation, this)) : result;
		}
		catch (Throwable failure) {
			return new FailedClientCall(invocation, this).answer(failure);
		}
	}

	/** The fallback for the interface that declares the method, or one below it. */
	@Nullable ClientFallback<?> find(MethodInvocation invocation) {
		Class<?> declaring = invocation.getMethod().getDeclaringClass();
		Object proxy = (invocation instanceof ProxyMethodInvocation it) ? it.getProxy() : null;
		return this.all.get()
			.stream()
			.filter((it) -> declaring.isAssignableFrom(it.type()) && (proxy == null || it.type().isInstance(proxy)))
			.findFirst()
			.orElse(null);
	}

	Fallbacks fallbacks() {
		return this.fallbacks.get();
	}

	String clientName(Class<?> type) {
		return this.clientName.apply(type);
	}

}
