package dev.mainstay.core.request.autoconfigure;

import java.util.List;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.failure.autoconfigure.FailureAutoConfiguration;
import dev.mainstay.core.problem.autoconfigure.ProblemAutoConfiguration;
import dev.mainstay.core.request.AnswerHeads;
import dev.mainstay.core.request.EndpointOrigins;
import dev.mainstay.core.request.RequestLifecycle;
import dev.mainstay.core.request.TraceIdSource;
import dev.mainstay.core.request.TrustedProxies;
import dev.mainstay.core.request.servlet.RequestIdentityFilter;
import org.junit.jupiter.api.Test;

import org.springframework.boot.actuate.endpoint.web.PathMappedEndpoints;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.ApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.handler.MappedInterceptor;

import static org.assertj.core.api.Assertions.assertThat;

class RequestServletAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(RequestAutoConfiguration.class,
			RequestServletAutoConfiguration.class);

	private final WebApplicationContextRunner runner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void isThereByDefault() {
		this.runner.run((context) -> assertThat(context).hasSingleBean(RequestLifecycle.class)
			.hasSingleBean(AnswerHeads.class)
			.hasSingleBean(EndpointOrigins.class)
			.hasSingleBean(TomcatLifecycleCustomizer.class)
			.hasSingleBean(MappedInterceptor.class));
	}

	@Test
	void theIdentityFilterIsOutermost() {
		this.runner.run((context) -> {
			FilterRegistrationBean<?> registration = context.getBean("mainstayRequestIdentityFilter",
					FilterRegistrationBean.class);
			assertThat(registration.getFilter()).isInstanceOf(RequestIdentityFilter.class);
			assertThat(registration.getOrder()).isEqualTo(Ordered.HIGHEST_PRECEDENCE);
		});
	}

	@Test
	void theTraceFilterIsRegisteredOnlyWithASource() {
		this.runner.run((context) -> assertThat(traceFilter(context).isEnabled()).isFalse());
		this.runner.withBean(TraceIdSource.class, () -> (observation) -> null).run((context) -> {
			assertThat(traceFilter(context).isEnabled()).isTrue();
			assertThat(traceFilter(context).getOrder()).isEqualTo(Ordered.HIGHEST_PRECEDENCE + 3);
		});
	}

	/** Both would have the same order otherwise, which leaves it to chance. */
	@Test
	void theTraceIsNotedBeforeAFailureIsReported() {
		this.runner
			.withConfiguration(AutoConfigurations.of(ProblemAutoConfiguration.class, FailureAutoConfiguration.class))
			.run((context) -> {
				FilterRegistrationBean<?> failures = context.getBean("mainstayFailureReportingFilter",
						FilterRegistrationBean.class);
				assertThat(failures.getOrder()).isLessThan(traceFilter(context).getOrder());
			});
	}

	private static FilterRegistrationBean<?> traceFilter(ApplicationContext context) {
		return context.getBean("mainstayRequestTraceFilter", FilterRegistrationBean.class);
	}

	@Test
	void isOffWithMainstay() {
		this.runner.withPropertyValues("mainstay.enabled=false")
			.run((context) -> assertThat(context).doesNotHaveBean(RequestLifecycle.class)
				.doesNotHaveBean(MappedInterceptor.class)
				.doesNotHaveBean(FilterRegistrationBean.class));
	}

	@Test
	void theIdentityCanBeSwitchedOffAlone() {
		this.runner.withPropertyValues("mainstay.request-id.enabled=false")
			.run((context) -> assertThat(context.getBean(AnswerHeads.class).requestIdHeader()).isNull());
	}

	@Test
	void theHeaderIsConfigurable() {
		this.runner.withPropertyValues("mainstay.request-id.header=X-Correlation-Id")
			.run((context) -> assertThat(context.getBean(AnswerHeads.class).requestIdHeader())
				.isEqualTo("X-Correlation-Id"));
	}

	@Test
	void aHeaderThatIsNoneStopsTheStart() {
		this.runner.withPropertyValues("mainstay.request-id.header=X Id")
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageStartingWith("mainstay.request-id.header is X Id: it is not the name of a header. Set it"));
	}

	@Test
	void trustedProxiesAreConfigurable() {
		this.runner.withPropertyValues("mainstay.trusted-proxies=10.0.0.0/8,192.0.2.1")
			.run((context) -> assertThat(context.getBean(TrustedProxies.class).contains("10.1.2.3")).isTrue());
	}

	@Test
	void aBeanOfTheApplicationWins() {
		AnswerHeads heads = new AnswerHeads(null, List::of);
		this.runner.withBean(AnswerHeads.class, () -> heads)
			.run((context) -> assertThat(context.getBean(AnswerHeads.class)).isSameAs(heads));
	}

	@Test
	void worksWithoutTomcat() {
		this.runner.withClassLoader(new FilteredClassLoader(ConfigurableTomcatWebServerFactory.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("mainstayTomcatLifecycleCustomizer"));
	}

	@Test
	void worksWithoutActuator() {
		this.runner.withClassLoader(new FilteredClassLoader(PathMappedEndpoints.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(EndpointOrigins.class));
	}

	@Test
	void backsOffWithoutTheLifecycle() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(RequestServletAutoConfiguration.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(FilterRegistrationBean.class));
	}

	@Test
	void backsOffWithoutSpringMvc() {
		this.runner.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(FilterRegistrationBean.class));
	}

	@Test
	void backsOffWithoutAWebApplication() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(RequestLifecycle.class));
	}

}
