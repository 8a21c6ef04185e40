package dev.mainstay.resilience.idempotency.autoconfigure;

import java.io.IOException;
import java.time.Duration;
import java.util.EnumSet;

import dev.mainstay.core.configuration.InvalidPropertyException;
import dev.mainstay.core.mode.FeatureState;
import dev.mainstay.core.request.servlet.SecurityFilterOrder;
import dev.mainstay.resilience.idempotency.AfterFailure;
import dev.mainstay.resilience.idempotency.OnAbandoned;
import dev.mainstay.resilience.idempotency.ClaimResult;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencySettings;
import dev.mainstay.resilience.idempotency.IdempotencyStore;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.Operation;
import dev.mainstay.resilience.idempotency.Outcome;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.WhenFull;
import dev.mainstay.resilience.idempotency.metrics.IdempotencyMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.boot.web.servlet.DelegatingFilterProxyRegistrationBean;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.servlet.DispatcherServlet;

import static org.assertj.core.api.Assertions.assertThat;

class ServletIdempotencyAutoConfigurationTests {

	private static final AutoConfigurations CONFIGURATIONS = AutoConfigurations.of(WebMvcAutoConfiguration.class,
			IdempotencyAutoConfiguration.class, ServletIdempotencyAutoConfiguration.class);

	private final WebApplicationContextRunner contextRunner = new WebApplicationContextRunner()
		.withConfiguration(CONFIGURATIONS);

	@Test
	void filterComesBehindSecurityForAllButIncludes() {
		this.contextRunner.run((context) -> {
			FilterRegistrationBean<?> filter = context.getBean("mainstayIdempotencyFilter",
					FilterRegistrationBean.class);
			assertThat(filter.getOrder()).isEqualTo(-70);
			assertThat(filter.isEnabled()).isTrue();
			assertThat(filter.determineDispatcherTypes())
				.isEqualTo(EnumSet.complementOf(EnumSet.of(DispatcherType.INCLUDE)));
			assertThat(context.getBean(IdempotencyStatus.class).state()).isEqualTo(FeatureState.ON);
			assertThat(context.getBean(IdempotencyStatus.class).reason()).isEqualTo("keys in memory");
		});
	}

	@Test
	void filterFollowsSecurityWhereTheApplicationHasMovedIt() {
		DelegatingFilterProxyRegistrationBean security = new DelegatingFilterProxyRegistrationBean(
				SecurityFilterOrder.CHAIN);
		security.setOrder(100);
		this.contextRunner.withBean(DelegatingFilterProxyRegistrationBean.class, () -> security)
			.run((context) -> assertThat(
					context.getBean("mainstayIdempotencyFilter", FilterRegistrationBean.class).getOrder())
				.isEqualTo(103));
	}

	@Test
	void defaultsReachTheBeans() {
		this.contextRunner.run((context) -> assertThat(context.getBean(Idempotency.class).settings()).isEqualTo(
				new IdempotencySettings(false, Duration.ofSeconds(60), 1024 * 1024, 1024 * 1024, AfterFailure.AUTO,
						OnAbandoned.REJECT, WhenFull.RUN, IdempotencySettings.DEFAULT_REPLAYED_HEADERS)));
	}

	@Test
	void propertiesReachTheBeans() {
		this.contextRunner
			.withPropertyValues("mainstay.idempotency.strict=true", "mainstay.idempotency.lease=5s",
					"mainstay.idempotency.max-request-size=2KB", "mainstay.idempotency.max-response-size=3KB",
					"mainstay.idempotency.when-full=refuse", "mainstay.idempotency.after-failure=unknown",
					"mainstay.idempotency.replayed-headers=Location,X-Order")
			.run((context) -> assertThat(context.getBean(Idempotency.class).settings())
				.isEqualTo(new IdempotencySettings(true, Duration.ofSeconds(5), 2048, 3072, AfterFailure.UNKNOWN,
						OnAbandoned.REJECT, WhenFull.REFUSE, java.util.Set.of("Location", "X-Order"))));
	}

	@Test
	void boundsReachTheStore() {
		this.contextRunner.withPropertyValues("mainstay.idempotency.max-entries=1").run((context) -> {
			IdempotencyStore store = context.getBean(IdempotencyStore.class);
			store.claim(operation("a"), Duration.ofSeconds(1));
			assertThat(store.claim(operation("b"), Duration.ofSeconds(1))).isEqualTo(new ClaimResult.Full());
		});
		this.contextRunner.withPropertyValues("mainstay.idempotency.max-store-size=1B")
			.run((context) -> assertThat(
					context.getBean(IdempotencyStore.class).claim(operation("a"), Duration.ofSeconds(1)))
				.isEqualTo(new ClaimResult.Full()));
	}

	private static Operation operation(String key) {
		return new Operation(key, "f", key);
	}

