package dev.mainstay.tests.slices;

import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Who enforces validation sees it in the tests of the web layer, too.
 */
@WebMvcTest(controllers = OrderController.class, properties = "mainstay.mode=enforce")
class EnforcedInASliceTests {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Orders orders;

	@Test
	void anOrderThatTheControllerForgetsToCheckIsRefused() {
		assertThat(this.mvc.post()
			.uri("/unchecked-orders")
			.contentType(MediaType.APPLICATION_JSON)
			.content("{\"sku\":\"\",\"quantity\":0}")).hasStatus(400);
		BDDMockito.then(this.orders).shouldHaveNoInteractions();
	}

}
