package dev.mainstay.core.validation.reactive;

import java.util.List;

import dev.mainstay.core.validation.MissingValid;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.http.codec.HttpMessageReader;
import org.springframework.web.bind.support.WebBindingInitializer;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerAdapter;

/**
 * Has the bodies looked at that annotated controllers read. Called once for each bean
 * when the application starts.
 *
 * @since 0.1.0
 */
public final class ReactiveMissingValidPostProcessor implements BeanPostProcessor {

	private final ObjectProvider<MissingValid> missing;

	/**
	 * Create the post-processor.
	 * @param missing asked for the check when there is something to look at
	 */
	public ReactiveMissingValidPostProcessor(ObjectProvider<MissingValid> missing) {
		this.missing = missing;
	}

	/** When the adapter is initialised it hands its readers on. */
	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof RequestMappingHandlerAdapter adapter) {
			this.missing.ifAvailable((check) -> decorate(adapter, check));
		}
		return bean;
	}

	private static void decorate(RequestMappingHandlerAdapter adapter, MissingValid check) {
		if (check.isActive()) {
			WebBindingInitializer initializer = adapter.getWebBindingInitializer();
			List<HttpMessageReader<?>> readers = adapter.getMessageReaders();
			adapter.setMessageReaders(readers.stream()
				.<HttpMessageReader<?>>map((reader) -> decorate(reader, check, initializer))
				.toList());
		}
	}

	private static HttpMessageReader<?> decorate(HttpMessageReader<?> reader, MissingValid check,
			@Nullable WebBindingInitializer initializer) {
		return new MissingValidMessageReader<>(reader, new BodyCheck(check, initializer));
	}

}