	@Test
	void timeToLiveReachesTheStore() {
		this.contextRunner.withPropertyValues("mainstay.idempotency.ttl=1ns", "mainstay.idempotency.lease=1ns")
			.run((context) -> {
				IdempotencyStore store = context.getBean(IdempotencyStore.class);
				ClaimResult.Granted first = (ClaimResult.Granted) store.claim(operation("a"), Duration.ofNanos(1));
				store.complete("a", first.token(), new Outcome.NotReplayable());
				assertThat(store.claim(operation("a"), Duration.ofNanos(1))).isInstanceOf(ClaimResult.Granted.class);
			});
	}

	@ParameterizedTest
	@ValueSource(strings = { "mainstay.enabled", "mainstay.idempotency.enabled" })
	void isSwitchedOff(String property) {
		this.contextRunner.withPropertyValues(property + "=false")
			.run((context) -> assertThat(context).doesNotHaveBean(Idempotency.class)
				.doesNotHaveBean(IdempotencyStore.class)
				.doesNotHaveBean(IdempotencyStatus.class)
				.doesNotHaveBean("mainstayIdempotencyFilter"));
	}

	@Test
	void backsOffWithoutAWebApplication() {
		new ApplicationContextRunner().withConfiguration(CONFIGURATIONS)
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean(Idempotency.class));
	}

	@Test
	void filterBacksOffWithoutSpringMvc() {
		new WebApplicationContextRunner()
			.withConfiguration(AutoConfigurations.of(IdempotencyAutoConfiguration.class,
					ServletIdempotencyAutoConfiguration.class))
			.withClassLoader(new FilteredClassLoader(DispatcherServlet.class))
			.run((context) -> assertThat(context).hasNotFailed().doesNotHaveBean("mainstayIdempotencyFilter"));
	}

	@Test
	void metersBackOffWithoutMicrometer() {
		this.contextRunner.run((context) -> assertThat(context).hasSingleBean(IdempotencyMetrics.class));
		this.contextRunner.withClassLoader(new FilteredClassLoader(MeterRegistry.class))
			.run((context) -> assertThat(context).hasNotFailed()
				.hasBean("mainstayIdempotencyFilter")
				.doesNotHaveBean("mainstayIdempotencyMetrics"));
	}

	@Test
	void storeOfTheApplicationIsUsed() {
		this.contextRunner.withUserConfiguration(OwnStore.class)
			.run((context) -> assertThat(context).hasSingleBean(IdempotencyStore.class)
				.doesNotHaveBean("mainstayIdempotencyStore"));
	}

	@Test
	void backsOffForAFilterOfTheApplicationThatHandlesKeys() {
		this.contextRunner.withUserConfiguration(OwnFilter.class).run((context) -> {
			IdempotencyStatus status = context.getBean(IdempotencyStatus.class);
			assertThat(status.state()).isEqualTo(FeatureState.BACKED_OFF);
			assertThat(status.reason()).contains(CompanyIdempotencyFilter.class.getName());
		});
	}

	@Test
	void namesTheHandlersThatReadTheKeyThemselves() {
		this.contextRunner.withUserConfiguration(OwnHandler.class).run((context) -> {
			IdempotencyStatus status = context.getBean(IdempotencyStatus.class);
			assertThat(status.state()).isEqualTo(FeatureState.ON);
			assertThat(status.reason()).contains("OwnHandler#pay");
		});
	}

	@ParameterizedTest
	@CsvSource({ "ttl,0s", "ttl,-1s", "lease,0s", "rejected-ttl,0s", "lease,25h", "max-request-size,-1B",
			"max-response-size,513MB", "max-entries,0", "max-store-size,0B", "exclude-paths,/{open",
			"exclude-paths,no-slash" })
	void incoherentValueStopsTheStartWithAReadableMessage(String name, String value) {
		this.contextRunner.withPropertyValues("mainstay.idempotency." + name + "=" + value)
			.run((context) -> assertThat(context).getFailure()
				.rootCause()
				.hasMessageContaining("mainstay.idempotency." + name + " is ")
				.isInstanceOf(InvalidPropertyException.class)
				.hasMessageContaining(": it has to be "));
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnStore {

		@Bean
		IdempotencyStore ownStore() {
			return new InMemoryIdempotencyStore(new Retention(Duration.ofHours(1), Duration.ofHours(1)), 1, 1000,
					System::nanoTime);
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OwnFilter {

		@Bean
		FilterRegistrationBean<CompanyIdempotencyFilter> ownFilter() {
			return new FilterRegistrationBean<>(new CompanyIdempotencyFilter());
		}

	}

	static final class CompanyIdempotencyFilter extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			chain.doFilter(request, response);
		}

	}

	@RestController
	static class OwnHandler {

		@PostMapping("/pay")
		String pay(@RequestHeader("idempotency-key") String key) {
			return key;
		}

	}

}
