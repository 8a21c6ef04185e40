package dev.mainstay.observability;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import com.sun.net.httpserver.HttpServer;
import dev.mainstay.observability.logging.LogSchema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * The ids of a request on whatever thread works for it, on both stacks.
 */
@ExtendWith(OutputCaptureExtension.class)
class EveryThreadIntegrationTests {

	private static final String TRACE_ID = "4bf92f3577b34da6a3ce929d0e0e4736";

	private static final String[] CALLER = { "X-Request-Id", "r-1", "traceparent",
			"00-" + TRACE_ID + "-00f067aa0ba902b7-01" };

	private static final List<String> CARRIERS = List.of("async", "mail", "simple", "pool", "single", "virtual",
			"common", "fork", "thread", "reactor");

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void hasTheIdsOfTheRequest(WebApplicationType type, CapturedOutput output) throws Exception {
		try (RunningService service = RunningService.start(type, CarryingApplication.class)) {
			service.get("/carry", CALLER);
			for (String carrier : CARRIERS) {
				await().untilAsserted(() -> assertThat(line(output, carrier)).as(carrier).hasSize(1));
				JsonNode line = line(output, carrier).get(0);
				assertThat(line.path("trace_id").asString()).as(carrier).isEqualTo(TRACE_ID);
				assertThat(line.path("request_id").asString()).as(carrier).isEqualTo("r-1");
			}
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void callsGoOutInTheSameTrace(WebApplicationType type) throws Exception {
		Queue<String> received = new ConcurrentLinkedQueue<>();
		HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
		other.createContext("/", (exchange) -> {
			received.add(String.valueOf(exchange.getRequestHeaders().getFirst("traceparent")));
			exchange.sendResponseHeaders(204, -1);
			exchange.close();
		});
		other.start();
		String url = "http://127.0.0.1:" + other.getAddress().getPort() + "/";
		try (RunningService service = RunningService.start(type, CarryingApplication.class)) {
			service.get("/rest?url=" + url, CALLER);
			service.get("/web?url=" + url, CALLER);
		}
		finally {
			other.stop(0);
		}
		assertThat(received).hasSize(2)
			.allMatch((header) -> header.matches("00-" + TRACE_ID + "-[0-9a-f]{16}-01"))
			.noneMatch((header) -> header.contains("00f067aa0ba902b7"));
	}

	@Test
	void aThreadThatNobodyToldOfTheRequestHasNobodysIds() throws Exception {
		try (RunningService service = RunningService.start(WebApplicationType.SERVLET, CarryingApplication.class)) {
			service.get("/carry", CALLER);
			assertThat(service.get("/bare", "X-Request-Id", "r-2").body()).isEqualTo("ids nullnull");
		}
	}

	@ParameterizedTest
	@EnumSource(value = WebApplicationType.class, mode = EnumSource.Mode.EXCLUDE, names = "NONE")
	void nothingIsLeftOnAnyThread(WebApplicationType type) throws Exception {
		try (RunningService service = RunningService.start(type, CarryingApplication.class,
				"logging.level.dev.mainstay.observability.CarryingApplication=off",
				"mainstay.access-log.enabled=false")) {
			requests(service, 150);
			for (Map.Entry<String, ExecutorService> pool : service.context()
				.getBeansOfType(ExecutorService.class)
				.entrySet()) {
				Callable<Map<String, String>> mdc = () -> MDC.getCopyOfContextMap();
				List<Future<Map<String, String>>> left = pool.getValue()
					.invokeAll(IntStream.range(0, 20).mapToObj((number) -> mdc).toList());
				for (Future<Map<String, String>> one : left) {
					assertThat(one.get(10, TimeUnit.SECONDS)).as(pool.getKey()).isNullOrEmpty();
				}
			}
			assertThat(service.get("/bare").body()).isEqualTo("ids nullnull");
		}
	}

	private static void requests(RunningService service, int count) throws Exception {
		ExecutorService callers = Executors.newFixedThreadPool(4);
		try {
			Callable<Integer> request = () -> service.get("/carry?times=10", CALLER).statusCode();
			for (Future<Integer> status : callers
				.invokeAll(IntStream.range(0, count).mapToObj((number) -> request).toList())) {
				assertThat(status.get()).isEqualTo(200);
			}
		}
		finally {
			callers.shutdown();
		}
	}

	private static List<JsonNode> line(CapturedOutput output, String carrier) {
		return output.getOut()
			.lines()
			.filter((line) -> line.startsWith("{"))
			.map(LogSchema::parse)
			.filter((line) -> line.path("message").asString().equals("On " + carrier))
			.toList();
	}

}
