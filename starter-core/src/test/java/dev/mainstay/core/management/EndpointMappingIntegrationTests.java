package dev.mainstay.core.management;

import java.util.List;
import java.util.stream.Stream;

import dev.mainstay.core.management.servlet.BasePathEndpointHandlerMapping;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.actuate.endpoint.web.EndpointLinksResolver;
import org.springframework.boot.actuate.endpoint.web.EndpointMapping;
import org.springframework.boot.actuate.endpoint.web.EndpointMediaTypes;
import org.springframework.boot.actuate.endpoint.web.WebEndpointsSupplier;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webmvc.actuate.endpoint.web.WebMvcEndpointHandlerMapping;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.util.ServletRequestPathUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Endpoints are found as by Spring Boot's own mapping, of which another may take the
 * place.
 */
class EndpointMappingIntegrationTests {

	private static ConfigurableApplicationContext context;

	@BeforeAll
	static void start() {
		context = run(GuardedApplication.class);
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@MethodSource("targets")
	void isAsItWas(String target) {
		for (String basePath : List.of("/actuator", "/manage/it", "")) {
			String moved = target.replace("/actuator", basePath);
			for (String method : List.of("GET", "HEAD", "POST", "OPTIONS", "PATCH")) {
				assertThat(found(ours(basePath), method, moved)).as("%s %s", method, moved)
					.isEqualTo(found(plain(basePath), method, moved));
			}
		}
	}

	static Stream<String> targets() {
		return Stream.concat(
				AbstractManagementGuardIntegrationTests.TRICKS.stream()
					.filter((target) -> target.startsWith("/"))
					.map((target) -> target.replaceFirst("[?#].*$", "")),
				Stream.of("/actuator", "/actuator/", "/actuator/health", "/actuator/health/liveness", "/actuators",
						"/orders/17", "/", "", "/a%20b/17"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/acme/actuator", "/acme/actuator/health", "/acme/actuator/health/liveness", "/acme",
			"/actuator/health" })
	void isAsItWasBelowABasePathWithAVariable(String target) {
		for (String basePath : List.of("/{tenant}/actuator", "/{tenant:[a-z]+}/actuator", "/*/actuator",
				"/acm?/actuator")) {
			assertThat(found(ours(basePath), "GET", target)).as("%s below %s", target, basePath)
				.isEqualTo(found(plain(basePath), "GET", target));
		}
	}

	@Test
	void asksNobodyAboutWhatIsNotBelowTheBasePath() throws Exception {
		MockHttpServletRequest request = request("GET", "/orders/17");
		assertThat(ours("/actuator").getHandler(request)).isNull();
		assertThat(request.getAttributeNames().asIterator()).toIterable()
			.noneMatch((name) -> name.contains("MEDIA_TYPE"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "--server.servlet.context-path=/shop", "--spring.mvc.servlet.path=/shop" })
	void answersWithLinksOfAllEndpoints(String path) {
		try (ConfigurableApplicationContext application = run(GuardedApplication.class, path,
				"--management.endpoints.web.exposure.include=*")) {
			assertThat(application.getBean(WebMvcEndpointHandlerMapping.class))
				.isInstanceOf(BasePathEndpointHandlerMapping.class);
			int port = application.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
			String before = path.isEmpty() ? "" : "/shop";
			assertThat(RawHttp.get(port, before + "/actuator").text()).contains("200", before + "/actuator/mappings",
					before + "/actuator/health/{*path}");
			assertThat(RawHttp.get(port, before + "/actuator/mappings").text())
				.contains("Actuator web endpoint 'health'", "Actuator root web endpoint");
		}
	}

	@Test
	void leavesTheMappingOfTheApplicationAlone() {
		try (ConfigurableApplicationContext application = run(OwnMapping.class)) {
			assertThat(application.getBean(WebMvcEndpointHandlerMapping.class))
				.isNotInstanceOf(BasePathEndpointHandlerMapping.class);
		}
	}

	@Test
	void isSpringBootsWhenSwitchedOff() {
		try (ConfigurableApplicationContext application = run(GuardedApplication.class, "--mainstay.enabled=false")) {
			assertThat(application.getBean(WebMvcEndpointHandlerMapping.class))
				.isNotInstanceOf(BasePathEndpointHandlerMapping.class);
		}
	}

	private static ConfigurableApplicationContext run(Class<?> application, String... arguments) {
		return new SpringApplicationBuilder(application).web(WebApplicationType.SERVLET)
			.properties("server.port=0", "spring.main.banner-mode=off")
			.run(Stream.of(arguments).filter((argument) -> !argument.isEmpty()).toArray(String[]::new));
	}

	private static WebMvcEndpointHandlerMapping ours(String basePath) {
		return ready(new BasePathEndpointHandlerMapping(new EndpointMapping(basePath),
				context.getBean(WebEndpointsSupplier.class).getEndpoints(), context.getBean(EndpointMediaTypes.class),
				null, new EndpointLinksResolver(List.of()), !basePath.isEmpty()));
	}

	private static WebMvcEndpointHandlerMapping plain(String basePath) {
		return ready(new WebMvcEndpointHandlerMapping(new EndpointMapping(basePath),
				context.getBean(WebEndpointsSupplier.class).getEndpoints(), context.getBean(EndpointMediaTypes.class),
				null, new EndpointLinksResolver(List.of()), !basePath.isEmpty()));
	}

	private static WebMvcEndpointHandlerMapping ready(WebMvcEndpointHandlerMapping mapping) {
		mapping.setApplicationContext(context);
		mapping.afterPropertiesSet();
		return mapping;
	}

	/** Handlers are told apart by their words, as each mapping makes its own. */
	private static String found(WebMvcEndpointHandlerMapping mapping, String method, String target) {
		try {
			HandlerExecutionChain chain = mapping.getHandler(request(method, target));
			return (chain != null) ? chain.getHandler().toString() : "nothing";
		}
		catch (Exception ex) {
			return ex.getClass().getName();
		}
	}

	private static MockHttpServletRequest request(String method, String target) {
		MockHttpServletRequest request = new MockHttpServletRequest(method, target);
		request.addHeader("Accept", "application/json");
		ServletRequestPathUtils.parseAndCache(request);
		return request;
	}

	@Configuration(proxyBeanMethods = false)
	static class OwnMapping extends GuardedApplication {

		@Bean
		WebMvcEndpointHandlerMapping myEndpoints(WebEndpointsSupplier endpoints, EndpointMediaTypes types) {
			return new WebMvcEndpointHandlerMapping(new EndpointMapping("/actuator"), endpoints.getEndpoints(), types,
					null, new EndpointLinksResolver(endpoints.getEndpoints()), true);
		}

	}

}
