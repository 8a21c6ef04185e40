package dev.mainstay.samples.badday;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class LogAuditTests {

	private static final String TEXT = """
			2026-11-21T08:50:52.148Z DEBUG 15265 --- [orders] [io-18080-exec-3] o.s.w.f.CommonsRequestLoggingFilter      : Before request [GET /orders, headers=[X-Request-Id:"day-0001"]]
			2026-11-21T08:50:52.172Z  INFO 15265 --- [orders] [io-18080-exec-2] [8f1e-77aa] d.mainstay.samples.orders.OrderService   : Order 2 created for customer A
			forged line
			2026-11-21T08:50:53.450Z  INFO 15265 --- [orders] [         task-1] d.m.samples.orders.ConfirmationService   : Confirming payment 1
			2026-11-21T08:50:54.101Z ERROR 15265 --- [orders] [io-18080-exec-9] o.a.c.c.C.[.[.[/].[dispatcherServlet]    : Servlet.service() threw exception

			java.lang.IllegalStateException: no day-0002
			2026-11-21T08:50:49.900Z  INFO 15265 --- [orders] [           main] d.m.samples.orders.OrdersApplication     : Started OrdersApplication""";

	private static final String JSON = """
			{"level":"INFO","thread_name":"main","logger_name":"a.Main","message":"Started"}
			{"level":"INFO","thread_name":"http-nio-auto-1-exec-1","logger_name":"mainstay.access","request_id":"day-0001"}
			{"level":"ERROR","thread_name":"http-nio-auto-1-exec-1","logger_name":"b","request_id":"day-0001"}
			{"level":"INFO","thread_name":"task-12","logger_name":"c","message":"no id"}
			{"level":"INFO","level":"INFO","thread_name":"main"}
			{"level":"INFO"} and more
			42""";

	private final LogAudit text = new LogAudit(TEXT.lines().toList());

	private final LogAudit json = new LogAudit(JSON.lines().toList());

	@Test
	void aLineIsJsonOnlyWhenItIsOneCompleteObjectWithoutDuplicates() {
		assertThat(this.json.linesNotJson()).isEqualTo(Count.of(3, 7));
		assertThat(this.text.linesNotJson()).isEqualTo(Count.of(7, 7));
	}

	@Test
	void eventsOfRequestsAreThoseOfTheServersAndTheExecutorsThreads() {
		assertThat(this.text.requestEventsWithout(List.of("day-0001"))).isEqualTo(Count.of(3, 4));
		assertThat(this.json.requestEventsWithout(List.of("day-0001"))).isEqualTo(Count.of(1, 3));
	}

	@ParameterizedTest
	@CsvSource({ "o-auto-1-exec-1, 1", "tor-http-nio-12, 1", "ux-http-epoll-4, 1", "webflux-http-epoll-4, 1",
			"oundedElastic-1, 1", "parallel-2, 1", "task-3, 1", "main, 0", "HikariPool-1, 0",
			"http-nio-8080-Acceptor, 0" })
	void threadsOfRequestsAreThoseOfBothStacks(String thread, int events) {
		String line = "{\"thread_name\":\"" + thread + "\"}";
		assertThat(new LogAudit(List.of(line)).requestEventsWithout(List.of())).isEqualTo(Count.of(events, events));
		String text = "2026-11-21T08:50:52.172Z  INFO 1 --- [orders] [" + thread + "] a.B : c";
		assertThat(new LogAudit(List.of(text)).requestEventsWithout(List.of())).isEqualTo(Count.of(events, events));
	}

	@Test
	void furtherLinesBelongToTheEventBeforeThem() {
		assertThat(this.text.oneErrorEach(List.of("day-0001", "day-0002"))).isEqualTo(Count.of(1, 2));
	}

	@Test
	void anErrorLoggedTwiceIsNotOneError() {
		String line = JSON.lines().toList().get(2);
		assertThat(new LogAudit(List.of(line)).oneErrorEach(List.of("day-0001"))).isEqualTo(Count.of(1, 1));
		assertThat(new LogAudit(List.of(line, line)).oneErrorEach(List.of("day-0001"))).isEqualTo(Count.of(0, 1));
	}

	@Test
	void eventsOfALoggerAreCountedById() {
		assertThat(this.json.oneEventEach("mainstay.access", List.of("day-0001", "day-0002")))
			.isEqualTo(Count.of(1, 2));
	}

	@Test
	void aForgedLineIsOneThatBeginsAsTheForgerWanted() {
		assertThat(this.text.forged("forged line")).isEqualTo(Count.of(1, 1));
		assertThat(new LogAudit(List.of("{\"message\":\"A\\nforged line\"}")).forged("forged line"))
			.isEqualTo(Count.of(0, 1));
	}

}
