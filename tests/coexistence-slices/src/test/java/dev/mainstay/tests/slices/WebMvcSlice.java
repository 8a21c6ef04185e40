package dev.mainstay.tests.slices;

import org.junit.jupiter.api.Test;
import org.mockito.BDDMockito;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.bean.override.mockito.MockitoBean;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The tests of the web layer, by the owner of the application.
 */
@WebMvcTest(OrderController.class)
class WebMvcSlice {

	@Autowired
	private MockMvcTester mvc;

	@MockitoBean
	private Orders orders;

	@Test
	void anOrderIsFound() {
		BDDMockito.given(this.orders.find(1)).willReturn(new Order("apple", 2));
		assertThat(this.mvc.get().uri("/orders/1")).hasStatusOk()
			.hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON)
			.bodyText()
			.isEqualTo("{\"sku\":\"apple\",\"quantity\":2}");
	}

	@Test
	void anUnknownOrderIsNotFound() {
		BDDMockito.given(this.orders.find(7))
			.willThrow(new ResponseStatusException(HttpStatus.NOT_FOUND, "no order 7"));
		MvcTestResult result = this.mvc.get().uri("/orders/7").exchange();
		assertThat(result).hasStatus(404).hasErrorMessage("no order 7").hasBodyTextEqualTo("");
	}

	@Test
	void anInvalidOrderIsRefused() {
		MvcTestResult result = post("/orders", "{\"sku\":\"\",\"quantity\":0}");
		assertThat(result).hasStatus(400).hasBodyTextEqualTo("");
		assertThat(result).failure().isInstanceOf(MethodArgumentNotValidException.class);
		BDDMockito.then(this.orders).shouldHaveNoInteractions();
	}

	@Test
	void anOrderThatIsNotCheckedIsPlaced() {
		Order unlikely = new Order("", 0);
		BDDMockito.given(this.orders.place(unlikely)).willReturn(unlikely);
		assertThat(post("/unchecked-orders", "{\"sku\":\"\",\"quantity\":0}")).hasStatusOk();
	}

	@Test
	void anIdThatIsNoNumberIsRefused() {
		assertThat(this.mvc.get().uri("/orders/abc")).hasStatus(400);
	}

	@Test
	void aFailureReachesTheTest() {
		assertThat(this.mvc.get().uri("/failing").exchange()).failure()
			.rootCause()
			.isInstanceOf(IllegalStateException.class);
	}

	private MvcTestResult post(String path, String json) {
		return this.mvc.post().uri(path).contentType(MediaType.APPLICATION_JSON).content(json).exchange();
	}

}
