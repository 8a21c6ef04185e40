package dev.mainstay.tests.ordinary;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;

@RestController
class CallingController {

	private final RestClient restClient;

	CallingController(RestClient.Builder restClientBuilder) {
		this.restClient = restClientBuilder.build();
	}

	@GetMapping("/calling")
	String call(@RequestParam String url) {
		String answer = this.restClient.get().uri(url).retrieve().body(String.class);
		return (answer != null) ? answer : "";
	}

}
