package dev.mainstay.core.validation.json.servlet;

import java.util.ArrayList;
import java.util.List;

import dev.mainstay.core.validation.json.JsonReading;
import dev.mainstay.core.validation.json.JsonRules;
import dev.mainstay.core.validation.json.MappersLeftAlone;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.BeanFactoryAware;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.web.servlet.function.support.RouterFunctionMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;

/**
 * Has the JSON of requests read within the limits. Called once for each bean when the
 * application starts.
 *
 * @since 0.1.0
 */
public final class ServletJsonPostProcessor implements BeanPostProcessor, BeanFactoryAware, Ordered {

	private final ObjectProvider<JsonRules> rules;

	private final ObjectProvider<MappersLeftAlone> status;

	/** Others, such as that of Spring Data REST, have other converters. */
	private static final String ADAPTER = "requestMappingHandlerAdapter";

	private @Nullable FunctionalConverters functional;

	/**
	 * Create the post-processor.
	 * @param rules asked for the rules when there is something to read
	 * @param status told of what is left alone
	 */
	public ServletJsonPostProcessor(ObjectProvider<JsonRules> rules, ObjectProvider<MappersLeftAlone> status) {
		this.rules = rules;
		this.status = status;
	}

	@Override
	public void setBeanFactory(BeanFactory beans) {
		this.functional = (beans instanceof ConfigurableListableBeanFactory known) ? new FunctionalConverters(known)
				: null;
	}

	/** When the adapter is initialised it hands its converters on. */
	@Override
	public Object postProcessBeforeInitialization(Object bean, String beanName) {
		if (bean instanceof RequestMappingHandlerAdapter || bean instanceof RouterFunctionMapping) {
			JsonRules active = this.rules.getIfAvailable();
			if (active != null && active.isActive()) {
				guard(bean, beanName, active);
			}
		}
		return bean;
	}

	private void guard(Object bean, String beanName, JsonRules active) {
		FunctionalConverters both = this.functional;
		boolean framework = both != null && both.isOfFramework(beanName);
		if (bean instanceof RequestMappingHandlerAdapter adapter) {
			List<HttpMessageConverter<?>> guarded = converters(adapter.getMessageConverters(), active);
			adapter.setMessageConverters(guarded);
			if (both != null && framework && ADAPTER.equals(beanName)) {
				both.of(guarded);
			}
		}
		else if (both != null && framework) {
			both.in((RouterFunctionMapping) bean);
		}
		else {
			this.status.ifAvailable((it) -> it.add("the mapping " + beanName));
		}
	}

	private List<HttpMessageConverter<?>> converters(List<HttpMessageConverter<?>> converters, JsonRules active) {
		List<HttpMessageConverter<?>> all = new ArrayList<>(converters.size() + 1);
		for (HttpMessageConverter<?> converter : converters) {
			if (converter.getClass() == JacksonJsonHttpMessageConverter.class) {
				guard((JacksonJsonHttpMessageConverter) converter, active, all);
			}
			else if (readsJson(converter)) {
				this.status.ifAvailable((it) -> it.add(converter.getClass().getName()));
			}
			all.add(converter);
		}
		return all;
	}

	private void guard(JacksonJsonHttpMessageConverter converter, JsonRules active, List<HttpMessageConverter<?>> all) {
		if (JsonReading.suits(converter.getMapper())) {
			all.add(new GuardedJsonConverter(converter, new JsonReading(converter.getMapper(), active)));
			this.status.ifAvailable(MappersLeftAlone::reads);
		}
		else {
			this.status.ifAvailable((it) -> it.add(converter.getMapper()));
		}
	}

	private static boolean readsJson(HttpMessageConverter<?> converter) {
		return converter.getSupportedMediaTypes()
			.stream()
			.anyMatch((type) -> type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON));
	}

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE;
	}

}
