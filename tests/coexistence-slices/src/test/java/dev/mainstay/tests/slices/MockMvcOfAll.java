package dev.mainstay.tests.slices;

import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tests of the whole without a server, by the owner of the application.
 */
@SpringBootTest
@AutoConfigureMockMvc
class MockMvcOfAll {

	private static final String VALID = "{\"sku\":\"apple\",\"quantity\":2}";

	@Autowired
	private MockMvcTester mvc;

	@Test
	void anOrderIsPlaced() {
		assertThat(this.mvc.post().uri("/orders").contentType(MediaType.APPLICATION_JSON).content(VALID)).hasStatusOk()
			.bodyText()
			.isEqualTo(VALID);
	}

	@Test
	void anInvalidOrderIsRefused() {
		assertThat(this.mvc.post().uri("/orders").contentType(MediaType.APPLICATION_JSON).content("{}")).hasStatus(400)
			.hasBodyTextEqualTo("");
	}

	@Test
	void anUnknownOrderIsNotFound() {
		assertThat(this.mvc.get().uri("/orders/77")).hasStatus(404).hasErrorMessage("no order 77");
	}

	@Test
	void aFailureReachesTheTest() {
		assertThat(this.mvc.get().uri("/failing").exchange()).failure()
			.rootCause()
			.isInstanceOf(IllegalStateException.class);
	}

}
