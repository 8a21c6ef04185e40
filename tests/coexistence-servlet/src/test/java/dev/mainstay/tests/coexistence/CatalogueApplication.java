package dev.mainstay.tests.coexistence;

import java.util.Map;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.web.client.RestClient;

/**
 * An application with a client of another service, built as the documentation of Spring
 * Boot says.
 */
@SpringBootApplication(scanBasePackages = "none")
@Import(CatalogueApplication.Catalogue.class)
class CatalogueApplication {

	static class Catalogue {

		private static final ParameterizedTypeReference<Map<String, String>> ITEM = new ParameterizedTypeReference<>() {
		};

		private final RestClient client;

		Catalogue(RestClient.Builder builder, @Value("${catalogue.url}") String url) {
			this.client = builder.baseUrl(url).build();
		}

		Map<String, String> find(int item) {
			return this.client.get().uri("/items/{item}", item).retrieve().body(ITEM);
		}

		void order(int item) {
			this.client.post()
				.uri("/items/{item}", item)
				.contentType(MediaType.APPLICATION_JSON)
				.body(Map.of("quantity", item))
				.retrieve()
				.toBodilessEntity();
		}

		void delete(int item) {
			this.client.delete().uri("/items/{item}", item).retrieve().toBodilessEntity();
		}

	}

}
