package dev.mainstay.samples.provider;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;

/**
 * The provider: one HTTP server on the loopback address.
 */
public final class PaymentProvider implements AutoCloseable {

	private final HttpServer server;

	private final ExecutorService threads = Executors.newCachedThreadPool();

	private PaymentProvider(int port) throws IOException {
		FaultPlan plan = new FaultPlan();
		CallBook book = new CallBook();
		this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
		this.server.createContext("/charges", new ChargesHandler(plan, book));
		this.server.createContext("/control", new ControlHandler(plan, book));
		this.server.setExecutor(this.threads);
		this.server.start();
	}

	public static PaymentProvider start(int port) throws IOException {
		// Without this the JDK's server waits for an acknowledgement before it sends a
		// body, 40 ms each.
		System.setProperty("sun.net.httpserver.nodelay", "true");
		return new PaymentProvider(port);
	}

	public String url() {
		return "http://127.0.0.1:" + this.server.getAddress().getPort();
	}

	@Override
	public void close() {
		this.server.stop(0);
		this.threads.shutdownNow();
	}

	/**
	 * Starts a provider on the port given as the only argument, or on any free one.
	 */
	public static void main(String[] args) throws IOException {
		PaymentProvider provider = start((args.length > 0) ? Integer.parseInt(args[0]) : 0);
		PrintStream out = System.out;
		out.println("Payment provider on " + provider.url());
	}

}
