package dev.mainstay.tests.coexistence;

import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.restclient.RestTemplateBuilder;
import org.springframework.boot.restclient.autoconfigure.RestClientBuilderConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Scope;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpRequest;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpRequestInterceptor;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.support.HttpRequestWrapper;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientResponseException;
import org.springframework.web.client.RestTemplate;

/**
 * An application whose clients are balanced as Spring Cloud does it: an interceptor puts
 * an instance in the place of the name of the service. There is a builder of each kind
 * that applications have.
 */
@SpringBootApplication(scanBasePackages = "none")
@Import({ LoadBalancedApplication.Balancer.class, LoadBalancedApplication.Orders.class })
class LoadBalancedApplication {

	/** Beside that of Spring Boot, which it does not replace. */
	@Bean(defaultCandidate = false)
	@Scope("prototype")
	@LoadBalanced
	RestClient.Builder ownBuilder(RestClientBuilderConfigurer configurer, Balancer balancer) {
		return configurer.configure(RestClient.builder()).requestInterceptor(balancer);
	}

	@Bean(defaultCandidate = false)
	@PlainLoadBalanced
	RestClient.Builder plainBuilder(Balancer balancer) {
		return RestClient.builder().requestInterceptor(balancer);
	}

	@Bean
	@LoadBalanced
	RestTemplate plainTemplate(Balancer balancer) {
		RestTemplate template = new RestTemplate();
		template.getInterceptors().add(balancer);
		return template;
	}

	@Retention(RetentionPolicy.RUNTIME)
	@Qualifier
	@interface LoadBalanced {

	}

	@Retention(RetentionPolicy.RUNTIME)
	@Qualifier
	@interface PlainLoadBalanced {

	}

	static class Balancer implements ClientHttpRequestInterceptor {

		private final AtomicInteger next = new AtomicInteger();

		private final List<URI> instances;

		Balancer(@Value("${orders.instances}") List<URI> instances) {
			this.instances = instances;
		}

		@Override
		public ClientHttpResponse intercept(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
				throws IOException {
			URI chosen = this.instances.get(this.next.getAndIncrement() % this.instances.size());
			return execution.execute(new ServiceRequest(request, chosen), body);
		}

	}

	private static final class ServiceRequest extends HttpRequestWrapper {

		private final URI instance;

		ServiceRequest(HttpRequest request, URI instance) {
			super(request);
			this.instance = instance;
		}

		@Override
		public URI getURI() {
			return URI.create(this.instance + super.getURI().getPath());
		}

	}

	@RestController
	static class Orders {

		private static final String URL = "http://orders-service/orders/1";

		private final Map<String, Function<HttpMethod, String>> clients;

		Orders(Balancer balancer, RestClient.Builder auto, @LoadBalanced RestClient.Builder own,
				@PlainLoadBalanced RestClient.Builder plain) {
			RestClient.Builder balanced = auto.requestInterceptor(balancer);
			RestClient.Builder named = balanced.clone()
				.defaultRequest((request) -> request.attribute("mainstay.http-client.name", "orders"));
			this.clients = new HashMap<>(Map.of("auto", by(balanced.build()), "named", by(named.build()), "own",
					by(own.build()), "plain", by(plain.build())));
		}

		@Autowired
		void templates(Balancer balancer, RestTemplateBuilder builder, RestTemplate plain) {
			this.clients.put("plain-template", by(plain));
			this.clients.put("template", by(builder.interceptors(balancer).build()));
		}

		private static Function<HttpMethod, String> by(RestClient client) {
			return (method) -> client.method(method).uri(URL).retrieve().body(String.class);
		}

		private static Function<HttpMethod, String> by(RestTemplate template) {
			return (method) -> template.exchange(URL, method, null, String.class).getBody();
		}

		@GetMapping("/call")
		String call(@RequestParam String client, @RequestParam String method, @RequestParam int times) {
			StringBuilder outcomes = new StringBuilder();
			for (int i = 0; i < times; i++) {
				outcomes.append(outcome(this.clients.get(client), HttpMethod.valueOf(method))).append(' ');
			}
			return outcomes.toString().strip();
		}

		private static String outcome(Function<HttpMethod, String> client, HttpMethod method) {
			try {
				return client.apply(method);
			}
			catch (RestClientResponseException ex) {
				return String.valueOf(ex.getStatusCode().value());
			}
			catch (ResourceAccessException ex) {
				return String.valueOf(ex.getMessage()).contains("circuit breaker") ? "CircuitOpen" : "none";
			}
		}

	}

}
