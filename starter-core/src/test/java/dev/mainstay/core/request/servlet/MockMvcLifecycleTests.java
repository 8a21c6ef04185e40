package dev.mainstay.core.request.servlet;

import dev.mainstay.core.request.CompletedRequest;
import dev.mainstay.core.request.Ledger;
import dev.mainstay.core.request.RequestOutcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(classes = EndingsApplication.class)
@AutoConfigureMockMvc
class MockMvcLifecycleTests {

	@Autowired
	private MockMvcTester mvc;

	@Autowired
	private Ledger ledger;

	@BeforeEach
	void clear() {
		this.ledger.clear();
	}

	@Test
	void withoutAServerTheFilterEndsTheRequest() {
		assertThat(this.mvc.get().uri("/ok/1")).hasStatusOk().containsHeader("X-Request-Id").containsHeader("X-Commit");
		CompletedRequest request = this.ledger.only();
		assertThat(request.status()).isEqualTo(200);
		assertThat(request.route()).isEqualTo("/ok/{id}");
		assertThat(request.outcome()).isEqualTo(RequestOutcome.COMPLETED);
	}

	@Test
	void nobodyIsMistakenForLoopback() {
		this.mvc.get().uri("/ok/1").with((request) -> {
			request.setRemoteAddr("127.0.0.1");
			return request;
		}).exchange();
		assertThat(this.ledger.only().peer().address()).isNull();
		assertThat(this.ledger.only().client()).isNull();
	}

	@Test
	void aFailureEndsTheRequest() {
		assertThat(this.mvc.get().uri("/throws/1")).hasFailed();
		assertThat(this.ledger.only().outcome()).isEqualTo(RequestOutcome.FAILED);
		assertThat(this.ledger.only().status()).isEqualTo(500);
	}

	@Test
	void anAsynchronousRequestEndsWithItsLastDispatch() {
		MvcResult begun = this.mvc.get().uri("/future").asyncExchange().getMvcResult();
		begun.getAsyncResult();
		assertThat(this.ledger.requests()).isEmpty();
		assertThat(this.mvc.perform(MockMvcRequestBuilders.asyncDispatch(begun))).hasStatusOk();
		assertThat(this.ledger.only().route()).isEqualTo("/future");
	}

}
