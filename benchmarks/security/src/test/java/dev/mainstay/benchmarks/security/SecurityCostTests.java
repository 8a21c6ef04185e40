package dev.mainstay.benchmarks.security;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds what the headers of an answer and the guard of an endpoint may allocate, before
 * the optimising compiler has looked at it. What the threads of the server have allocated
 * is known to the byte, whatever else the machine does.
 */
class SecurityCostTests {

	private static final int HALF_A_KILOBYTE = 512;

	private static final int REQUESTS = 3000;

	private static final int ROUNDS = 3;

	private static final int STARTS = 3;

	private static final Map<String, Long> MEASURED = new TreeMap<>();

	private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	@ParameterizedTest
	@CsvSource({ "report,json", "report,browser", "report,page", "enforce,json", "enforce,browser", "enforce,page" })
	void headersAllocateLittle(String mode, String request) throws IOException {
		assertThat(added(mode, "without", request)).as(MEASURED.toString()).isLessThanOrEqualTo(HALF_A_KILOBYTE);
	}

	@Test
	void theGuardOfAnEndpointAllocatesLittle() throws IOException {
		assertThat(added("guarded", "open", "endpoint")).as(MEASURED.toString()).isLessThanOrEqualTo(HALF_A_KILOBYTE);
	}

	@Test
	void aTokenAllocatesLittle() throws IOException {
		assertThat(added("guarded", "open", "token")).as(MEASURED.toString()).isLessThanOrEqualTo(HALF_A_KILOBYTE);
	}

	@Test
	void theGuardCostsOtherRequestsNothing() throws IOException {
		assertThat(bytes("without", "json") - bytes("unguarded", "json")).as(MEASURED.toString())
			.isLessThanOrEqualTo(HALF_A_KILOBYTE / 8);
	}

	/** Otherwise a gate that measures nothing would pass as well. */
	@Test
	void headersOfSpringSecurityAllocateMore() throws IOException {
		assertThat(bytes("spring-security", "json")).as(MEASURED.toString()).isGreaterThan(bytes("report", "json"));
	}

	/**
	 * What a request allocates beside the same to another service. The same service takes
	 * some 50 bytes more or less from one start to the next, so that each is started
	 * again before it is found to take too much.
	 */
	private long added(String service, String base, String request) throws IOException {
		long added = bytes(service, request) - bytes(base, request);
		for (int start = 1; start < STARTS && added > HALF_A_KILOBYTE; start++) {
			measure(service, request);
			measure(base, request);
			added = bytes(service, request) - bytes(base, request);
		}
		return added;
	}

	private long bytes(String service, String request) throws IOException {
		Long known = MEASURED.get(service + "/" + request);
		return (known != null) ? known : measure(service, request);
	}

	/** The bytes of a request, of the round in which least was compiled beside it. */
	private long measure(String service, String request) throws IOException {
		long least = Long.MAX_VALUE;
		try (Exchange exchange = Exchange.open(service, request)) {
			run(exchange);
			for (int round = 0; round < ROUNDS; round++) {
				long before = allocated();
				run(exchange);
				least = Math.min(least, (allocated() - before) / REQUESTS);
			}
		}
		return MEASURED.merge(service + "/" + request, least, Math::min);
	}

	private static void run(Exchange exchange) throws IOException {
		for (int i = 0; i < REQUESTS; i++) {
			exchange.run();
		}
	}

	private long allocated() {
		long[] ids = Arrays.stream(this.threads.getThreadInfo(this.threads.getAllThreadIds()))
			.filter((thread) -> thread != null && thread.getThreadName().startsWith("http-nio-"))
			.mapToLong(ThreadInfo::getThreadId)
			.toArray();
		return Arrays.stream(this.threads.getThreadAllocatedBytes(ids)).sum();
	}

}
