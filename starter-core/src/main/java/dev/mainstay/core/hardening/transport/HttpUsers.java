package dev.mainstay.core.hardening.transport;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;

import dev.mainstay.core.hardening.InspectedApplication;
import dev.mainstay.core.hardening.data.BeanState;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Who uses the builders of Spring Boot. The bean factory remembers what it has injected.
 */
final class HttpUsers {

	private final InspectedApplication application;

	HttpUsers(InspectedApplication application) {
		this.application = application;
	}

	/** Whether RestClient.Builder was asked for, and by whom if that is known. */
	List<String> ofRestClientBuilder() {
		List<String> users = injected("restClientBuilder");
		boolean made = injected("restClientBuilderConfigurer").contains("restClientBuilder");
		return (users.isEmpty() && made) ? List.of("the application") : users;
	}

	/** Those with time-outs of their own by far the most often. */
	boolean areTemplates() {
		return !injected("restTemplateBuilder").isEmpty();
	}

	boolean areReactive() {
		return !injected("webClientBuilder").isEmpty();
	}

	/**
	 * Whether nobody but reactive clients is seen.
	 * @param blocking whether there may be blocking ones, which is what groups are then
	 */
	boolean areOnlyReactive(boolean blocking) {
		return !areTemplates() && ofRestClientBuilder().isEmpty() && (groups().isEmpty() || !blocking);
	}

	/** The groups of HTTP service interfaces. */
	List<String> groups() {
		return this.application.beans("org.springframework.web.service.registry.HttpServiceProxyRegistry")
			.stream()
			.map((registry) -> BeanState.read(registry, "groupNames"))
			.filter(Collection.class::isInstance)
			.flatMap((names) -> ((Collection<?>) names).stream())
			.map(String::valueOf)
			.sorted()
			.toList();
	}

	private List<String> injected(String bean) {
		ConfigurableListableBeanFactory factory = BeanOwner.factory(this.application);
		return (factory != null) ? Arrays.stream(factory.getDependentBeans(bean)).sorted().toList() : List.of();
	}

}
