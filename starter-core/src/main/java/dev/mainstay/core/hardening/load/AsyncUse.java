package dev.mainstay.core.hardening.load;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.web.InspectedHandler;
import dev.mainstay.core.hardening.web.InspectedHandlers;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.scheduling.annotation.Async;
import org.springframework.util.ClassUtils;
import org.springframework.util.ReflectionUtils;

/**
 * Finds who hands work to which executor.
 */
final class AsyncUse {

	private static final String ASYNC = "org.springframework.scheduling.annotation.AsyncAnnotationBeanPostProcessor";

	/** What Spring MVC runs, or writes, on its executor; promises run elsewhere. */
	private static final Set<String> RUN = Set.of("java.util.concurrent.Callable",
			"org.springframework.web.context.request.async.WebAsyncTask",
			"org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody");

	private AsyncUse() {
	}

	/**
	 * Who uses an executor.
	 * @param application the application
	 * @return one of the users, by the name of the executor's bean
	 */
	static Map<String, String> of(InspectedApplication application) {
		Map<String, String> users = new TreeMap<>();
		if (application.declares(ASYNC)) {
			asyncMethods(application.context()).forEach((method) -> users.putIfAbsent(executor(method),
					method.getDeclaringClass().getSimpleName() + "#" + method.getName()));
		}
		if (application.declares("org.springframework.web.servlet.DispatcherServlet")) {
			InspectedHandlers.of(application)
				.stream()
				.filter(AsyncUse::isRunByMvc)
				.forEach((handler) -> users.putIfAbsent(ExecutorBounds.OF_BOOT, handler.name()));
		}
		return users;
	}

	private static Stream<Method> asyncMethods(ApplicationContext context) {
		if (!(context.getAutowireCapableBeanFactory() instanceof ConfigurableListableBeanFactory beans)) {
			return Stream.empty();
		}
		return Arrays.stream(beans.getBeanDefinitionNames())
			.<Class<?>>flatMap((name) -> Stream.ofNullable(AutoProxyUtils.determineTargetClass(beans, name)))
			.map(ClassUtils::getUserClass)
			.filter((type) -> !type.getName().startsWith("org.springframework."))
			.flatMap((type) -> Arrays.stream(ReflectionUtils.getUniqueDeclaredMethods(type)))
			.filter((method) -> annotation(method) != null);
	}

	private static @Nullable Async annotation(Method method) {
		Async own = AnnotatedElementUtils.findMergedAnnotation(method, Async.class);
		boolean inherited = own == null && method.getDeclaringClass() != Object.class && !method.isSynthetic();
		return inherited ? AnnotatedElementUtils.findMergedAnnotation(method.getDeclaringClass(), Async.class) : own;
	}

	private static String executor(Method method) {
		Async async = annotation(method);
		return (async == null || async.value().isEmpty()) ? ExecutorBounds.DEFAULT : async.value();
	}

	private static boolean isRunByMvc(InspectedHandler handler) {
		Class<?> type = handler.method().getMethod().getReturnType();
		return RUN.contains(type.getName());
	}

}
