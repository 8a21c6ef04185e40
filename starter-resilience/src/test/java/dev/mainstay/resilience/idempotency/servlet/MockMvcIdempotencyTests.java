package dev.mainstay.resilience.idempotency.servlet;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;

import dev.mainstay.core.masking.TextMasker;
import dev.mainstay.core.problem.ProblemFormat;
import dev.mainstay.core.problem.servlet.ServletProblemWriter;
import dev.mainstay.resilience.idempotency.AfterFailure;
import dev.mainstay.resilience.idempotency.OnAbandoned;
import dev.mainstay.resilience.idempotency.CallerHeaders;
import dev.mainstay.resilience.idempotency.Idempotency;
import dev.mainstay.resilience.idempotency.IdempotencyHeaders;
import dev.mainstay.resilience.idempotency.IdempotencyMode;
import dev.mainstay.resilience.idempotency.IdempotencySettings;
import dev.mainstay.resilience.idempotency.InMemoryIdempotencyStore;
import dev.mainstay.resilience.idempotency.OwnRoutes;
import dev.mainstay.resilience.idempotency.RouteRules;
import dev.mainstay.resilience.idempotency.Retention;
import dev.mainstay.resilience.idempotency.WhenFull;
import org.junit.jupiter.api.Test;

import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A container that is none: it neither writes error pages nor tells of the ends of
 * requests, and hands an asynchronous dispatch a response of its own.
 */
class MockMvcIdempotencyTests {

	private final InMemoryIdempotencyStore store = new InMemoryIdempotencyStore(
			new Retention(Duration.ofHours(1), Duration.ofHours(1)), 100, 1_000_000, System::nanoTime);

	private final Idempotency idempotency = new Idempotency(this.store,
			new IdempotencySettings(false, Duration.ofSeconds(60), 1000, 1000, AfterFailure.AUTO, OnAbandoned.REJECT,
					WhenFull.RUN, IdempotencySettings.DEFAULT_REPLAYED_HEADERS),
			List.of());

	private final IdempotencyFilter filter = new IdempotencyFilter(this.idempotency,
			new ServletProblemWriter(new ProblemFormat("urn:test:", TextMasker.none())), new RequestEnds(),
			new KeyOwners((request) -> false, new OwnRoutes(List.of()),
					new ServletRoutes(new RouteRules(List.of(), null, IdempotencyMode.LEASE),
							new DeclaredHandlers(List::of), (request) -> false, (request) -> false),
					new ServletCallers(new CallerHeaders(List.of()), null)));

	private final Handlers handlers = new Handlers();

	private final MockMvcTester mvc = MockMvcTester.of(List.of(this.handlers),
			(builder) -> builder.addFilters(this.filter).build());

	private MvcTestResult post(String path) {
		return this.mvc.post().uri(path).header(IdempotencyHeaders.KEY, "k").exchange();
	}

	@Test
	void answerIsReplayed() {
		assertThat(post("/plain")).hasStatusOk().hasHeader(IdempotencyHeaders.STATUS, "created");
		assertThat(post("/plain")).hasHeader(IdempotencyHeaders.STATUS, "replayed").bodyText().isEqualTo("1");
	}

	@Test
	void asynchronousAnswerIsReplayedWhole() {
		assertThat(post("/async")).hasStatusOk().bodyText().isEqualTo("1");
		assertThat(post("/async")).hasHeader(IdempotencyHeaders.STATUS, "replayed").bodyText().isEqualTo("1");
	}

	@Test
	void errorWithoutAnErrorPageFreesTheKey() {
		assertThat(post("/reject")).hasStatus(402);
		assertThat(post("/reject")).hasStatus(402).hasHeader(IdempotencyHeaders.STATUS, "created");
		assertThat(this.handlers.executions).hasValue(2);
		assertThat(this.store.entries()).isZero();
	}

	@Test
	void exceptionFreesTheKey() {
		assertThat(post("/throw")).failure().hasMessageContaining("failure");
		assertThat(this.store.entries()).isZero();
	}

	@RestController
	static final class Handlers {

		private final AtomicInteger executions = new AtomicInteger();

		@PostMapping("/plain")
		String plain() {
			return Integer.toString(this.executions.incrementAndGet());
		}

		@PostMapping("/async")
		CompletableFuture<String> async() {
			return CompletableFuture.supplyAsync(this::plain);
		}

		@PostMapping("/reject")
		String reject() {
			throw new ResponseStatusException(HttpStatus.PAYMENT_REQUIRED, plain());
		}

		@PostMapping("/throw")
		String fail() {
			throw new IllegalStateException("failure " + plain());
		}

	}

}
