package dev.mainstay.resilience.actuate;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;

import dev.mainstay.resilience.http.ClientName;
import dev.mainstay.resilience.http.Dependency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.web.client.RestClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The endpoint as an operator gets it: exposed by default, and guarded.
 */
@Timeout(120)
class ResilienceEndpointIntegrationTests {

	@Test
	void theTableIsThereByDefaultForWhoIsOnTheMachine() throws Exception {
		try (Dependency dependency = Dependency.answering(200);
				ConfigurableApplicationContext context = run(WebApplicationType.SERVLET)) {
			RestClient client = context.getBean(RestClient.Builder.class).baseUrl(dependency.url()).build();
			client.get().attribute(ClientName.ATTRIBUTE, "prices").retrieve().toBodilessEntity();
			String table = get(context).body();
			String authority = URI.create(dependency.url()).getAuthority();
			assertThat(table).contains("\"client\":\"prices\",\"authority\":\"" + authority + "\"")
				.contains("\"client\":\"configured\"")
				.contains("\"attemptTimeout\":\"1500ms\"")
				.contains("\"calls\":1")
				.contains("\"connectTimeout\":\"2000ms\"")
				.contains("\"breaker\":\"report\"");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, names = { "SERVLET", "REACTIVE" })
	void aStrangerIsRefused(WebApplicationType type) throws Exception {
		try (ConfigurableApplicationContext context = run(type)) {
			assertThat(get(context).statusCode()).isEqualTo(200);
			assertThat(get(context, "X-Forwarded-For", "203.0.113.9").statusCode()).isEqualTo(401);
		}
	}

	private static HttpResponse<String> get(ConfigurableApplicationContext context, String... headers)
			throws Exception {
		URI uri = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")
				+ "/actuator/resilience");
		HttpRequest.Builder request = HttpRequest.newBuilder(uri);
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
	}

	private static ConfigurableApplicationContext run(WebApplicationType type) {
		return new SpringApplicationBuilder(Application.class).web(type)
			.properties("server.port=0", "spring.main.banner-mode=off", "spring.http.clients.imperative.factory=jdk",
					"mainstay.http-client.clients.configured.attempt-timeout=1500ms")
			.run();
	}

	@SpringBootConfiguration
	@EnableAutoConfiguration
	static class Application {

	}

}
