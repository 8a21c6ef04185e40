package dev.mainstay.tests.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.mainstay.samples.orders.Order;
import dev.mainstay.samples.orders.OrderRepository;
import dev.mainstay.samples.orders.OrdersApplication;
import dev.mainstay.samples.orders.Payment;
import dev.mainstay.samples.orders.PaymentRepository;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The hardened sample in the JVM of the fuzzer, which sees what it makes the server do.
 * What the sample needs is there and works: a fault is then its own.
 */
final class FuzzedService {

	/** Ends only what hangs: a machine that is busy otherwise is slow, not wrong. */
	private static final int TIMEOUT_MILLIS = 60_000;

	/**
	 * A list of all orders must not grow with the time that the fuzzer takes. Then there
	 * is the first one again.
	 */
	private static final int ORDERS_KEPT = 200;

	private final ConfigurableApplicationContext context;

	private final int port;

	private final LogWatch log;

	private int sent;

	private FuzzedService(ConfigurableApplicationContext context, LogWatch log) {
		this.context = context;
		this.log = log;
		this.port = ((WebServerApplicationContext) context).getWebServer().getPort();
	}

	static FuzzedService start() throws IOException {
		LogWatch log = LogWatch.install();
		SpringApplication application = new SpringApplication(OrdersApplication.class, ShopOperations.class);
		return new FuzzedService(application.run(arguments(WorkingProvider.start())), log);
	}

	/** The last ones win: what is to be different from the sample in this run. */
	private static String[] arguments(int provider) {
		List<String> arguments = new ArrayList<>(List.of("--server.port=0", "--server.address=127.0.0.1",
				"--spring.main.banner-mode=off", "--payment.provider.url=http://127.0.0.1:" + provider,
				"--payment.provider.api-key=" + Canaries.OF_THE_SERVICE,
				"--spring.datasource.password=" + Canaries.OF_THE_SERVICE,
				"--ledger.url=jdbc:h2:mem:ledger;INIT=create table if not exists bookings"
						+ "(payment_id bigint, amount numeric(1000\\, 100))"));
		arguments.addAll(Arrays.asList(System.getProperty("mainstay.fuzz.arguments", "").split(" ")));
		return arguments.toArray(String[]::new);
	}

	/**
	 * Send bytes on a connection of their own and nothing behind them.
	 * @return what was sent, what came back, and what was logged
	 */
	Exchange send(byte[] request) throws IOException {
		if (this.sent++ % ORDERS_KEPT == 0) {
			forgetOrders();
		}
		ByteArrayOutputStream answer = new ByteArrayOutputStream();
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.setSoTimeout(TIMEOUT_MILLIS);
			socket.setTcpNoDelay(true);
			write(socket, request);
			read(socket, answer);
		}
		catch (SocketTimeoutException ex) {
			throw Exchange.of(request, answer.toByteArray(), this.log.take()).found("no end");
		}
		return Exchange.of(request, answer.toByteArray(), this.log.take());
	}

	/** The server may have answered, and closed, before it has read everything. */
	private static void write(Socket socket, byte[] request) throws IOException {
		try {
			OutputStream output = socket.getOutputStream();
			output.write(request);
			output.flush();
			socket.shutdownOutput();
		}
		catch (SocketException ex) {
			// What it answered is still to be read.
		}
	}

	private static void read(Socket socket, ByteArrayOutputStream answer) throws IOException {
		byte[] buffer = new byte[8192];
		try {
			for (int n = socket.getInputStream().read(buffer); n >= 0; n = socket.getInputStream().read(buffer)) {
				answer.write(buffer, 0, n);
			}
		}
		catch (SocketException ex) {
			// Closed while there were still bytes of ours on the way.
		}
	}

	private void forgetOrders() {
		JdbcTemplate jdbc = this.context.getBean(JdbcTemplate.class);
		jdbc.execute("set referential_integrity false");
		jdbc.execute("truncate table order_lines");
		jdbc.execute("truncate table orders restart identity");
		jdbc.execute("truncate table payments restart identity");
		jdbc.execute("set referential_integrity true");
		this.context.getBean(OrderRepository.class).save(new Order("Ada", "ada@example.com"));
		this.context.getBean(PaymentRepository.class).save(new Payment(1L, BigDecimal.ONE, "c-1"));
	}

}
