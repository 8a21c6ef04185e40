package dev.mainstay.core.management.autoconfigure;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.servlet.DispatcherServlet;

import static org.assertj.core.api.Assertions.assertThat;

class ServletGuardBindingTests {

	/** Stands in for the type by which an application configures Jersey. */
	private static final String JERSEY = StringBuilder.class.getName();

	private final StaticListableBeanFactory beans = new StaticListableBeanFactory();

	private final MockEnvironment environment = new MockEnvironment();

	private final GuardBinding binding = new ServletGuardBinding(this.beans, this.environment, JERSEY);

	@Test
	void isInPlaceWhereSpringMvcServesTheEndpoints() {
		this.beans.addBean("dispatcherServlet", new DispatcherServlet());
		assertThat(this.binding.isInPlace()).isTrue();
	}

	@Test
	void isInPlaceOnASeparatePort() {
		this.environment.setProperty("management.server.port", "9090");
		assertThat(this.binding.isInPlace()).isTrue();
	}

	@Test
	void isNotInPlaceWhereNobodyOrSomebodyElseServesThem() {
		assertThat(this.binding.isInPlace()).isFalse();
	}

	@Test
	void isNotInPlaceWhereJerseyMayServeThem() {
		this.beans.addBean("dispatcherServlet", new DispatcherServlet());
		this.beans.addBean("resourceConfig", new StringBuilder());
		assertThat(this.binding.isInPlace()).isFalse();
	}

}
